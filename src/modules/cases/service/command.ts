// From what an officer sent to a command the engine understands.
import { parseFields } from '../../../definition/fields/registry.ts';
import type { Env } from '../../../definition/fields/types.ts';
import type { Action, Option, ServiceDefinition, Task } from '../../../definition/schema.ts';
import { localDateOf } from '../../../lib/dates/local-date.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { areaLookup, getUnit, listUnits, type Unit } from '../../organisation/index.ts';
import type { ActCommand } from '../engine/act.ts';
import { unitsAsked } from '../engine/asked.ts';
import { asksForUnit, type Choosable, choosableOf, formOf, unitQuestion } from '../forms.ts';
import { messagesFor } from '../messages.ts';
import type { Answers, CaseState } from '../types.ts';
import { routeUnit, unitsOfRoles } from './route.ts';

/** Units a case may go to: all but its own, and of those the ones of the same kind. */
async function otherUnits(ctx: Context, state: CaseState): Promise<{ units: Option[]; anyUnits: Option[] }> {
  const own = await getUnit(ctx, state.unitId);
  const others = (await listUnits(ctx)).filter((unit) => unit.id !== own.id);
  const options = (units: typeof others): Option[] =>
    units.map((unit) => ({ value: unit.code, label: { id: unit.name, en: unit.label.en } }));
  return { units: options(others.filter(({ kind }) => kind === own.kind)), anyUnits: options(others) };
}

export async function choosableFor(ctx: Context, definition: ServiceDefinition, state: CaseState): Promise<Choosable> {
  const needsUnits = definition.workflow.actions.some((action) => unitQuestion(action) !== undefined);
  const units = needsUnits ? await otherUnits(ctx, state) : { units: [] };
  return choosableOf(definition, state, { ...units, env: await envOf(ctx) });
}

async function envOf(ctx: Context): Promise<Env> {
  return { today: localDateOf(ctx.clock.now(), ctx.region.timezone), locale: ctx.locale, areas: await areaLookup(ctx) };
}

export function findStep(definition: ServiceDefinition, name: string): Action | Task {
  const { actions, tasks } = definition.workflow;
  const step = tasks.find((task) => task.id === name) ?? actions.find((action) => action.do === name);
  if (!step) throw new AppError('not_found', 'cases.unknown_action');
  return step;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function correctionOf(parsed: Answers, ctx: Context): ActCommand['correction'] {
  const fields = listOf(parsed.fields);
  const documents = listOf(parsed.documents);
  if (fields.length + documents.length === 0) {
    const message = messagesFor(ctx.locale).errors['cases.correction_empty']();
    throw new AppError('invalid', 'cases.correction_empty', {
      fields: [{ field: 'fields', code: 'required', message }],
    });
  }
  return { fields, documents, reason: textOf(parsed.reason), note: textOf(parsed.note) };
}

async function unitCalled(ctx: Context, code: string): Promise<Unit> {
  const unit = (await listUnits(ctx)).find((candidate) => candidate.code === code);
  if (!unit) throw new AppError('invalid', 'cases.unit_unknown');
  return unit;
}

/** To whom the case goes, or is offered. */
async function goingTo(
  ctx: Context,
  definition: ServiceDefinition,
  action: Action,
  unit: Unit,
): Promise<Pick<ActCommand, 'forwardTo' | 'offerTo' | 'release'>> {
  if (action.release) return { release: unit.id };
  if (action.assign) return { offerTo: unit.id };
  return { forwardTo: { unitId: unit.id, roleUnits: await unitsOfRoles(ctx, definition, unit) } };
}

/** Parses `raw` against the step's form. @throws invalid `cases.form_invalid` with one entry per field. */
export async function commandFrom(
  ctx: Context,
  definition: ServiceDefinition,
  state: CaseState,
  sent: { action: string; data: unknown },
): Promise<ActCommand> {
  const step = findStep(definition, sent.action);
  const form = formOf(step, await choosableFor(ctx, definition, state));
  const { answers, errors } = parseFields(form, sent.data ?? {}, await envOf(ctx));
  if (errors.length > 0) throw new AppError('invalid', 'cases.form_invalid', { fields: errors });
  const parsed: Answers = answers;
  if ('in' in step) return { action: step.id, recorded: parsed };
  const ownIds = new Set(step.form.map((field) => field.id));
  const recorded = Object.fromEntries(Object.entries(parsed).filter(([id]) => ownIds.has(id)));
  const asked = unitQuestion(step);
  const unit = asked === undefined ? undefined : await unitCalled(ctx, textOf(parsed[asked]));
  const back = await backHome(ctx, { definition, state }, step);
  // The history keeps the words people read, whatever the unit is called later.
  if (unit && asked !== undefined) recorded[asked] = unit.name;
  const speaks = await speakerOf(ctx, state, step);
  if (speaks && step.each?.name !== undefined) recorded[step.each.name] = speaks.name;
  return {
    action: step.do,
    recorded,
    ...(step.kind === 'correct' ? { correction: correctionOf(parsed, ctx) } : {}),
    ...(step.kind === 'refuse' ? { refusal: { reason: textOf(parsed.reason), note: textOf(parsed.note) } } : {}),
    ...(unit ? await goingTo(ctx, definition, step, unit) : back),
    ...(speaks ? { as: speaks.id } : {}),
  };
}

/** For which of the units that were asked this officer speaks. */
async function speakerOf(ctx: Context, state: CaseState, { each }: Action): Promise<Unit | undefined> {
  const { actor } = ctx;
  if (!each || actor.kind !== 'officer') return undefined;
  const asked = unitsAsked(state, each.role);
  const seat = actor.memberships.find(({ role, unitId }) => role === each.role && asked.includes(unitId));
  return seat && getUnit(ctx, seat.unitId);
}

/** Taking back a forwarding gives the case to the unit it came to at first: the wrong office sees it no more. */
async function backHome(
  ctx: Context,
  { definition, state }: { definition: ServiceDefinition; state: CaseState },
  step: Action,
): Promise<Pick<ActCommand, 'forwardTo'>> {
  const undone = definition.workflow.actions.find((action) => action.do === step.undo);
  if (!undone || !asksForUnit(undone)) return {};
  const unit = await routeUnit(ctx, definition, state.answers);
  return { forwardTo: { unitId: unit.id, roleUnits: await unitsOfRoles(ctx, definition, unit) } };
}
