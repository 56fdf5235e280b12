// The dates of an open case under another calendar. Pure. Whatever the old calendar does not explain is left as it is.
import { dueOf } from '../../../definition/clocks/compute.ts';
import type { Duration, ServiceDefinition } from '../../../definition/schema.ts';
import type { WorkCalendar } from '../../../lib/working-time/calendar.ts';
import { dueAfter } from '../../../lib/working-time/gauge.ts';
import type { CaseClock, CaseState, EventData, TaskState } from '../types.ts';
import { leadingClock } from './leading-clock.ts';

export interface Recalendar {
  readonly definition: ServiceDefinition;
  readonly before: WorkCalendar;
  readonly after: { readonly id: string; readonly calendar: WorkCalendar };
  readonly reason: string;
  readonly decree: string;
}
export interface Recounted {
  readonly data: EventData['calendar-changed'];
  readonly moved: 'earlier' | 'later' | 'same'; // the promise, else the first date that moved
}

/** @returns undefined when no clock of the case can still be moved by a calendar. */
export function recalendar(change: Recalendar, state: CaseState): Recounted | undefined {
  if (state.closedAt !== undefined) return undefined;
  const { id: calendarId, calendar } = change.after;
  const clocks = state.clocks
    .filter((clock) => clock.events.at(-1)?.type !== 'stop' && clock.calendarId !== calendarId)
    .map((clock) => ({ id: clock.rule.id, calendarId, dueAt: clockDue(clock, calendar), before: clock.dueAt }));
  if (clocks.length === 0) return undefined;
  const leading = leadingClock(state.clocks)?.rule.id;
  const dues = (which: 'before' | 'dueAt') => {
    const due = (clocks.find(({ id }) => id === leading) ?? clocks[0])?.[which];
    return due ? new Date(due) : undefined;
  };
  const [old, fresh] = [dues('before'), dues('dueAt')];
  const tasks = state.tasks
    .filter((task) => task.closedAt === undefined)
    .flatMap((task) => {
      const own = targetOf(change.definition, task);
      // Its date is the target's, or the promise's where that comes first: only then does another calendar say another date.
      if (taskDue(task, own, { due: old, calendar: change.before }) !== task.dueAt) return [];
      const dueAt = taskDue(task, own, { due: fresh, calendar });
      return dueAt === task.dueAt ? [] : [{ id: task.id, dueAt, before: task.dueAt }];
    });
  const lapseAt = lapseOf(change, state);
  const { reason, decree } = change;
  const data = { reason, decree, clocks, tasks, ...(lapseAt ? { lapseAt } : {}) };
  return { data, moved: movedOf(data, state) };
}

function clockDue({ rule, events }: CaseClock, calendar: WorkCalendar): string | null {
  const last = events.at(-1);
  // A paused clock's date is the one it had when it was paused: it stands still, whatever today is.
  return last ? (dueOf({ rule, events, calendar, now: new Date(last.at) })?.toISOString() ?? null) : null;
}

function targetOf({ workflow }: ServiceDefinition, { key }: TaskState): Duration | undefined {
  const parallel = workflow.tasks.find(({ id }) => id === key);
  return parallel ? parallel.due : workflow.states[key]?.target;
}

function taskDue(
  task: TaskState,
  target: Duration | undefined,
  { due, calendar }: { due: Date | undefined; calendar: WorkCalendar },
): string {
  const from = new Date(task.openedAt);
  const own = target ? dueAfter(target, from, calendar) : undefined;
  const first = own && due ? (own < due ? own : due) : (own ?? due);
  return (first ?? dueAfter({ amount: 1, unit: 'working-days' }, from, calendar)).toISOString();
}

function lapseOf({ definition, before, after }: Recalendar, state: CaseState): string | undefined {
  const lapse = definition.workflow.states[state.state]?.lapse;
  if (!lapse || state.lapseAt === undefined) return undefined;
  const from = new Date(state.since);
  if (dueAfter(lapse.after, from, before).toISOString() !== state.lapseAt) return undefined;
  const fresh = dueAfter(lapse.after, from, after.calendar).toISOString();
  return fresh === state.lapseAt ? undefined : fresh;
}

function movedOf({ clocks, tasks, lapseAt }: EventData['calendar-changed'], state: CaseState): Recounted['moved'] {
  const pairs = [
    ...clocks.filter(({ id }) => id === 'promise').map(({ before, dueAt }) => [before, dueAt] as const),
    ...clocks.map(({ before, dueAt }) => [before, dueAt] as const),
    ...tasks.map(({ before, dueAt }) => [before ?? null, dueAt] as const),
    ...(lapseAt ? [[state.lapseAt ?? null, lapseAt] as const] : []),
  ];
  const moved = pairs.find(([before, after]) => before !== null && after !== null && before !== after);
  if (!moved) return 'same';
  return (moved[1] ?? '') < (moved[0] ?? '') ? 'earlier' : 'later';
}
