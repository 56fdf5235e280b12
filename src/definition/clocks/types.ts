// What happens to a clock, and what can be read from it.

import type { Locale, LocalText } from '../../lib/locale.ts';
import type { WorkCalendar } from '../../lib/working-time/calendar.ts';
import type { ClockRule } from '../schema.ts';

export const clockEventTypes = ['start', 'pause', 'resume', 'stop', 'calendar'] as const;
export type ClockEventType = (typeof clockEventTypes)[number];

export interface ClockEvent {
  readonly type: ClockEventType;
  readonly at: Date | string; // a Date or ISO 8601 with offset
  readonly reason?: string | LocalText | undefined; // of a pause: "Anda melengkapi foto tempat usaha"
  readonly calendar?: WorkCalendar | undefined; // of 'calendar': the hours that hold from here on
}

/** What a clock promises: a `ClockRule`, or as little as its duration. */
export interface ClockTerms {
  readonly duration: ClockRule['duration'];
  readonly id?: string | undefined; // 'promise' when absent
  readonly promises?: ClockRule['promises'];
  readonly start?: ClockRule['start'] | undefined;
  readonly from?: string | undefined; // the action that starts it, instead of `start`
  readonly resume?: ClockRule['resume'] | undefined;
}

/** Everything a clock depends on. `now` only decides what is left and what is late, never which events count. */
export interface ClockQuestion {
  readonly rule: ClockTerms;
  readonly events: readonly ClockEvent[];
  readonly calendar: WorkCalendar;
  readonly now: Date;
  readonly locale?: Locale | undefined; // of texts; Indonesian when absent
}

export interface ClockPause {
  readonly from: Date;
  readonly to?: Date; // absent while it lasts
  readonly reason: string;
}
export interface ClockRemaining {
  /** Minutes of the clock's own kind (open minutes for working units); negative once the promise is broken. */
  readonly minutes: number;
  readonly text: string; // "2 hari kerja lagi", "Lewat 3 jam kerja", "Dijeda, sisa 1 hari kerja"
}
export interface ClockElapsed {
  readonly minutes: number; // counted since the start, or since the last reset
  readonly percent: number; // of the promise, rounded down; above 100 once broken
}

/** A clock at one moment. Before the start everything is null; while paused `dueAt` is the date if it resumed now. */
export interface ClockReading {
  readonly startedAt: Date | null;
  readonly countsFrom: Date | null; // the first minute that counts, e.g. the first working day's opening
  readonly pauses: readonly ClockPause[];
  readonly paused: boolean;
  readonly stoppedAt: Date | null;
  readonly dueAt: Date | null;
  readonly remaining: ClockRemaining | null;
  readonly elapsed: ClockElapsed | null;
  readonly breached: boolean;
  readonly derivation: readonly string[];
}
