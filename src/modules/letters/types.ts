import type { Answers } from '../../definition/fields/types.ts';

/** An official as he was when the letter was signed. */
/** In whose place somebody signed, and by which instrument. */
export interface SignedFor {
  readonly kind: 'plh' | 'plt' | 'an';
  readonly post: string; // "Lurah Lompoe"
  readonly instrument: { readonly number: string; readonly date: string };
}
export interface Official {
  readonly name: string;
  readonly title: string;
  readonly nip?: string | undefined;
  readonly actingFor?: SignedFor | undefined;
}
/** What was signed. Kept apart from the case, so that a letter can be printed again exactly as it was. */
export interface LetterFacts {
  readonly answers: Answers;
  readonly signer: Official;
  readonly confirmer?: Official | undefined;
  readonly records: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly decidedBySystem?: boolean | undefined; // signed in the office holder's name, by the rules of the service
}
export interface Letter {
  readonly id: string;
  readonly verifyId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly service: string;
  readonly versionId: string;
  readonly unitId: string;
  readonly number: string;
  readonly signedAt: Date;
  readonly validUntil: string | null; // local date
  readonly facts: LetterFacts;
  readonly signerKind: 'test' | 'certified';
  readonly sha256: string | null;
  readonly printedAt: Date | null;
}
