// The slow twin of computeClock: walks every single minute and asks "does this one count?". Shares no code with it.
import type { WorkCalendar } from '../../../lib/working-time/calendar.ts';
import type { ClockEvent, ClockQuestion } from '../types.ts';

export interface MinuteCount {
  readonly dueAt: string | null;
  readonly breached: boolean;
  readonly paused: boolean;
  readonly remainingMinutes: number | null; // negative: late
  readonly elapsedMinutes: number | null;
}
interface Tick {
  readonly event: ClockEvent;
  readonly ms: number;
  readonly minute: number;
}
interface Walk {
  readonly started: boolean;
  readonly paused: boolean;
  readonly due: number | undefined;
  readonly counted: number; // minutes since the start or the last reset, up to the due minute
}
const offsetHours: Readonly<Record<string, number>> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 };

export function countMinutes(question: ClockQuestion): MinuteCount {
  const ticks = question.events
    .map((event): Tick => tick(event, new Date(event.at).getTime()))
    .sort((a, b) => a.ms - b.ms);
  const end = ticks.findIndex(({ event }) => event.type === 'stop');
  const stop = end < 0 ? undefined : ticks[end];
  const before = stop === undefined ? ticks : ticks.filter((one, at) => at < end || one.event.type === 'calendar');
  const acts = before.filter(({ event }) => event.type !== 'calendar').map(({ minute }) => minute);
  const readAt = stop?.minute ?? Math.max(Math.floor(question.now.getTime() / 60_000), ...acts);

  const spent = walk(question, before, readAt);
  if (!spent.started)
    return { dueAt: null, breached: false, paused: false, remainingMinutes: null, elapsedMinutes: null };
  const resumed = spent.paused ? [...before, tick({ type: 'resume', at: '' }, readAt * 60_000)] : before;
  const whole = walk(question, resumed, Infinity);
  const due = whole.due ?? Number.NaN;
  const dueAt = new Date(due * 60_000 - (question.rule.duration.unit === 'calendar-days' ? 1000 : 0));
  const breached = readAt * 60_000 > dueAt.getTime();
  const late = breached ? countBetween(question, before, due, readAt) : 0;
  const again = spent.paused && question.rule.resume === 'reset' && spent.due === undefined;
  return {
    dueAt: dueAt.toISOString(),
    breached,
    paused: spent.paused && stop === undefined,
    remainingMinutes: breached ? -late : whole.counted - (again ? 0 : spent.counted),
    elapsedMinutes: spent.counted + late,
  };
}

interface State {
  started: boolean;
  paused: boolean;
  calendar: WorkCalendar;
  counted: number;
  spent: bigint;
  budget: bigint;
  boundary: number; // nothing counts before this minute
  due: number | undefined;
}

/** Goes through the minutes up to `until`; with Infinity, until the promise is used up. */
function walk(question: ClockQuestion, ticks: readonly Tick[], until: number): Walk {
  const price = priceList(question, ticks);
  const { calendar } = question;
  const state: State = {
    started: false,
    paused: false,
    calendar,
    counted: 0,
    spent: 0n,
    budget: 0n,
    boundary: 0,
    due: undefined,
  };
  const minutes = new Set(ticks.map((one) => one.minute));
  for (let minute = Math.min(until, ...minutes); ; minute += 1) {
    if (minutes.has(minute)) happenIn(minute, state, { question, ticks, price });
    if (minute === until || (until === Infinity && state.due !== undefined)) return state;
    const runs = state.started && !state.paused && state.due === undefined;
    if (runs && minute >= state.boundary) pay(state, price, minute);
  }
}

function happenIn(
  minute: number,
  state: State,
  { question, ticks, price }: { question: ClockQuestion; ticks: readonly Tick[]; price: PriceList },
): void {
  const events = ticks.filter((one) => one.minute === minute).map(({ event }) => event);
  for (const event of events) if (event.type === 'calendar') state.calendar = event.calendar ?? state.calendar;
  for (const event of events) {
    if (happen(state, event, question) && state.due === undefined) begin(state, price, minute);
  }
}

/** True when the event makes the clock count from nothing. */
function happen(state: State, { type }: ClockEvent, { rule }: ClockQuestion): boolean {
  const starts = type === 'start' && !state.started;
  const resumes = type === 'resume' && state.paused;
  if (type === 'pause') state.paused = true;
  if (starts) state.started = true;
  if (resumes) state.paused = false;
  return starts || (resumes && state.started && rule.resume === 'reset');
}

function begin(state: State, price: PriceList, minute: number): void {
  state.counted = 0;
  state.spent = 0n;
  state.budget = price.budget(state.calendar, minute);
  state.boundary = price.boundary(state.calendar, minute);
}

function pay(state: State, price: PriceList, minute: number): void {
  const cost = price.minute(state.calendar, minute);
  if (cost === 0n) return;
  state.counted += 1;
  state.spent += cost;
  if (state.spent >= state.budget) state.due = minute + 1;
}

/** Open (or, for units of the plain clock, all) minutes from `from` up to `to`. */
function countBetween(question: ClockQuestion, ticks: readonly Tick[], from: number, to: number): number {
  const price = priceList(question, ticks);
  const changes = ticks.filter(({ event }) => event.type === 'calendar');
  let count = 0;
  for (let minute = from; minute < to; minute += 1) {
    const calendar = changes.findLast((change) => change.minute <= minute)?.event.calendar ?? question.calendar;
    if (price.minute(calendar, minute) > 0n) count += 1;
  }
  return count;
}

/** Exact prices: a working day costs `day`, which every day length divides; nothing is ever rounded. */
function priceList({ rule, calendar: first }: ClockQuestion, ticks: readonly Tick[]) {
  const { amount, unit } = rule.duration;
  const calendars = [first, ...ticks.flatMap(({ event }) => event.calendar ?? [])];
  const weeks = calendars.flatMap((calendar) => [calendar.week, ...calendar.exceptions.map(({ week }) => week)]);
  const lengths = new Set(
    weeks.flatMap((week) => week.map((hours) => lengthOf(hours ?? []))).filter((length) => length > 0),
  );
  const day = [...lengths].reduce((product, length) => product * BigInt(length), 4n); // 4: quarters of a day
  const costs = new Map([...lengths].map((length) => [length, day / BigInt(length)]));
  const plain = unit === 'calendar-days' || unit === 'clock-hours';
  return {
    minute(calendar: WorkCalendar, minute: number): bigint {
      if (plain) return 1n;
      const { open, length } = localDay(calendar, minute);
      if (open[localMinute(calendar, minute)] !== true) return 0n;
      return unit === 'working-hours' ? 1n : (costs.get(length) ?? 0n);
    },
    budget(calendar: WorkCalendar, minute: number): bigint {
      if (unit === 'working-days') return BigInt(amount * 4) * (day / 4n);
      if (unit !== 'calendar-days') return BigInt(amount * 60);
      let end = nextMidnight(calendar, minute);
      for (let passed = 0; passed < amount; passed += 1) end = nextMidnight(calendar, end);
      return BigInt(end - minute);
    },
    boundary: (calendar: WorkCalendar, minute: number) =>
      unit === 'working-days' ? nextMidnight(calendar, minute) : minute,
  };
}

type PriceList = ReturnType<typeof priceList>;

interface OpenDay {
  readonly open: readonly boolean[]; // one per minute
  readonly length: number;
}
const days = new WeakMap<WorkCalendar, Map<string, OpenDay>>();

function localDay(calendar: WorkCalendar, minute: number): OpenDay {
  const known = days.get(calendar) ?? new Map<string, OpenDay>();
  days.set(calendar, known);
  const date = isoDay(calendar, minute);
  const day = known.get(date) ?? openDay(calendar, date);
  known.set(date, day);
  return day;
}

function openDay(calendar: WorkCalendar, date: string): OpenDay {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  const exception = calendar.exceptions.find(({ from, to }) => from <= date && date <= to);
  const closed = calendar.holidays.some((holiday) => holiday.date === date) && exception?.onHolidays !== true;
  const hours = closed ? [] : (exception?.week[weekday] ?? calendar.week[weekday] ?? []);
  const open = new Array<boolean>(1440).fill(false);
  for (const { from, to } of hours) open.fill(true, from, to);
  return { open, length: lengthOf(hours) };
}

const isoDays = new Map<number, string>();
function isoDay(calendar: WorkCalendar, minute: number): string {
  const local = Math.floor((minute + offset(calendar)) / 1440);
  const known = isoDays.get(local) ?? new Date(local * 86_400_000).toISOString().slice(0, 10);
  isoDays.set(local, known);
  return known;
}

function nextMidnight(calendar: WorkCalendar, minute: number): number {
  let later = minute + 1;
  while (localMinute(calendar, later) !== 0) later += 1;
  return later;
}

function localMinute(calendar: WorkCalendar, minute: number): number {
  return (minute + offset(calendar)) % 1440;
}

function offset(calendar: WorkCalendar): number {
  return (offsetHours[calendar.timezone] ?? Number.NaN) * 60;
}

function lengthOf(hours: readonly { from: number; to: number }[]): number {
  return hours.reduce((sum, { from, to }) => sum + to - from, 0);
}

function tick(event: ClockEvent, ms: number): Tick {
  return { event, ms, minute: Math.floor(ms / 60_000) };
}
