// Eligibility: before personal data, about its own question, with a way on.

import { fieldsIn } from '../../conditions/shape.ts';
import { isPersonal } from '../../interview/personal.ts';
import type { FieldType } from '../../schema.ts';
import { nearestHint } from '../nearest.ts';
import type { Scope } from '../scope.ts';
import { checkCondition, sightBefore } from './conditions.ts';

// Not about a person, but nobody should hunt for papers before knowing whether they qualify.
const tooEarly: readonly FieldType[] = ['nib', 'file'];

export function checkEligibility(scope: Scope): void {
  const seen = new Set<string>();
  for (const [index, rule] of scope.def.eligibility.entries()) {
    const path = ['eligibility', index];
    if (seen.has(rule.id)) scope.report('L24-Q001', path, { field: rule.id });
    seen.add(rule.id);
    if (isPersonal(rule.ask) || isPersonal({ ...rule.ask, personal: undefined }) || tooEarly.includes(rule.ask.type))
      scope.report('L24-E001', [...path, 'ask'], { field: rule.ask.id });
    checkCondition(scope, sightBefore(scope, index + 1), rule.needs, [...path, 'needs']);
    if (!fieldsIn(rule.needs).includes(rule.ask.id)) scope.report('L24-E002', [...path, 'needs'], { rule: rule.id });
    checkOffer(scope, rule.else.offer, [...path, 'else', 'offer']);
  }
}

function checkOffer(scope: Scope, offer: string | undefined, path: readonly (string | number)[]): void {
  if (offer === undefined) return;
  if (offer === scope.def.service) scope.report('L24-E003', path);
  const known = scope.env.services;
  if (known !== undefined && !known.has(offer))
    scope.report('L24-R006', path, { service: offer, hint: nearestHint(offer, known) });
}
