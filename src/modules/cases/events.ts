// What the core tells the world. Listeners run in the same transaction.
import type { Action } from '../../definition/schema.ts';
import type { CaseRow } from './types.ts';

export interface CaseActed {
  readonly target: CaseRow; // after the action
  readonly action: Action;
  readonly signerId?: string | undefined; // officer in whose name the system signs the letter
}
declare module '../../platform/events.ts' {
  interface DomainEvents {
    'cases.acted': CaseActed;
  }
}
