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
}
