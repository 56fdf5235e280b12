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

/** A clock after one step of it. */
export function advanced(clock: CaseClock, step: Transition['clocks'][number]): CaseClock {
  const events = step.reopened ? clock.events.slice(0, -1) : clock.events;
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
  return clocks.map((given) => {
    const clock = reopened(given, move);
    const isReopened = clock !== given;
    const facts = factsOf(env, clock, move);
    const duration = clock.events.at(-1)?.type === 'stop' ? undefined : chosenDuration(env, clock.rule, move);
    const step = { id: clock.rule.id, events: facts, dueAt: clock.dueAt };
    if (facts.length === 0 && duration === undefined && !isReopened) return step;
    const rule = duration ? { ...clock.rule, duration } : clock.rule;
    const due = dueOf({ rule, events: [...clock.events, ...facts], calendar: env.calendar, now: env.now });
    const dueAt = due === null ? null : due.toISOString();
    return { ...step, dueAt, ...(duration ? { duration } : {}), ...(isReopened ? { reopened: true } : {}) };
  });
}

/** The clocks a new case carries, not yet started. */
export function freshClocks(env: Environment): CaseClock[] {
  return env.definition.clocks.map(({ by: _, ...rule }) => ({
    ...{ rule, calendarId: env.calendarId, events: [], dueAt: null },
  }));
}
