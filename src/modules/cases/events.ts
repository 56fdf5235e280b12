// What the core tells the world. Listeners run in the same transaction.
import type { Action } from '../../definition/schema.ts';
import type { Bill, CaseRow } from './types.ts';

export interface CaseActed {
  readonly target: CaseRow; // after the action
  readonly action: Action;
  readonly signerId?: string | undefined; // officer in whose name the system signs the letter
}
export interface CaseBilled {
  readonly target: CaseRow; // with the bill
  readonly bill: Bill;
}
/** The time of a wait ran out. */
export interface CaseLapsed {
  readonly target: CaseRow;
}
declare module '../../platform/events.ts' {
  interface DomainEvents {
    'cases.acted': CaseActed;
    'cases.billed': CaseBilled;
    'cases.lapsed': CaseLapsed;
  }
}
