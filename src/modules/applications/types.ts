import type { CaseDocument } from '../cases/index.ts';

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
}
