// What may be done now, by whom, and where it leads. Pure: rows and clocks are someone else's.
import type { Action, ServiceDefinition, Task } from '../schema.ts';
import { momentHolds, precedence } from './moments.ts';
import { type Position, stateOf, timesDone } from './position.ts';
import { isNamedIn, type Who } from './who.ts';

export type Refusal =
  | 'not_here'
  | 'not_yours'
  | 'separation'
  | 'limit'
  | 'claimed'
  | 'unknown_action'
  | 'tasks_open'
  | 'not_yet';

export type Decision =
  | { readonly ok: true; readonly kind: 'action'; readonly action: Action; readonly from: string; readonly to: string }
  | {
      readonly ok: true;
      readonly kind: 'task';
      readonly task: Task;
      readonly openTaskId: string;
      readonly last: boolean;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** Actions never done by the same person on one case, in either order. */
function separatedFrom(definition: ServiceDefinition, action: string): string[] {
  return definition.workflow.separation.flatMap(([a, b]) => (a === action ? [b] : b === action ? [a] : []));
}

function breaksSeparation(definition: ServiceDefinition, position: Position, action: string, who: Who): boolean {
  if (who.kind !== 'officer') return false;
  const apart = separatedFrom(definition, action);
  return position.doings.some((doing) => doing.by === who.id && apart.includes(doing.action));
}

const decidingKinds: readonly Action['kind'][] = ['opinion', 'paraf', 'sign', 'refuse'];
const decidingTasks: readonly Task['kind'][] = ['opinion', 'signature'];

/**
 * Whoever typed an application in for somebody (the doing `submit` under an officer's id) neither verifies, signs nor
 * refuses it, whatever the definition separates. That the papers are complete he may say: he saw them.
 */
function decidesOwnEntry(position: Position, step: Action | Task, who: Who): boolean {
  if (who.kind !== 'officer') return false;
  const entered = position.doings.some((doing) => doing.action === 'submit' && doing.by === who.id);
  const decides =
    'do' in step
      ? decidingKinds.includes(step.kind) || step.effects.includes('issue-letter')
      : decidingTasks.includes(step.kind);
  return entered && decides;
}

/** In another's place nobody passes judgement on what he himself prepared, whatever the definition separates. */
function judgesOwnWork(definition: ServiceDefinition, position: Position, by: readonly string[], who: Who): boolean {
  if (who.kind !== 'officer' || who.acting === undefined || who.acting.size === 0) return false;
  const { acting, roles, id } = who;
  const asHimself = by.some((role) => roles.has(role) && !acting.has(role));
  return !asHimself && position.doings.some((doing) => doing.by === id && !isOf(definition, doing.action, acting));
}

/** True when the step is one of those that these roles take. */
function isOf({ workflow }: ServiceDefinition, step: string, roles: ReadonlySet<string>): boolean {
  const task = workflow.tasks.find(({ id }) => id === step);
  const action = workflow.actions.find((candidate) => candidate.do === step);
  return (task ? [task.role] : (action?.by ?? [])).some((role) => roles.has(role));
}

function claimedByOther(position: Position, key: string, who: Who): boolean {
  if (who.kind !== 'officer') return false;
  return position.openTasks.some(
    ({ id, key: own, assignee }) =>
      own === key && assignee !== undefined && assignee !== who.id && who.notMine?.has(id) !== true,
  );
}

function decideTask(definition: ServiceDefinition, position: Position, task: Task, who: Who): Decision {
  const open = position.openTasks.find((candidate) => candidate.key === task.id);
  if (!open) return { ok: false, refusal: 'not_here' };
  if (!isNamedIn([task.role], who)) return { ok: false, refusal: 'not_yours' };
  if (decidesOwnEntry(position, task, who)) return { ok: false, refusal: 'separation' };
  if (breaksSeparation(definition, position, task.id, who) || judgesOwnWork(definition, position, [task.role], who))
    return { ok: false, refusal: 'separation' };
  if (claimedByOther(position, task.id, who)) return { ok: false, refusal: 'claimed' };
  return { ok: true, kind: 'task', task, openTaskId: open.id, last: position.openTasks.length === 1 };
}

/** Whoever is waited for acts; other roles the action names have their turn in other states. Applicant and system keep theirs. */
function turnOf(definition: ServiceDefinition, action: Action, state: string): readonly string[] {
  const { waitsFor } = stateOf(definition, state);
  if (waitsFor === undefined || !action.by.includes(waitsFor)) return action.by;
  return action.by.filter((name) => name === waitsFor || name === 'applicant' || name === 'system');
}

/**
 * Decides one action or parallel task for one person.
 * @returns the transition to make, or the one reason why not.
 */
export function decideAction(definition: ServiceDefinition, position: Position, name: string, who: Who): Decision {
  const task = definition.workflow.tasks.find((candidate) => candidate.id === name);
  if (task) return decideTask(definition, position, task, who);
  const action = definition.workflow.actions.find((candidate) => candidate.do === name);
  if (!action) return { ok: false, refusal: 'unknown_action' };
  if (!action.from.includes(position.state)) return { ok: false, refusal: 'not_here' };
  if (!isNamedIn(turnOf(definition, action, position.state), who)) return { ok: false, refusal: 'not_yours' };
  if (decidesOwnEntry(position, action, who)) return { ok: false, refusal: 'separation' };
  if (breaksSeparation(definition, position, name, who) || judgesOwnWork(definition, position, action.by, who))
    return { ok: false, refusal: 'separation' };
  if (claimedByOther(position, position.state, who)) return { ok: false, refusal: 'claimed' };
  if (action.limit !== undefined && timesDone(position, name) >= action.limit) return { ok: false, refusal: 'limit' };
  if (!momentHolds(definition, position, action))
    return { ok: false, refusal: action.when?.startsWith('tasks-') ? 'tasks_open' : 'not_yet' };
  const to = action.to === 'back' ? (position.cameFrom ?? definition.workflow.start) : action.to;
  return { ok: true, kind: 'action', action, from: position.state, to };
}

/** Every action and parallel task this person may do now, in the order of the definition. */
export function allowedNow(definition: ServiceDefinition, position: Position, who: Who): (Action | Task)[] {
  const candidates = [...definition.workflow.tasks, ...definition.workflow.actions];
  return candidates.filter((candidate) => {
    const name = 'do' in candidate ? candidate.do : candidate.id;
    return decideAction(definition, position, name, who).ok;
  });
}

/** The system's own next step after a change, if any; of several that are possible the one whose moment comes first. */
export function systemStep(
  definition: ServiceDefinition,
  position: Position,
  allows: (action: Action) => boolean = () => true,
): Action | undefined {
  if (stateOf(definition, position.state).final) return undefined;
  const possible = definition.workflow.actions.filter(
    (action) =>
      action.by.includes('system') &&
      allows(action) &&
      decideAction(definition, position, action.do, { kind: 'system' }).ok,
  );
  const rank = (action: Action) => (action.when === undefined ? -1 : precedence.indexOf(action.when));
  return possible.sort((a, b) => rank(a) - rank(b))[0];
}

/** Parallel tasks whose silence has become an answer by now. */
export function silentTasks(
  definition: ServiceDefinition,
  open: readonly { readonly id: string; readonly key: string; readonly dueAt: string }[],
  now: Date,
): { readonly taskId: string; readonly task: Task; readonly verdict: 'agree' | 'refuse' }[] {
  return open.flatMap(({ id, key, dueAt }) => {
    const task = definition.workflow.tasks.find((candidate) => candidate.id === key);
    const silence = task?.silence;
    if (!task || silence === undefined || silence === 'escalate' || new Date(dueAt) > now) return [];
    return [{ taskId: id, task, verdict: silence }];
  });
}

/** What closing a task says: in favour, unless its form has a question whose answer refuses. */
export function verdictOf(task: Task, recorded: Readonly<Record<string, unknown>>): 'agree' | 'refuse' {
  const { verdict } = task;
  if (!verdict) return 'agree';
  const answer = recorded[verdict.field];
  const chosen = Array.isArray(answer) ? answer : [answer];
  return verdict.refuse.some((value) => chosen.includes(value)) ? 'refuse' : 'agree';
}
