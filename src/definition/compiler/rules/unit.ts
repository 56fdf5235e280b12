// Who does the work: a fixed unit, or one found from an answer that is always there.
import type { FieldType } from '../../schema.ts';
import { nearestHint } from '../nearest.ts';
import type { Question, Scope } from '../scope.ts';
import { checkAgency } from './workflow-names.ts';

export function checkUnit(scope: Scope): void {
  const { code, kind, routeBy } = scope.def.unit;
  if (code === undefined && (kind === undefined || routeBy === undefined)) scope.report('L24-R001', ['unit']);
  if (code !== undefined) checkAgency(scope, code, ['unit', 'code']);
  if (routeBy === undefined) return;
  const path = ['unit', 'routeBy'];
  const question = scope.questions.get(routeBy);
  if (question === undefined)
    scope.report('L24-R003', path, { field: routeBy, hint: nearestHint(routeBy, scope.questions.keys()) });
  else checkRoute(scope, question);
}

function checkRoute(scope: Scope, question: Question): void {
  const { field } = question;
  const needed: FieldType[] = scope.def.unit.kind === 'puskesmas' ? ['choice', 'area'] : ['area'];
  const path = ['unit', 'routeBy'];
  if (!needed.includes(field.type))
    scope.report('L24-R004', path, { field: field.id, type: field.type, needed: needed.join(' / ') });
  else if (!field.required || question.conditional) scope.report('L24-R005', path, { field: field.id });
  if (field.type !== 'choice' || scope.env.agencies === undefined) return;
  for (const [index, option] of (field.options ?? []).entries())
    if (!scope.env.agencies.has(option.value))
      scope.report('L24-R007', [...question.path, 'options', index, 'value'], { value: option.value, field: field.id });
}
