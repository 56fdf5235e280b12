// Derived values as people read them: on the check page and beside the answers on the desk, always with their table.
import { say } from '../../lib/locale.ts';
import { formatField } from '../fields/registry.ts';
import { type Answers, answerOf, type Env } from '../fields/types.ts';
import type { ServiceDefinition } from '../schema.ts';
import { derive, derivedFields } from './derive.ts';

export interface ShownDerivation {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly source: string; // "Klasifikasi usaha, Perda ..."
}

export function derivedShown(def: ServiceDefinition, answers: Answers, env: Env): ShownDerivation[] {
  const values = derive(def, answers);
  return derivedFields(def).flatMap((field) => {
    const value = answerOf(values, field.id);
    const rule = def.derive?.[field.id];
    if (value === undefined || rule === undefined) return [];
    const source = rule.source === undefined ? rule.table : say(rule.source, env.locale);
    return [{ id: field.id, label: say(field.label, env.locale), value: formatField(value, field, env), source }];
  });
}
