// The slowest usual road through the staff targets, to hold against the promise.
import type { Action, Duration, Workflow } from '../schema.ts';
import { isUsual } from '../workflow/moments.ts';
import type { WorkflowGraph } from './graph.ts';

const forward: readonly Action['kind'][] = ['complete', 'opinion', 'paraf', 'advance', 'schedule', 'sign', 'finish'];
// Perpres 21/2023: 37 hours 30 minutes in five days.
export const officeHoursPerDay = 7.5;
const stepLimit = 20_000;

/** Hours of work when every step takes its whole target; waits for the applicant are not counted. */
export function longestTargetHours(workflow: Workflow, graph: WorkflowGraph): number {
  const budget = { steps: stepLimit };
  const longest = (state: string, seen: ReadonlySet<string>): number => {
    budget.steps -= 1;
    if (budget.steps < 0) return 0;
    const ways = (graph.out.get(state) ?? []).filter(
      ({ action, to }) => action && forward.includes(action.kind) && isUsual(action) && !seen.has(to),
    );
    const rest = ways.map((edge) => longest(edge.to, new Set([...seen, edge.to])));
    return hoursIn(workflow, state) + Math.max(0, ...rest);
  };
  return longest(graph.start, new Set([graph.start]));
}

function hoursIn(workflow: Workflow, state: string): number {
  const { waitsFor, target } = workflow.states[state] ?? {};
  if (waitsFor === 'applicant') return 0;
  const own = target === undefined ? 0 : hoursOf(target);
  if (waitsFor !== 'tasks') return own;
  // Side by side: the slowest counts, also one that is only opened for some.
  const dues = workflow.tasks.filter((task) => task.in === state).map((task) => (task.due ? hoursOf(task.due) : 0));
  return Math.max(own, ...dues);
}

export function hoursOf(duration: Duration): number {
  if (duration.unit === 'working-days') return duration.amount * officeHoursPerDay;
  if (duration.unit === 'calendar-days') return duration.amount * 24;
  return duration.amount;
}
