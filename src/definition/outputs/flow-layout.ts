// Where each step of a workflow stands in its swim-lane diagram: a lane for everyone who acts, a column for every turn.
import { type Locale, say } from '../../lib/locale.ts';
import type { Action, Duration, ServiceDefinition, State, Task } from '../schema.ts';
import { type Edge, workflowGraph } from '../workflow-graph/index.ts';
import { outputWords } from './html.ts';

export interface FlowBox {
  readonly id: string; // of the state, or `task:<id>`
  readonly kind: 'state' | 'task' | 'final';
  readonly label: string;
  readonly time: Duration | undefined;
  readonly lane: string;
  readonly column: number;
  readonly row: number; // within its lane and column
}
export interface FlowArrow {
  readonly from: string;
  readonly to: string;
  readonly kind: 'forward' | 'back' | 'refuse';
}
export interface FlowLane {
  readonly id: string;
  readonly title: string;
  readonly rows: number;
}
export interface FlowLayout {
  readonly lanes: readonly FlowLane[];
  readonly boxes: readonly FlowBox[];
  readonly arrows: readonly FlowArrow[];
  readonly columns: number;
}

type Unplaced = Omit<FlowBox, 'row'>;

export function flowLayout(def: ServiceDefinition, locale: Locale): FlowLayout {
  const columns = columnsOf(def);
  const unplaced = [...stateBoxes(def, columns, locale), ...taskBoxes(def, columns, locale)];
  const taken = new Map<string, number>();
  const boxes = unplaced.map((box) => {
    const cell = `${box.lane} ${box.column}`;
    const row = taken.get(cell) ?? 0;
    taken.set(cell, row + 1);
    return { ...box, row };
  });
  return {
    lanes: lanesOf(def, boxes, locale),
    boxes,
    arrows: arrowsOf(def),
    columns: 1 + Math.max(0, ...boxes.map((box) => box.column)),
  };
}

const applicant = ' applicant'; // a blank first: no role can be called so
const system = ' system';

function laneOf({ waitsFor, final }: State): string {
  if (final || waitsFor === 'applicant') return applicant;
  return waitsFor === undefined || waitsFor === 'tasks' || waitsFor === 'system' ? system : waitsFor;
}

function lanesOf({ workflow }: ServiceDefinition, boxes: readonly FlowBox[], locale: Locale): FlowLane[] {
  const words = outputWords(locale);
  const roles = Object.entries(workflow.roles).map(([id, role]) => ({ id, title: say(role.title, locale) }));
  const all = [{ id: applicant, title: words.applicant }, ...roles, { id: system, title: words.system }];
  const known = new Set(all.map((lane) => lane.id));
  const strangers = [...new Set(boxes.map((box) => box.lane))].filter((lane) => !known.has(lane));
  return [...all, ...strangers.map((id) => ({ id, title: id }))].flatMap((lane) => {
    const rows = boxes.filter((box) => box.lane === lane.id).map((box) => box.row + 1);
    return rows.length === 0 ? [] : [{ ...lane, rows: Math.max(...rows) }];
  });
}

function stateBoxes({ workflow }: ServiceDefinition, columns: ReadonlyMap<string, number>, locale: Locale): Unplaced[] {
  return Object.entries(workflow.states).map(([id, state]) => ({
    id,
    kind: state.final ? 'final' : 'state',
    label: say(state.label, locale),
    time: state.target ?? state.lapse?.after,
    lane: laneOf(state),
    column: columns.get(id) ?? 0,
  }));
}

function taskBoxes({ workflow }: ServiceDefinition, columns: ReadonlyMap<string, number>, locale: Locale): Unplaced[] {
  return workflow.tasks.map((task: Task) => ({
    id: `task:${task.id}`,
    kind: 'task',
    label: say(task.label, locale),
    time: task.due,
    lane: task.role,
    column: (columns.get(task.in) ?? 0) + 1,
  }));
}

const backward: readonly Action['kind'][] = ['correct', 'resubmit', 'return'];

type Width = (state: string) => number;

/** The longest usual way decides the column; what is off it stands beside where it was entered; ends stand last. */
function columnsOf({ workflow }: ServiceDefinition): ReadonlyMap<string, number> {
  const graph = workflowGraph(workflow);
  const isEnd = (state: string) => workflow.states[state]?.final === true;
  const width: Width = (state) => (workflow.tasks.some((task) => task.in === state) ? 2 : 1);
  const columns = longestWays(
    workflow.start,
    graph.edges.filter((edge) => goesOn(edge) && !isEnd(edge.to)),
    width,
  );
  for (const { from, to } of graph.edges) if (!columns.has(to) && !isEnd(to)) columns.set(to, columns.get(from) ?? 0);
  const last = Math.max(1, ...[...columns].map(([state, at]) => at + width(state)));
  for (const state of graph.states.filter(isEnd)) columns.set(state, last);
  return compact(columns, width);
}

function goesOn({ action }: Edge): boolean {
  return action !== undefined && !backward.includes(action.kind) && action.kind !== 'withdraw';
}

// A way round a loop never settles: as many rounds as there are ways are enough for every way without one.
function longestWays(start: string, ways: readonly Edge[], width: Width): Map<string, number> {
  const columns = new Map<string, number>([[start, 0]]);
  const rounds = Math.min(ways.length, 40);
  for (let round = 0; round < rounds; round += 1)
    for (const { from, to } of ways) {
      const at = columns.get(from);
      if (at !== undefined && to !== start) columns.set(to, Math.max(columns.get(to) ?? 0, at + width(from)));
    }
  return columns;
}

/** Leaves no column empty, so that the drawing fits its sheet. */
function compact(columns: ReadonlyMap<string, number>, width: Width): ReadonlyMap<string, number> {
  const used = [...columns].flatMap(([state, at]) => (width(state) === 2 ? [at, at + 1] : [at]));
  const order = [...new Set(used)].sort((a, b) => a - b);
  return new Map([...columns].map(([state, at]) => [state, order.indexOf(at)]));
}

function arrowsOf({ workflow }: ServiceDefinition): FlowArrow[] {
  const { edges } = workflowGraph(workflow);
  const opened = workflow.tasks
    .filter((task) => Object.hasOwn(workflow.states, task.in))
    .map((task): FlowArrow => ({ from: task.in, to: `task:${task.id}`, kind: 'forward' }));
  const taken = edges.flatMap((edge) => arrowsOfEdge(workflow, edge));
  const arrows = new Map([...taken, ...opened].reverse().map((arrow) => [`${arrow.from} ${arrow.to}`, arrow]));
  return [...arrows.values()].filter((arrow) => arrow.from !== arrow.to).reverse();
}

/** What the system does when work side by side is done, is drawn from that work. */
function arrowsOfEdge(workflow: ServiceDefinition['workflow'], { from, to, action }: Edge): FlowArrow[] {
  if (action === undefined || action.kind === 'withdraw') return [];
  const kind = backward.includes(action.kind) ? 'back' : action.kind === 'refuse' ? 'refuse' : 'forward';
  const tasks = workflow.tasks.filter((task) => task.in === from);
  if (tasks.length === 0 || kind !== 'forward' || !action.by.includes('system')) return [{ from, to, kind }];
  return tasks.map((task) => ({ from: `task:${task.id}`, to, kind }));
}
