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
/** A report (number letter L) has come in. Applications are written in one statement and tell nobody. */
export interface CaseOpened {
  readonly target: CaseRow;
}
/** The time of a wait ran out. */
export interface CaseLapsed {
  readonly target: CaseRow;
}
/** `loket24 verify` has checked one case; whoever keeps rows of their own about it says what differs. */
export interface CaseVerified {
  readonly target: CaseRow;
  readonly fault: (text: string) => void;
}
declare module '../../platform/events.ts' {
  interface DomainEvents {
    'cases.acted': CaseActed;
    'cases.opened': CaseOpened;
    'cases.billed': CaseBilled;
    'cases.lapsed': CaseLapsed;
    'cases.verified': CaseVerified;
  }
}
