// Which clock facts a move causes: started on sending or on "complete", paused only in the states the definition names,
// resumed on leaving them, stopped at the end. The office's own inactivity never pauses (compiler rule).
import { dueOf } from '../../../definition/clocks/compute.ts';
import type { ClockRule, ServiceDefinition } from '../../../definition/schema.ts';
import type { CaseClock, ClockFact, Transition } from '../types.ts';
import type { Environment } from './environment.ts';

interface Move {
  readonly to: string;
  readonly actionKind: string; // 'submit' at intake
  readonly final: boolean;
}

function pausesIn(definition: ServiceDefinition, rule: ClockRule, state: string): boolean {
  return rule.pauseIn.includes(state) || definition.workflow.pauseIn.includes(state);
}

function factsOf(env: Environment, clock: CaseClock, move: Move): ClockFact[] {
  const at = (env.clocksFrom ?? env.now).toISOString();
  const last = clock.events.at(-1)?.type;
  const running = last === 'start' || last === 'resume';
  const paused = last === 'pause';
  const facts: ClockFact[] = [];
  const startsOn = clock.rule.start === 'sent' ? 'submit' : 'complete';
  if (last === undefined && move.actionKind === startsOn) facts.push({ type: 'start', at });
  const runs = running || facts.length > 0;
  if (move.final && (runs || paused)) return [...facts, { type: 'stop', at }];
  if (runs && pausesIn(env.definition, clock.rule, move.to)) facts.push({ type: 'pause', at, reason: move.to });
  if (paused && !pausesIn(env.definition, clock.rule, move.to)) facts.push({ type: 'resume', at });
  return facts;
}

/** The facts of every clock for one move, each with the due date they lead to (null while it has not started). */
export function clockSteps(env: Environment, clocks: readonly CaseClock[], move: Move): Transition['clocks'] {
  return clocks.map((clock) => {
    const facts = factsOf(env, clock, move);
    const events = [...clock.events, ...facts];
    if (facts.length === 0) return { id: clock.rule.id, events: [], dueAt: clock.dueAt };
    const dueAt = dueOf({ rule: clock.rule, events, calendar: env.calendar, now: env.now });
    return { id: clock.rule.id, events: facts, dueAt: dueAt === null ? null : dueAt.toISOString() };
  });
}

/** The clocks a new case carries, not yet started. */
export function freshClocks(env: Environment): CaseClock[] {
  return env.definition.clocks.map((rule) => ({ rule, calendarId: env.calendarId, events: [], dueAt: null }));
}
