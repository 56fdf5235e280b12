// Can one person holding every office do everything up to a signature? The roads are searched for one that no
// separation pair interrupts.
import type { Action, Task, Workflow } from '../schema.ts';
import type { Edge, WorkflowGraph } from './graph.ts';

const stepLimit = 20_000;

/** The officers' actions on a road to `target` without any separated pair; undefined when every road is interrupted. */
export function roadOfOnePerson(workflow: Workflow, graph: WorkflowGraph, target: Action): string[] | undefined {
  const search: Search = {
    graph,
    target,
    apart: pairsOf(workflow),
    tasks: tasksByState(workflow),
    budget: { steps: stepLimit },
  };
  return walk(search, graph.start, { states: new Set([graph.start]), done: tasksIn(search, graph.start) });
}

interface Search {
  readonly graph: WorkflowGraph;
  readonly target: Action;
  readonly apart: ReadonlyMap<string, ReadonlySet<string>>;
  readonly tasks: ReadonlyMap<string, readonly string[]>;
  readonly budget: { steps: number };
}
interface Road {
  readonly states: ReadonlySet<string>;
  readonly done: readonly string[];
}

function walk(search: Search, state: string, road: Road): string[] | undefined {
  search.budget.steps -= 1;
  if (search.budget.steps < 0 || hasPair(search, road.done)) return undefined;
  const edges = search.graph.out.get(state) ?? [];
  if (edges.some((edge) => edge.via === search.target.do)) {
    const done = [...road.done, search.target.do];
    if (!hasPair(search, done)) return done;
  }
  for (const edge of edges) {
    if (road.states.has(edge.to) || isSystemsJudgement(edge)) continue;
    const done = [...road.done, ...officersPart(edge), ...tasksIn(search, edge.to)];
    const found = walk(search, edge.to, { states: new Set([...road.states, edge.to]), done });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Facts a register confirmed, and time that ran out, are judged by rules: no person goes that road alone. */
function isSystemsJudgement({ action }: Edge): boolean {
  return action?.by.includes('system') === true && (action.when === 'confirmed' || action.when === 'expired');
}

function officersPart(edge: Edge): string[] {
  const by = edge.action?.by ?? [];
  return by.some((role) => role !== 'applicant' && role !== 'system') ? [edge.via] : [];
}

function tasksIn(search: Search, state: string): readonly string[] {
  return search.tasks.get(state) ?? [];
}

/** Only tasks that always open, that somebody must close, and whose every voice is waited for interrupt a road. */
function tasksByState(workflow: Workflow): ReadonlyMap<string, readonly string[]> {
  const byState = new Map<string, string[]>();
  for (const task of workflow.tasks)
    if (isCertain(workflow, task)) byState.set(task.in, [...(byState.get(task.in) ?? []), task.id]);
  return byState;
}

function isCertain({ states }: Workflow, task: Task): boolean {
  const join = Object.hasOwn(states, task.in) ? states[task.in]?.join : undefined;
  const answered = task.silence === undefined || task.silence === 'escalate';
  return task.when === undefined && task.skipWhen === undefined && answered && (join === undefined || join === 'all');
}

function pairsOf(workflow: Workflow): ReadonlyMap<string, ReadonlySet<string>> {
  const apart = new Map<string, Set<string>>();
  for (const [a, b] of workflow.separation) {
    if (a === b) continue;
    apart.set(a, new Set([...(apart.get(a) ?? []), b]));
    apart.set(b, new Set([...(apart.get(b) ?? []), a]));
  }
  return apart;
}

function hasPair(search: Search, done: readonly string[]): boolean {
  return done.some((action) => done.some((other) => search.apart.get(action)?.has(other) === true));
}
