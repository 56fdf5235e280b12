// May an open case go on under a newer version of its service? Only when nothing that was given is lost. Pure.
import { fieldsById } from '../../../definition/fields/find.ts';
import { formatField } from '../../../definition/fields/registry.ts';
import { type Env, isRecord } from '../../../definition/fields/types.ts';
import { parseAnswers } from '../../../definition/interview/parse-answers.ts';
import type { Field, ServiceDefinition } from '../../../definition/schema.ts';
import { canonicalJson } from '../../../lib/canonical-json.ts';
import type { CaseState } from '../types.ts';

export const rebaseTraits = [
  'closed',
  'service',
  'question',
  'option',
  'answer',
  'document',
  'state',
  'task',
  'role',
] as const;
export interface RebaseObstacle {
  readonly trait: (typeof rebaseTraits)[number];
  readonly id: string; // of the question, document, state, task or role
}
export interface RebaseVerdict {
  readonly allowed: boolean;
  readonly obstacles: readonly RebaseObstacle[];
}

/** `env.today` is the day of submission: an answer that was right then is read as it was read then. */
export function decideRebase(
  versions: { readonly from: ServiceDefinition; readonly to: ServiceDefinition },
  state: CaseState,
  env: Env,
): RebaseVerdict {
  const { from, to } = versions;
  const obstacles: RebaseObstacle[] = [
    ...(state.closedAt === undefined ? [] : [{ trait: 'closed' as const, id: state.state }]),
    ...(to.service === state.service ? [] : [{ trait: 'service' as const, id: to.service }]),
    ...lostAnswers(from, to, { state, env }),
    ...lostDocuments(to, state),
    ...lostPlaces(from, to, state),
    ...lostRoles(to, state),
  ];
  return { allowed: obstacles.length === 0, obstacles };
}

type Given = { readonly state: CaseState; readonly env: Env };

function lostAnswers(from: ServiceDefinition, to: ServiceDefinition, { state, env }: Given): RebaseObstacle[] {
  const [before, after] = [fieldsById(from), fieldsById(to)];
  const read = parseAnswers(to, state.answers, env).answers;
  return Object.entries(state.answers).flatMap(([id, value]): RebaseObstacle[] => {
    const [was, now] = [before.get(id), after.get(id)];
    if (value === undefined) return [];
    if (!was || !now || !sameKind(was, now, value)) return [{ trait: 'question', id }];
    // A chosen option may be gone, or mean something else by now.
    if (shown(value, was, env) !== shown(value, now, env)) return [{ trait: 'option', id }];
    return canonicalJson({ it: read[id] }) === canonicalJson({ it: value }) ? [] : [{ trait: 'answer', id }];
  });
}

function sameKind(was: Field, now: Field, value: unknown): boolean {
  if (was.type !== now.type) return false;
  if (was.type !== 'group' || !Array.isArray(value)) return true;
  const inner = (field: Field) => new Map(field.fields?.map((one) => [one.id, one.type]));
  const [before, after] = [inner(was), inner(now)];
  const given = new Set(value.flatMap((row) => (isRecord(row) ? Object.keys(row) : [])));
  return [...given].every((id) => before.get(id) !== undefined && before.get(id) === after.get(id));
}

function shown(value: unknown, field: Field, env: Env): string {
  if (field.type !== 'group' || !Array.isArray(value)) return formatField(value, field, env);
  const cells = value.map((row) =>
    (field.fields ?? []).map((inner) => {
      const cell = isRecord(row) ? row[inner.id] : undefined;
      return cell === undefined ? '' : `${inner.id}=${formatField(cell, inner, env)}`;
    }),
  );
  return cells.map((row) => row.filter(Boolean).toSorted().join(';')).join('|');
}

function lostDocuments(to: ServiceDefinition, { documents, correction }: CaseState): RebaseObstacle[] {
  const known = new Set(to.documents.map((document) => document.id));
  const asked = correction?.documents ?? [];
  const ids = new Set([...documents.map((document) => document.id), ...asked]);
  return [...ids].filter((id) => !known.has(id)).map((id) => ({ trait: 'document', id }));
}

/** Where it stands, where it came from, and the work that is open there. */
function lostPlaces(from: ServiceDefinition, to: ServiceDefinition, state: CaseState): RebaseObstacle[] {
  const [was, now] = [from.workflow.states[state.state], to.workflow.states[state.state]];
  const isSame = was !== undefined && now !== undefined && was.waitsFor === now.waitsFor && was.final === now.final;
  const back = state.cameFrom;
  const open = state.tasks.filter((task) => task.closedAt === undefined && task.kind !== 'step');
  const tasks = new Map(to.workflow.tasks.map((task) => [task.id, task]));
  const gone = open.filter((task) => {
    const same = tasks.get(task.key);
    return same?.in !== state.state || same.role !== task.role || same.kind !== task.kind;
  });
  return [
    ...(isSame ? [] : [{ trait: 'state' as const, id: state.state }]),
    ...(back === undefined || Object.hasOwn(to.workflow.states, back) ? [] : [{ trait: 'state' as const, id: back }]),
    ...gone.map((task) => ({ trait: 'task' as const, id: task.key })),
  ];
}

/** Roles are resolved to units once, at intake: a new one has no unit on this case. */
function lostRoles(to: ServiceDefinition, { roleUnits, tasks }: CaseState): RebaseObstacle[] {
  const needed = Object.entries(to.workflow.roles).filter(([, { unit }]) => unit !== 'offered');
  const unknown = needed.map(([role]) => role).filter((role) => !Object.hasOwn(roleUnits, role));
  const orphaned = tasks
    .filter((task) => task.closedAt === undefined && !Object.hasOwn(to.workflow.roles, task.role))
    .map((task) => task.role);
  return [...new Set([...unknown, ...orphaned])].map((id) => ({ trait: 'role', id }));
}
