// The parallel work of one stay in a state. A correction asked meanwhile keeps what was already said, unless what was
// corrected concerns it; work nobody finished is dropped as not needed and never counts as done.
import { fieldsIn } from '../../../definition/conditions/shape.ts';
import { stateOf } from '../../../definition/workflow/position.ts';
import { tasksIn, type WorkItem, workOnEntering } from '../../../definition/workflow/work.ts';
import type { Round, TaskState, Transition } from '../types.ts';
import type { Environment } from './environment.ts';
import { isStated, knownAnswers } from './statements.ts';
import type { Before, MoveRequest } from './transition.ts';

interface Work {
  readonly items: readonly WorkItem[];
  readonly round?: ((opened: readonly string[]) => Round) | undefined;
  readonly notNeeded: NonNullable<Transition['notNeeded']>;
}

export function workFor(env: Environment, { to, actionKind, before }: MoveRequest): Work {
  const answers = knownAnswers(env, before);
  const holds: Parameters<typeof tasksIn>[2] = (condition) => env.holds(condition, answers);
  const { items, skipped } = workOnEntering(env.definition, to, { holds, stated: (fact) => isStated(before, fact) });
  const notNeeded = openParallel(before).map(({ id, key }) => ({ id, task: key }));
  // While the applicant completes, the round is remembered for when the case comes back.
  if (actionKind === 'correct') return { items, notNeeded, round: () => before.round ?? { tasks: [], skipped: [] } };
  if (stateOf(env.definition, to).waitsFor !== 'tasks') return { items, notNeeded, round: endOf(before) };
  const asked = new Set(tasksIn(env.definition, to, holds).map((task) => task.id));
  const kept = actionKind === 'resubmit' ? keptResults(env, before).filter(({ key }) => asked.has(key)) : [];
  const again = items.filter((item) => !kept.some(({ key }) => key === item.key));
  return {
    items: again,
    notNeeded,
    round: (opened) => ({
      tasks: [...kept.map(({ id }) => id), ...opened],
      skipped: skipped.filter((task) => !kept.some(({ key }) => key === task)),
    }),
  };
}

function openParallel({ tasks = [] }: Pick<Before, 'tasks'>): TaskState[] {
  return tasks.filter((task) => task.closedAt === undefined && task.kind !== 'step');
}

/** Leaving ends the round; a case that never had one stays without. */
function endOf({ round }: Before): Work['round'] {
  return round ? () => ({ tasks: [], skipped: [] }) : undefined;
}

function keptResults(env: Environment, { round, tasks = [], correction }: Before): TaskState[] {
  const corrected = new Set([...(correction?.fields ?? []), ...(correction?.documents ?? [])]);
  return tasks.filter(
    (task) =>
      round?.tasks.includes(task.id) === true &&
      task.closedAt !== undefined &&
      task.notNeeded !== true &&
      !concernedBy(env, task.key).some((name) => corrected.has(name)),
  );
}

function concernedBy(env: Environment, key: string): string[] {
  const task = env.definition.workflow.tasks.find((candidate) => candidate.id === key);
  return [...(task?.concerns ?? []), ...fieldsIn(task?.when)];
}
