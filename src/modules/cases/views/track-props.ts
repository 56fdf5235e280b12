import { formatDateTime } from '../../../lib/dates/format.ts';
import type { PageFrame } from '../../../ui/index.ts';
import type { TrackedCase } from '../service/track.ts';

export interface TrackViewProps {
  readonly frame: PageFrame;
  readonly code: string;
  readonly tracked: TrackedCase;
  readonly readings: readonly {
    readonly who: string;
    readonly what: string;
    readonly when: string;
    readonly reason: string;
  }[];
  readonly reason: string | undefined; // of a correction or refusal, as a sentence
  readonly objection: string | undefined;
  readonly results: readonly { readonly label: string; readonly value: string }[];
  readonly requestId: string; // server-made: a message sent twice is one message
  readonly error?: string | undefined;
  readonly draft?: string | undefined; // the message as typed, when it was refused
}

/** A reason as its writer left it, ended as a sentence. */
export const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** An instant of the case as the reader of the page tells time. */
export function timeOn(frame: PageFrame, at: string | Date): string {
  return formatDateTime(new Date(at), { timezone: frame.region.timezone, locale: frame.locale });
}
