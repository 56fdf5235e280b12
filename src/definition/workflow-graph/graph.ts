// The workflow as a directed graph: one edge per action and origin, one per lapse. Pure and total: unknown states are skipped.
import type { Action, Workflow } from '../schema.ts';

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly via: string; // an action id, or 'lapse'
  readonly action?: Action;
}

export interface WorkflowGraph {
  readonly start: string;
  readonly states: readonly string[];
  readonly finals: ReadonlySet<string>;
  readonly edges: readonly Edge[];
  readonly out: ReadonlyMap<string, readonly Edge[]>;
}

export function workflowGraph(workflow: Workflow): WorkflowGraph {
  const states = Object.keys(workflow.states);
  const known = new Set(states);
  const edges = [
    ...workflow.actions.flatMap((action) => actionEdges(workflow, action)),
    ...lapseEdges(workflow),
  ].filter((edge) => known.has(edge.from) && known.has(edge.to));
  const out = new Map(states.map((state) => [state, edges.filter((edge) => edge.from === state)]));
  const finals = new Set(states.filter((state) => workflow.states[state]?.final === true));
  return { start: workflow.start, states, finals, edges, out };
}

function actionEdges(workflow: Workflow, action: Action): Edge[] {
  return action.from.flatMap((from) =>
    targetsOf(workflow, action, from).map((to) => ({ from, to, via: action.do, action })),
  );
}

/** Where an action leads from one state; `back` leads to every state a correction was asked from. */
function targetsOf(workflow: Workflow, action: Action, from: string): string[] {
  if (action.to !== 'back') return [action.to];
  const askedFrom = workflow.actions
    .filter((one) => one.kind === 'correct' && one.to === from)
    .flatMap((one) => one.from);
  return [...new Set(askedFrom)];
}

function lapseEdges(workflow: Workflow): Edge[] {
  return Object.entries(workflow.states).flatMap(([from, state]) =>
    state.lapse === undefined ? [] : [{ from, to: state.lapse.to, via: 'lapse' }],
  );
}

export function reachableFrom(graph: WorkflowGraph, start: string): ReadonlySet<string> {
  return spread([start], (state) => (graph.out.get(state) ?? []).map((edge) => edge.to));
}

/** States from which some final state can be reached. */
export function canEnd(graph: WorkflowGraph): ReadonlySet<string> {
  const into = new Map<string, string[]>();
  for (const edge of graph.edges) into.set(edge.to, [...(into.get(edge.to) ?? []), edge.from]);
  return spread([...graph.finals], (state) => into.get(state) ?? []);
}

function spread(from: readonly string[], next: (state: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set(from);
  const queue = [...from];
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (const other of next(state)) {
      if (seen.has(other)) continue;
      seen.add(other);
      queue.push(other);
    }
  }
  return seen;
}
