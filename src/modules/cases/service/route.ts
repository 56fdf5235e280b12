// Which unit stands behind each role of a case: decided once, at intake, and copied onto the case.
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { findUnitByCode, parentUnit, type Unit, unitForArea } from '../../organisation/index.ts';
import type { Answers } from '../types.ts';

function answerText(answers: Answers, field: string | undefined): string | undefined {
  const value = field === undefined ? undefined : answers[field];
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'area' in value && typeof value.area === 'string')
    return value.area;
  return undefined;
}

/** The unit that handles a new case: the service's agency, or the one the applicant's answer leads to. */
export async function routeUnit(ctx: Context, definition: ServiceDefinition, answers: Answers): Promise<Unit> {
  const { code, kind, routeBy } = definition.unit;
  const answer = answerText(answers, routeBy);
  const unit =
    code !== undefined
      ? await findUnitByCode(ctx, code)
      : answer === undefined
        ? undefined
        : ((await findUnitByCode(ctx, answer)) ??
          (kind === undefined ? undefined : await unitForArea(ctx, kind, answer)));
  if (!unit) throw new AppError('invalid', 'cases.no_unit', { params: { service: definition.service } });
  return unit;
}

async function unitCalled(ctx: Context, own: Unit, name: string): Promise<Unit> {
  if (name === 'own') return own;
  const unit = name === 'parent' ? await parentUnit(ctx, own) : await findUnitByCode(ctx, name);
  if (!unit) throw new AppError('unavailable', 'cases.no_unit', { params: { service: name } });
  return unit;
}

/** Role id -> unit id, for every role of the workflow that somebody holds from the beginning. */
export async function unitsOfRoles(
  ctx: Context,
  definition: ServiceDefinition,
  own: Unit,
): Promise<Record<string, string>> {
  const units: Record<string, string> = {};
  for (const [id, role] of Object.entries(definition.workflow.roles))
    if (role.unit !== 'offered') units[id] = (await unitCalled(ctx, own, role.unit)).id;
  return units;
}
