import type { HeldAnswer } from '../../definition/registers/ask.ts';
import type { CaseDocument } from '../cases/index.ts';

/** Somebody who fills in for the applicant. */
export interface Companion {
  readonly helperName: string;
  readonly helperPhone: string;
  readonly relation: 'rt-rw' | 'family' | 'neighbour' | 'attendant';
  readonly applicantPhone: string;
  readonly consent: string; // in the words that were shown
  readonly consentBy: 'beside-me' | 'by-phone' | 'in-writing';
  readonly officerId?: string | undefined; // a helper who was signed in
}
/** A register's latest word about a draft, and every time it was asked. */
export interface KeptAnswer extends HeldAnswer {
  readonly at: string;
  readonly asked: readonly string[]; // instants; each is shown to the owner once the case exists
}
/** What was filled in from an earlier case: the questions, and where the answers came from. */
export interface Filled {
  readonly from: string; // case number
  readonly fields: readonly string[];
}

/** An application being filled in. `answers` are raw, as typed; they are read again at every step. */
export interface Draft {
  readonly id: string;
  readonly service: string;
  readonly versionId: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly documents: readonly (CaseDocument & { readonly fileName: string; readonly size: number })[];
  readonly seen: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly sentAt: Date | null;
  readonly companion: Companion | null;
  readonly registers: Readonly<Record<string, KeptAnswer>>;
  readonly filled: Filled | null;
}

export const relations = ['rt-rw', 'family', 'neighbour', 'attendant'] as const;
export const consentWays = ['beside-me', 'by-phone', 'in-writing'] as const;
