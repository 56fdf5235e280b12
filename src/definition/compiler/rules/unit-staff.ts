// Who does the work in each unit a case may come to: a role that nobody there holds leaves the case without an owner.
import type { LocalText } from '../../../lib/locale.ts';
import { has, type Scope } from '../scope.ts';

export function checkUnitStaff(scope: Scope): void {
  const { env, def } = scope;
  if (env.staffing === undefined || env.units === undefined) return;
  const { roles, actions, tasks } = def.workflow;
  const offices = officesOf(scope);
  for (const [index, task] of tasks.entries()) report(scope, task.role, ['workflow', 'tasks', index, 'role'], offices);
  const inTasks = new Set(tasks.map((task) => task.role));
  const inActions = new Set(actions.flatMap((action) => action.by));
  for (const role of Object.keys(roles))
    if (inActions.has(role) && !inTasks.has(role)) report(scope, role, ['workflow', 'roles', role], offices);
}

/** Every unit an application may be routed to. */
function officesOf({ def, env, questions }: Scope): string[] {
  const { code, kind, routeBy } = def.unit;
  const units = env.units ?? new Map();
  if (code !== undefined) return units.has(code) ? [code] : [];
  const route = questions.get(routeBy ?? '')?.field;
  if (route?.type === 'choice')
    return (route.options ?? []).map((option) => option.value).filter((value) => units.has(value));
  return [...units].filter(([, unit]) => unit.kind === kind).map(([unit]) => unit);
}

function report(scope: Scope, role: string, path: readonly (string | number)[], offices: readonly string[]): void {
  const { roles } = scope.def.workflow;
  const rule = has(roles, role) ? roles[role] : undefined;
  // A role that nobody holds anywhere is L24-W032.
  if (rule === undefined || rule.unit === 'offered' || scope.env.roles?.has(role) === false) return;
  const seats = new Set(offices.map((office) => seatOf(scope, rule.unit, office)));
  const empty = [...seats].filter((seat) => scope.env.staffing?.get(seat)?.has(role) !== true).sort();
  if (empty.length > 0) scope.report('L24-X002', path, { role, units: listed(empty) });
}

function seatOf({ env }: Scope, unit: string, office: string): string {
  if (unit === 'own') return office;
  return unit === 'parent' ? (env.units?.get(office)?.parent ?? office) : unit;
}

const mostNamed = 4;

function listed(units: readonly string[]): LocalText {
  const named = units.slice(0, mostNamed).join(', ');
  const more = units.length - mostNamed;
  return more <= 0 ? { id: named } : { id: `${named}, dan ${more} unit lain`, en: `${named} and ${more} other units` };
}
