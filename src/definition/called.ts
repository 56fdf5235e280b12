import type { ServiceDefinition } from './schema.ts';

export type Called = NonNullable<ServiceDefinition['called']>;
export type Callable = Pick<ServiceDefinition, 'called' | 'number'>;

/** The word for what people send: an application, a report, a message. */
export function calledOf({ called, number }: Callable): Called {
  return called ?? (number === 'L' ? 'laporan' : 'permohonan');
}
