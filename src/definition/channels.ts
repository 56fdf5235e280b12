// By which ways a service is taken in. Pure.
import type { ServiceDefinition } from './schema.ts';

/** Ways an application comes in, as the platform names its channels. */
export type Way = 'web' | 'counter' | 'phone' | 'chat' | 'api' | 'paper' | 'sp4n';
type Offered = ServiceDefinition['channels'][number];

/**
 * Pages are the same questions for everybody: whoever may fill them in may have them filled in, by an officer at a counter or a telephone, by a program
 * or in a chat. `assisted: false` takes the officers away again where the list does not name them. What another system hands over is never turned away.
 */
export function offers(
  { channels, assisted = true }: Pick<ServiceDefinition, 'channels' | 'assisted'>,
  way: Way,
): boolean {
  const listed = (...names: readonly Offered[]): boolean => names.some((name) => channels.includes(name));
  const pages = listed('web', 'mobile');
  switch (way) {
    case 'web':
    case 'api':
      return pages;
    case 'chat':
      return pages || listed('sms');
    case 'counter':
    case 'paper':
      return listed('loket') || (pages && assisted);
    case 'phone':
      return listed('telepon') || (pages && assisted);
    case 'sp4n':
      return true;
  }
}

/** What a person can turn to instead, in the order people think of them. */
export function waysOf(definition: Pick<ServiceDefinition, 'channels' | 'assisted'>): Offered[] {
  const by: readonly (readonly [Offered, Way])[] = [
    ['web', 'web'],
    ['loket', 'counter'],
    ['telepon', 'phone'],
    ['sms', 'chat'],
  ];
  return by.flatMap(([name, way]) => (offers(definition, way) ? [name] : []));
}
