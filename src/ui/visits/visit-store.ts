// What an officer filled in on site, kept in the browser's own database until it has been sent.
import { openShelf } from './shelf.ts';

export interface KeptPhoto {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: ArrayBuffer; // not a File: older phones lose those when the browser restarts
  readonly uploadId?: string | undefined; // once it has travelled
}
export type VisitState = 'draft' | 'waiting' | 'sent' | 'closed' | 'mistakes';
export interface KeptVisit {
  readonly key: string; // "<case number>/<task id>"
  readonly officer: string;
  readonly state: VisitState;
  readonly address: string; // of the form
  readonly csrf: string;
  readonly requestId: string; // made with the page; every try to send carries the same
  readonly visitedAt: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly labels: readonly (readonly [string, string])[]; // what was answered, as it was read: for showing it when it comes too late
  readonly photos: readonly KeptPhoto[];
  readonly savedAt: string;
  readonly time?: string | undefined; // when the office had it
  readonly sentence?: string | undefined; // why it was not taken
}

const shelf = openShelf<KeptVisit>('tinjau', { visits: 'key' }, 'visits');
export const readVisit = shelf.read;
export const readVisits = shelf.readAll;
export const keepVisit = shelf.put;
export const dropVisit = shelf.drop;

/** Once sent, only the fact and the time stay: nothing that tells about anybody. */
export function emptied(visit: KeptVisit, time: string): KeptVisit {
  return { ...visit, state: 'sent', time, fields: [], labels: [], photos: [], csrf: '', sentence: undefined };
}

export const isUnsent = (visit: KeptVisit): boolean => visit.state !== 'sent';
