import type { Assisted, CaseDocument } from '../cases/index.ts';

export type EntryMode = 'counter' | 'paper';
export type EntryDocument = CaseDocument & { readonly fileName: string; readonly size: number };

/** What the officer adds about the meeting itself, as typed: it becomes `Assisted` when the entry is sent. */
export interface EntryNote {
  readonly identity?: string | undefined;
  readonly receivedOn?: string | undefined; // paper: the day, as typed
  readonly receivedTime?: string | undefined; // paper: "09.30"
  readonly lateReason?: string | undefined;
  readonly email?: string | undefined;
  readonly readAloud?: boolean | undefined; // the answers were read out and confirmed
  readonly declared?: readonly string[] | undefined; // ticked declarations, by number
}

/** What somebody said on the second screen, about exactly which answers. */
export interface Confirmed {
  readonly verdict: 'right' | 'wrong';
  readonly of: string; // digest of the answers and documents shown
  readonly at: string;
}

export interface NewEntry {
  readonly id: string;
  readonly officerId: string;
  readonly service: string;
  readonly versionId: string;
  readonly mode: EntryMode;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly documents: readonly EntryDocument[];
  readonly seen: readonly string[];
  readonly note: EntryNote;
}
export interface Entry extends NewEntry {
  readonly confirmed: Confirmed | null;
  readonly caseId: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly sentAt: Date | null;
}

/** A desk of a unit with its equipment. */
export interface Counter {
  readonly id: string;
  readonly unitId: string;
  readonly name: string;
  readonly printerHost: string | null;
  readonly printerPort: number | null;
  readonly paperMm: 58 | 80;
  readonly confirms: boolean; // the citizen confirms on the second screen before sending
}
export interface Seat {
  readonly officerId: string;
  readonly counterId: string | null;
  readonly entryId: string | null;
  readonly shownAt: Date | null;
}

/** How an officer saw who somebody is. */
export const identities = ['ktp-el', 'ikd', 'facts', 'other'] as const;
export type Identity = (typeof identities)[number];
export type { Assisted };
