// The printed promise: each sentence is one fact the due date depends on, in the order in which it happened.
import {
  formatBareTime,
  formatDate,
  formatDateTime,
  formatLocalDate,
  formatPlainLocalDate,
} from '../../lib/dates/format.ts';
import { localDateOf, localDateOfDay, weekdayOf } from '../../lib/dates/local-date.ts';
import type { Locale } from '../../lib/locale.ts';
import { say } from '../../lib/locale.ts';
import type { CalendarIndex } from '../../lib/working-time/day-index.ts';
import type { Gauge } from '../../lib/working-time/gauge.ts';
import { minuteOf } from '../../lib/working-time/gauge.ts';
import { isOpen } from '../../lib/working-time/opening.ts';
import type { Stretch } from '../../lib/working-time/walk.ts';
import { MINUTES_PER_DAY } from '../../lib/working-time/walk.ts';
import type { ClockWords } from './messages.id.ts';
import { clockWords } from './messages.ts';
import type { Progress } from './progress.ts';
import { spanText } from './time-left.ts';
import type { Timeline } from './timeline.ts';
import { calendarAt, stretchesOf } from './timeline.ts';
import type { ClockQuestion, ClockReading } from './types.ts';

interface Proof {
  readonly question: ClockQuestion;
  readonly timeline: Timeline;
  readonly gauge: Gauge;
  readonly reading: Omit<ClockReading, 'derivation'>;
  readonly progress: Progress;
}
interface Line {
  readonly minute: number;
  readonly text: string;
}
interface Pen {
  readonly locale: Locale;
  readonly words: ClockWords;
  readonly moment: (at: Date) => string;
}

export function derive(proof: Proof): string[] {
  const { question, timeline, gauge } = proof;
  const locale = question.locale ?? 'id';
  const style = { timezone: question.calendar.timezone, locale };
  const pen: Pen = { locale, words: clockWords(locale), moment: (at) => formatDateTime(at, style) };
  const happenings = [
    ...countingLines(proof, pen),
    ...(gauge.countsOpenTime ? calendarLines(proof, pen) : []),
    ...pauseLines(timeline, pen),
    ...(gauge.countsOpenTime ? closedLines(proof, pen) : []),
  ].sort((a, b) => a.minute - b.minute);
  return [...openingLines(proof, pen), ...happenings.map((line) => line.text), ...closingLines(proof, pen)];
}

function openingLines({ question, timeline, gauge, reading }: Proof, pen: Pen): string[] {
  const { rule } = question;
  const at = reading.startedAt;
  if (at === null) return [];
  const span = pen.words.amount(rule.duration.amount, rule.duration.unit);
  const limit =
    rule.id === 'legal'
      ? pen.words.legalLimit
      : rule.id === 'promise' || rule.id === undefined
        ? promiseWords(rule, pen.words).promise
        : pen.words.otherLimit;
  const calendar = calendarAt(timeline.calendars, minuteOf(at)).calendar;
  const said = !gauge.countsOpenTime
    ? pen.words.started
    : isOpen(calendar, at)
      ? pen.words.startedOpen
      : pen.words.startedClosed;
  return [said(rule.from === undefined ? (rule.start ?? 'sent') : 'action', pen.moment(at)), limit(span)];
}

/** A stage that ends with the first answer promises no more than that. */
function promiseWords({ promises }: ClockQuestion['rule'], words: ClockWords) {
  if (promises !== 'answer') return words;
  return { promise: words.answer, due: words.answerDue, dueIfResumed: words.answerDueIfResumed };
}

function countingLines({ question, timeline, gauge, reading, progress: { due } }: Proof, pen: Pen): Line[] {
  const lines: Line[] = timeline.runs
    .slice(1)
    .flatMap((run) =>
      run.fresh && run.from <= due
        ? [{ minute: run.from, text: pen.words.restarted(pen.moment(new Date(run.from * 60_000))) }]
        : [],
    );
  const first = reading.countsFrom;
  if (first === null || !gauge.countsOpenTime) return lines;
  const style = { timezone: question.calendar.timezone, locale: pen.locale };
  const minute = minuteOf(first);
  if (gauge.unit === 'working-days') {
    return [
      ...lines,
      { minute, text: pen.words.firstWorkingDay(formatDate(first, style), formatBareTime(first, style)) },
    ];
  }
  const began = timeline.runs.findLast(({ fresh, from }) => fresh && from <= due)?.from ?? minute;
  return minute > began ? [...lines, { minute, text: pen.words.countsFrom(pen.moment(first)) }] : lines;
}

function calendarLines({ timeline, reading, progress: { due } }: Proof, pen: Pen): Line[] {
  const began = reading.startedAt === null ? due : minuteOf(reading.startedAt);
  return timeline.calendars.flatMap(({ at, from, index }) => {
    if (at === undefined || from <= began || from > due) return []; // no part of this promise
    return [{ minute: from, text: pen.words.calendarChanged(pen.moment(at), say(index.calendar.name, pen.locale)) }];
  });
}

function pauseLines(timeline: Timeline, pen: Pen): Line[] {
  return timeline.pauses.map(({ from, to, reason }) => ({
    minute: minuteOf(from),
    text:
      to === undefined
        ? pen.words.pausedSince(pen.moment(from), reason)
        : pen.words.paused(pen.moment(from), pen.moment(to), reason),
  }));
}

/** Days on which the office would have worked, and other hours that held, while the clock ran. */
function closedLines({ timeline, gauge, progress: { runs, due } }: Proof, pen: Pen): Line[] {
  const told = new Set<string>();
  let boundary = -Infinity;
  const lines: Line[] = [];
  for (const run of runs) {
    const index = calendarAt(timeline.calendars, run.from);
    if (run.fresh) boundary = gauge.countsFrom(run.from, index);
    for (const stretch of stretchesOf(timeline.calendars, Math.max(run.from, boundary), Math.min(run.to, due))) {
      for (const line of closedIn(stretch, pen)) {
        if (!told.has(line.text)) lines.push(line);
        told.add(line.text);
      }
    }
  }
  return lines;
}

function closedIn({ index, from, to }: Stretch, pen: Pen): Line[] {
  const lines: Line[] = [];
  const first = Math.floor((from + index.offsetMinutes) / MINUTES_PER_DAY);
  const last = Math.floor((to - 1 + index.offsetMinutes) / MINUTES_PER_DAY);
  for (let dayNumber = first; dayNumber <= last; dayNumber += 1) {
    const text = dayText(index, dayNumber, pen);
    if (text !== undefined) lines.push({ minute: dayNumber * MINUTES_PER_DAY - index.offsetMinutes, text });
  }
  return lines;
}

function dayText(index: CalendarIndex, dayNumber: number, { words, locale }: Pen): string | undefined {
  const { holiday, exception, minutes } = index.day(dayNumber);
  if (holiday !== undefined) {
    return words.holiday(formatLocalDate(holiday.date, locale), say(holiday.name, locale), holiday.decree);
  }
  if (exception === undefined) return undefined;
  const name = say(exception.name, locale);
  if (minutes > 0) {
    return words.specialHours(
      name,
      formatPlainLocalDate(exception.from, locale),
      formatPlainLocalDate(exception.to, locale),
    );
  }
  const usuallyOpen = (index.calendar.week[weekdayOf(dayNumber)]?.length ?? 0) > 0;
  return usuallyOpen ? words.closure(formatLocalDate(localDateOfDay(dayNumber), locale), name) : undefined;
}

function closingLines({ question, gauge, reading, progress }: Proof, { words, moment, locale }: Pen): string[] {
  const { dueAt, stoppedAt, breached, paused } = reading;
  if (dueAt === null) return [];
  const said = promiseWords(question.rule, words);
  const lines = [paused && !breached ? said.dueIfResumed(moment(dueAt)) : said.due(moment(dueAt))];
  const lastYear = question.calendar.holidays.at(-1)?.date.slice(0, 4);
  const dueYear = localDateOf(dueAt, question.calendar.timezone).slice(0, 4);
  if (gauge.countsOpenTime && lastYear !== undefined && dueYear > lastYear) lines.push(words.holidaysUnknown(dueYear));
  if (stoppedAt !== null) lines.push(words.stopped(moment(stoppedAt)));
  if (breached) lines.push(words.broken(spanText({ gauge, locale, extent: progress.late })));
  return lines;
}
