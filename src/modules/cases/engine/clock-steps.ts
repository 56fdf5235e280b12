// Which clock facts a move causes: started on sending or on "complete", paused only in the states the definition names,
// resumed on leaving them, stopped at the end. The office's own inactivity never pauses (compiler rule).
import { dueOf } from '../../../definition/clocks/compute.ts';
import type { ClockRule, Duration, ServiceDefinition } from '../../../definition/schema.ts';
import type { Answers, CaseClock, ClockFact, Transition } from '../types.ts';
import type { Environment } from './environment.ts';

interface Move {
  readonly to: string;
  readonly actionKind: string; // 'submit' at intake
  readonly action?: string | undefined; // its name, where a person or the system acted
  readonly undo?: string | undefined; // the action it takes back
  readonly undoesAll?: boolean; // it was taken once only: nothing of it is left
  readonly enters: boolean;
  readonly recorded?: Answers | undefined;
  readonly final: boolean;
}

function pausesIn(definition: ServiceDefinition, rule: ClockRule, state: string): boolean {
  return rule.pauseIn.includes(state) || definition.workflow.pauseIn.includes(state);
}

function starts({ start, from }: ClockRule, move: Move): boolean {
  if (from !== undefined) return move.action === from;
  return move.actionKind === (start === 'sent' ? 'submit' : 'complete');
}

/** The stage is over: one of its actions was taken, or one of its states entered. */
function endsStage({ until }: ClockRule, { action, to, enters }: Move): boolean {
  return until?.some((name) => name === action || (enters && name === to)) === true;
}

/** The clock as if the action that is taken back had not ended its stage; a stage ended by anything else stays ended. */
function reopened(clock: CaseClock, { undo }: Move): CaseClock {
  const last = clock.events.at(-1);
  if (undo === undefined || last?.type !== 'stop' || last.reason !== undo) return clock;
  return { ...clock, events: clock.events.slice(0, -1) };
}

/** It began with the action that is taken back, or took its time from what that action recorded. What has ended stays as it ended. */
function withoutUndone(env: Environment, clock: CaseClock, { undo, undoesAll }: Move): CaseClock {
  if (undo === undefined || undoesAll !== true || clock.events.at(-1)?.type === 'stop') return clock;
  const first = env.definition.clocks.find(({ id }) => id === clock.rule.id);
  const timed = first?.by?.action === undo && !isSame(first.duration, clock.rule.duration);
  const rule = timed ? { ...clock.rule, duration: first.duration } : clock.rule;
  if (clock.rule.from === undo && clock.events.length > 0) return { ...clock, rule, events: [], dueAt: null };
  return timed ? { ...clock, rule } : clock;
}
const isSame = (a: Duration, b: Duration): boolean => a.amount === b.amount && a.unit === b.unit;

/** A clock after one step of it. */
export function advanced(clock: CaseClock, step: Transition['clocks'][number]): CaseClock {
  const kept = step.reopened ? clock.events.slice(0, -1) : clock.events;
  const events = step.unstarted ? [] : kept;
  const rule = step.duration ? { ...clock.rule, duration: step.duration } : clock.rule;
  return { ...clock, rule, events: [...events, ...step.events], dueAt: step.dueAt };
}

/** What an officer has just chosen for this clock. The choices are the version's: a list of sixty is not copied into each case. */
function chosenDuration({ definition }: Environment, { id }: ClockRule, move: Move): Duration | undefined {
  const { action, recorded } = move;
  const by = definition.clocks.find((rule) => rule.id === id)?.by;
  if (by === undefined || action !== by.action) return undefined;
  const answer = recorded?.[by.field];
  return typeof answer === 'string' && Object.hasOwn(by.durations, answer) ? by.durations[answer] : undefined;
}

function factsOf(env: Environment, clock: CaseClock, move: Move): ClockFact[] {
  const at = (env.clocksFrom ?? env.now).toISOString();
  const last = clock.events.at(-1)?.type;
  const begins = last === undefined && starts(clock.rule, move);
  const facts: ClockFact[] = begins ? [{ type: 'start', at }] : [];
  if (last === 'stop' || (last === undefined && !begins)) return facts;
  const ends = endsStage(clock.rule, move);
  if (move.final || ends) return [...facts, stopped(at, ends ? move.action : undefined)];
  const pauses = pausesIn(env.definition, clock.rule, move.to);
  if (pauses && last !== 'pause') return [...facts, { type: 'pause', at, reason: move.to }];
  return last === 'pause' && !pauses ? [...facts, { type: 'resume', at }] : facts;
}

/** The action that ended a stage is kept with the stop: an undo of that action takes it back. */
function stopped(at: string, by: string | undefined): ClockFact {
  return { type: 'stop', at, ...(by === undefined ? {} : { reason: by }) };
}

/** The facts of every clock for one move, each with the due date they lead to (null while it has not started). */
export function clockSteps(env: Environment, clocks: readonly CaseClock[], move: Move): Transition['clocks'] {
  return clocks.map((given) => clockStep(env, given, move));
}

function clockStep(env: Environment, given: CaseClock, move: Move): Transition['clocks'][number] {
  const again = reopened(given, move);
  const clock = withoutUndone(env, again, move);
  const unstarted = clock.events.length === 0 && again.events.length > 0;
  const events = factsOf(env, clock, move);
  const duration = durationAfter(env, { clock, again }, move);
  const changes = { ...(duration ? { duration } : {}), ...(again === given ? {} : { reopened: true }) };
  const step = { id: clock.rule.id, events, dueAt: clock.dueAt };
  if (unstarted) return { ...step, ...changes, unstarted };
  if (events.length === 0 && Object.keys(changes).length === 0) return step;
  const rule = duration ? { ...clock.rule, duration } : clock.rule;
  const due = dueOf({ rule, events: [...clock.events, ...events], calendar: env.calendar, now: env.now });
  return { ...step, dueAt: due === null ? null : due.toISOString(), ...changes };
}

/** Chosen just now, or the version's own again because the choice was taken back. */
function durationAfter(
  env: Environment,
  { clock, again }: { clock: CaseClock; again: CaseClock },
  move: Move,
): Duration | undefined {
  if (clock.events.at(-1)?.type === 'stop') return undefined;
  const restored = clock.rule === again.rule ? undefined : clock.rule.duration;
  return chosenDuration(env, clock.rule, move) ?? restored;
}

/** The clocks a new case carries, not yet started. */
export function freshClocks(env: Environment): CaseClock[] {
  return env.definition.clocks.map(({ by: _, ...rule }) => ({
    ...{ rule, calendarId: env.calendarId, events: [], dueAt: null },
  }));
}
