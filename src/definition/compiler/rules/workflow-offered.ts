// A role that nobody holds until the case is offered to a unit: no way may lead to work for it that did not make the offer.
import type { Action, Workflow } from '../../schema.ts';
import type { Edge } from '../../workflow-graph/index.ts';
import type { Scope } from '../scope.ts';

export function checkOffered(scope: Scope): void {
  const { roles } = scope.def.workflow;
  for (const [role, { unit }] of Object.entries(roles)) if (unit === 'offered') checkRole(scope, role);
}

function checkRole(scope: Scope, role: string): void {
  const { workflow } = scope.def;
  const held = statesWhereHeld(scope, role);
  const works = (state: string): boolean => isWaitedFor(workflow, state, role);
  if (works(workflow.start)) {
    scope.report('L24-W066', ['workflow', 'start'], { role, state: workflow.start, action: 'submit' });
    return;
  }
  const astray = scope.graph.edges.find((edge) => works(edge.to) && !isHeldAfter(edge, held.has(edge.from), role));
  if (astray === undefined) return;
  const index = workflow.actions.findIndex((action) => action.do === astray.via);
  const path = index < 0 ? ['workflow', 'states', astray.from] : ['workflow', 'actions', index, 'to'];
  scope.report('L24-W066', path, { role, state: astray.to, action: astray.via });
}

function isWaitedFor({ states, tasks }: Workflow, state: string, role: string): boolean {
  return states[state]?.waitsFor === role || tasks.some((task) => task.in === state && task.role === role);
}

/** States that a case is never in without somebody having been asked: taken away until nothing changes any more. */
function statesWhereHeld({ graph }: Scope, role: string): ReadonlySet<string> {
  const held = new Set(graph.states.filter((state) => state !== graph.start));
  for (let changed = true; changed; ) {
    const without = graph.edges.find((edge) => held.has(edge.to) && !isHeldAfter(edge, held.has(edge.from), role));
    changed = without !== undefined;
    if (without) held.delete(without.to);
  }
  return held;
}

/** What was asked for comes back from a correction to where the correction was asked, with the offer still open. */
function isHeldAfter({ action }: Edge, before: boolean, role: string): boolean {
  if (action === undefined || action.to === 'back') return true;
  if (action.assign?.role === role) return true;
  return before && !takesAway(action, role);
}

function takesAway({ takeOver, giveBack, kind, form, assign }: Action, role: string): boolean {
  const forwards = kind === 'forward' && assign === undefined && form.some((field) => field.id === 'unit');
  return forwards || takeOver?.from === role || giveBack?.includes(role) === true;
}
