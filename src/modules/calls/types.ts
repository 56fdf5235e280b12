export interface Call {
  readonly id: string;
  readonly officerId: string;
  readonly callerHash: string | null;
  readonly callerTail: string | null;
  readonly cases: readonly string[]; // open ones of the number
  readonly verified: readonly string[]; // those whose owner the caller proved to be
  readonly verifiedAt: Date | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly summary: string | null;
}
export interface Script {
  readonly id: string;
  readonly ticket: string;
  readonly callId: string | null;
  readonly officerId: string;
  readonly service: string;
  readonly versionId: string;
  readonly answers: Readonly<Record<string, unknown>>; // raw, as typed
  readonly asked: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly sentAt: Date | null;
}
export const callEvents = ['masuk', 'dijawab', 'selesai'] as const; // as telephone exchanges here name them
export type CallEvent = (typeof callEvents)[number];

export const identities = ['known-facts', 'ktp', 'family-card'] as const;
