// What is to be said about time: warnings before a promise breaks, and up the line once it is broken. Pure; the same
// function says what is due now and when to look again, so that it does not matter when anybody looks.
import { reachedAt, shareReachedAt } from '../../../definition/clocks/reached.ts';
import type { Duration, ServiceDefinition, Task } from '../../../definition/schema.ts';
import type { WorkCalendar } from '../../../lib/working-time/calendar.ts';
import { dueAfter } from '../../../lib/working-time/gauge.ts';
import type { CaseClock, CaseState, Escalation, NewEvent, TaskState } from '../types.ts';

export const usualWarnings = [50, 80, 100] as const;

/** A place in the line: whoever holds this role in this unit. */
export interface Head {
  readonly unitId: string;
  readonly role: string;
}
export interface WatchSetting {
  readonly definition: ServiceDefinition;
  readonly calendar: WorkCalendar;
  readonly every: Duration; // between one level and the next
  /** The line above a unit, its own head first; 'unknown' when nobody asked: then there is a next level. */
  readonly lineOf: (unitId: string) => readonly Head[] | 'unknown';
}
export interface Watch {
  readonly events: readonly Extract<NewEvent, { kind: 'warned' | 'escalated' }>[]; // due now, in the order of their moments
  readonly nextAt: Date | undefined; // when something will be due again, if nothing else happens
}

/** One thing with a time of its own. */
interface Watched {
  readonly about: string;
  readonly percents: readonly number[];
  readonly momentOf: (percent: number) => Date | undefined;
  readonly escalation: PassingUp | undefined;
}
interface PassingUp {
  readonly reason: Escalation['reason'];
  readonly unitId: string;
  readonly dueAt: Date;
  readonly holder?: Head | undefined; // whose own work it is: nobody is told of that
}
interface Coming {
  readonly at: Date;
  readonly event: Watch['events'][number] | undefined; // undefined: up the line, whoever that will be
}

const minute = 60_000;

/** @returns nothing for a closed case. */
export function watchCase(setting: WatchSetting, state: CaseState, now: Date): Watch {
  if (state.closedAt !== undefined) return { events: [], nextAt: undefined };
  const coming = watchedOf(setting, state, now).flatMap((watched) => [
    ...warningsOf(state, watched),
    ...escalationsOf(setting, state, watched, now),
  ]);
  const due = coming.filter(({ at }) => at <= now).sort((a, b) => a.at.getTime() - b.at.getTime());
  const later = coming.filter(({ at, event }) => at > now || event === undefined).map(({ at }) => at.getTime());
  return {
    events: due.flatMap(({ event }) => event ?? []),
    nextAt: later.length === 0 ? undefined : new Date(Math.min(...later)),
  };
}

function watchedOf(setting: WatchSetting, state: CaseState, now: Date): Watched[] {
  const clocks = state.clocks
    .filter((clock) => isRunning(clock))
    .map((clock) => clockWatched(setting, state, clock, now));
  const tasks = state.tasks.filter((task) => task.closedAt === undefined).map((task) => taskWatched(setting, task));
  return [...clocks, ...tasks];
}

/** While it waits for the applicant a clock stands still: nothing is said and nobody is told. */
function isRunning({ events }: CaseClock): boolean {
  const last = events.at(-1)?.type;
  return last === 'start' || last === 'resume';
}

function clockWatched({ calendar }: WatchSetting, state: CaseState, clock: CaseClock, now: Date): Watched {
  const { rule, events, dueAt } = clock;
  const passesUp = dueAt !== null && (rule.onExpiry ?? 'escalate') === 'escalate';
  return {
    about: rule.id,
    percents: rule.warnAt ?? usualWarnings,
    momentOf: (percent) => reachedAt({ rule, events, calendar, now }, percent),
    escalation: passesUp ? { reason: 'late', unitId: state.unitId, dueAt: new Date(dueAt) } : undefined,
  };
}

function taskWatched({ definition, calendar }: WatchSetting, task: TaskState): Watched {
  const parallel = definition.workflow.tasks.find(({ id }) => id === task.key);
  const duration = parallel ? parallel.due : definition.workflow.states[task.key]?.target;
  const [from, dueAt] = [new Date(task.openedAt), new Date(task.dueAt)];
  const working = duration === undefined || duration.unit.startsWith('working');
  return {
    about: task.id,
    percents: dueAt <= from ? [100] : usualWarnings,
    momentOf: (percent) => shareReachedAt({ from, dueAt, calendar, working }, percent),
    escalation: passingUp(task, { parallel, hasTarget: duration !== undefined, dueAt }),
  };
}

/**
 * Work that others are waiting for goes up the line at once. An office's own step does so when it is late by one level's time
 * as well: its target is the office's own measure, often minutes. Without a target its date is the promise's, and that speaks.
 */
function passingUp(
  { unitId, role }: TaskState,
  { parallel, hasTarget, dueAt }: { parallel: Task | undefined; hasTarget: boolean; dueAt: Date },
): PassingUp | undefined {
  if (parallel)
    return (parallel.silence ?? 'escalate') === 'escalate' ? { reason: 'silence', unitId, dueAt } : undefined;
  return hasTarget ? { reason: 'step', unitId, dueAt, holder: { unitId, role } } : undefined;
}

function warningsOf(state: CaseState, { about, percents, momentOf }: Watched): Coming[] {
  const told = state.warned?.[about] ?? 0;
  return percents
    .filter((percent) => percent > told)
    .flatMap((percent) => {
      const at = momentOf(percent);
      return at ? [{ at, event: { kind: 'warned', data: { about, percent } } } satisfies Coming] : [];
    });
}

function escalationsOf(setting: WatchSetting, state: CaseState, watched: Watched, now: Date): Coming[] {
  const { escalation, about } = watched;
  if (!escalation) return [];
  const told = (state.escalations ?? []).filter((one) => one.about === about).length;
  const line = lineFor(setting, escalation);
  const coming: Coming[] = [];
  for (let level = told + 1; line === 'unknown' ? level === told + 1 : level <= line.length; level++) {
    const at = levelAt(setting, escalation, level);
    const head = line === 'unknown' ? undefined : line[level - 1];
    const { reason } = escalation;
    coming.push({ at, event: head && { kind: 'escalated', data: { about, level, ...head, reason } } });
    if (at > now) break; // the levels after it come later still
  }
  return coming;
}

function lineFor(setting: WatchSetting, { unitId, holder }: PassingUp): readonly Head[] | 'unknown' {
  const line = setting.lineOf(unitId);
  return line === 'unknown' ? line : line.filter((head) => head.unitId !== holder?.unitId || head.role !== holder.role);
}

/** The first level once the due minute has passed, of an office's own step `every` later; each further one `every` after it. */
function levelAt({ every, calendar }: WatchSetting, { reason, dueAt }: PassingUp, level: number): Date {
  const later = reason === 'step' ? level : level - 1;
  if (later === 0) return new Date(dueAt.getTime() + minute);
  return dueAfter({ ...every, amount: every.amount * later }, dueAt, calendar);
}
