// The story of a case told again by hand, from the definition and what happened alone: what each clock heard, which unit is
// responsible and where each role stands. Shares no code with the engine.
import type { Action, ClockRule, ServiceDefinition } from '../../../definition/schema.ts';
import type { CaseEvent, ClockFact } from '../types.ts';

interface Told {
  readonly at: string;
  readonly action: Action | undefined; // undefined: sent, or time ran out
  readonly sent: boolean;
  readonly to: string;
  readonly enters: boolean; // work begins anew there: in another state, at another unit, or because another unit is asked
  readonly recorded: Readonly<Record<string, unknown>>;
}

function storyOf({ workflow }: ServiceDefinition, events: readonly CaseEvent[]): Told[] {
  return events.flatMap((event) => {
    if (event.kind !== 'submitted' && event.kind !== 'acted' && event.kind !== 'lapsed') return [];
    const { to, from } = event.data.transition;
    const acted = event.kind === 'acted' ? event.data : undefined;
    const action = workflow.actions.find((candidate) => candidate.do === acted?.action);
    const handed = acted?.forwardedTo ?? acted?.offeredTo;
    const enters = to !== from || handed !== undefined;
    return [{ at: event.at, action, sent: event.kind === 'submitted', to, enters, recorded: acted?.recorded ?? {} }];
  });
}

function begins({ from, start }: ClockRule, { sent, action }: Told): boolean {
  if (from !== undefined) return action?.do === from;
  return start === 'sent' ? sent : action?.kind === 'complete';
}

/** What one step means for a clock that has started and not ended. */
function factOf(
  { workflow }: ServiceDefinition,
  rule: ClockRule,
  last: ClockFact['type'],
  { at, action, to, enters }: Told,
): ClockFact[] {
  const over = rule.until?.some((name) => name === action?.do || (enters && name === to)) === true;
  if (over) return [{ type: 'stop', at, ...(action ? { reason: action.do } : {}) }];
  if (workflow.states[to]?.final) return [{ type: 'stop', at }];
  const pauses = [...rule.pauseIn, ...workflow.pauseIn].includes(to);
  if (pauses) return last === 'pause' ? [] : [{ type: 'pause', at }];
  return last === 'pause' ? [{ type: 'resume', at }] : [];
}

/** The facts so far, without a stop that is taken back; stopped for good it hears nothing more. */
function heard(definition: ServiceDefinition, rule: ClockRule, facts: readonly ClockFact[], told: Told): ClockFact[] {
  const undo = told.action?.undo;
  const undone = undo !== undefined && facts.at(-1)?.type === 'stop' && facts.at(-1)?.reason === undo;
  const before = undone ? facts.slice(0, -1) : [...facts];
  if (before.at(-1)?.type === 'stop') return before;
  const begun: ClockFact[] = before.length === 0 && begins(rule, told) ? [{ type: 'start', at: told.at }] : before;
  const last = begun.at(-1)?.type;
  return last ? [...begun, ...factOf(definition, rule, last, told)] : begun;
}

/** The action that is taken back was taken once and not taken back before: nothing of it is left. */
function leavesNothing(before: readonly Told[], { action }: Told): boolean {
  const times = (name: string | undefined) => before.filter((one) => one.action?.do === name).length;
  return action?.undo !== undefined && times(action.undo) - times(action.do) === 1;
}
/** What ended otherwise than by the action that is taken back stays as it ended. */
function canMove(facts: readonly ClockFact[], { action }: Told): boolean {
  const last = facts.at(-1);
  return last?.type !== 'stop' || last.reason === action?.undo;
}

export interface ClockByHand {
  readonly facts: readonly ClockFact[];
  readonly rule: ClockRule; // with the duration that an officer's choice gave it
}

/** @param original the clock as the definition has it */
export function clockByHand(
  definition: ServiceDefinition,
  original: ClockRule,
  events: readonly CaseEvent[],
): ClockByHand {
  let clock: Heard = { facts: [], duration: original.duration };
  const story = storyOf(definition, events);
  for (const [at, told] of story.entries())
    clock = afterStep({ definition, original }, takenBack(original, clock, { before: story.slice(0, at), told }), told);
  return { facts: clock.facts, rule: { ...original, duration: clock.duration } };
}

interface Heard {
  readonly facts: ClockFact[];
  readonly duration: ClockRule['duration'];
}
function takenBack(
  original: ClockRule,
  clock: Heard,
  { before, told }: { before: readonly Told[]; told: Told },
): Heard {
  if (!leavesNothing(before, told) || !canMove(clock.facts, told)) return clock;
  const undone = told.action?.undo;
  return {
    facts: original.from === undone ? [] : clock.facts,
    duration: original.by?.action === undone ? original.duration : clock.duration,
  };
}
function afterStep(
  { definition, original }: { definition: ServiceDefinition; original: ClockRule },
  { facts, duration }: Heard,
  told: Told,
): Heard {
  const after = heard(definition, original, facts, told);
  const undone = after.length < facts.length || (facts.at(-1)?.type === 'stop' && after.at(-1)?.type !== 'stop');
  const counts = facts.at(-1)?.type !== 'stop' || undone;
  const chosen = original.by?.durations[String(told.recorded[original.by.field] ?? '')];
  const chooses = counts && told.action?.do === original.by?.action;
  return { facts: after, duration: chooses && chosen ? chosen : duration };
}

export interface Standing {
  readonly owner: string; // the one unit that is responsible
  readonly units: Readonly<Record<string, string>>; // where each role stands; a role that was not asked stands nowhere
}

/** Forwarding and taking over move a case, offering and declining do not. */
export function standingByHand({ workflow }: ServiceDefinition, events: readonly CaseEvent[]): Standing {
  let standing: Standing = { owner: '', units: {} };
  for (const event of events) {
    if (event.kind === 'submitted') standing = { owner: event.data.unitId, units: event.data.roleUnits };
    if (event.kind !== 'acted') continue;
    const action = workflow.actions.find((candidate) => candidate.do === event.data.action);
    if (action) standing = moved(standing, action, event.data);
  }
  return standing;
}

function moved(
  { owner, units }: Standing,
  { assign, takeOver, giveBack }: Action,
  { offeredTo, forwardedTo, roleUnits }: Extract<CaseEvent, { kind: 'acted' }>['data'],
): Standing {
  const next: Record<string, string> = { ...units };
  if (assign && offeredTo !== undefined) return { owner, units: { ...next, [assign.role]: offeredTo } };
  if (takeOver) {
    const taker = next[takeOver.from] ?? owner;
    for (const role of takeOver.roles) next[role] = taker;
    delete next[takeOver.from];
    return { owner: taker, units: next };
  }
  for (const role of giveBack ?? []) delete next[role];
  if (giveBack) return { owner, units: next };
  return forwardedTo === undefined ? { owner, units } : { owner: forwardedTo, units: roleUnits ?? units };
}
