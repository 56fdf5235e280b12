// What the rest of the house knows of a register: it was asked, and it stated something, knew nobody, or was not there.
export type Outcome = 'answered' | 'unknown' | 'unavailable';
export interface LookUp {
  readonly register: string;
  readonly outcome: Outcome;
  readonly statements: Readonly<Record<string, boolean>>;
  readonly facts: Readonly<Record<string, unknown>>; // raw values, read again by the question they fill
  readonly at: string;
}
export interface Question {
  readonly register: string;
  readonly about: Readonly<Record<string, string>>;
  readonly statements: readonly string[];
  readonly facts?: readonly string[];
  readonly purpose: string; // the service's slug: the register's owner may ask why
}
/** How long to wait: somebody is filling in a page, or a job has time. */
export interface Patience {
  readonly budgetMilliseconds: number;
  readonly tries: number;
}
/** While a page is being saved; past it, one goes on as if the register were not there. */
export const whileFilling: Patience = { budgetMilliseconds: 1_500, tries: 2 };
export const inTheBackground: Patience = { budgetMilliseconds: 15_000, tries: 3 };
