// What officers tie to a case besides its steps.
export const linkKinds = ['related', 'caused-by', 'continues'] as const;
export type LinkKind = (typeof linkKinds)[number];

export interface Watch {
  readonly officerId: string;
  readonly caseId: string;
  readonly addedBy: string | null; // the head who added him
  readonly seenVersion: number; // of the case, when he looked at it last
  readonly at: Date;
}

/** One line of the history of a pair of cases. */
export interface LinkStep {
  readonly lowCase: string;
  readonly highCase: string;
  readonly seq: number; // of this pair
  readonly what: 'linked' | 'undone';
  readonly kind: LinkKind;
  readonly subjectCase: string; // was caused by the other, or continues it
  readonly reason: string | null;
  readonly officerId: string;
  readonly requestId: string;
  readonly at: Date;
}
