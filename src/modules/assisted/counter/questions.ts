// All questions of a service for one screen or one sheet of paper, with their conditions as sentences.
import { describe } from '../../../definition/conditions/describe.ts';
import type { Env } from '../../../definition/fields/types.ts';
import type { Condition, DocumentRule, Eligibility, Field, ServiceDefinition } from '../../../definition/schema.ts';
import { say } from '../../../lib/locale.ts';
import { codesOf } from './codes.ts';

export interface AskedField {
  readonly field: Field;
  readonly code: string; // '' for a text that asks nothing
  readonly condition: string | undefined; // "jika Surat ini untuk siapa adalah Lembaga"
  readonly rule?: Eligibility | undefined;
}
export interface AskedPage {
  readonly id: string; // page id, or 'kelayakan'
  readonly title: string | undefined;
  readonly condition: string | undefined;
  readonly fields: readonly AskedField[];
}
export interface AskedDocument {
  readonly rule: DocumentRule;
  readonly code: string;
  readonly label: string;
  readonly note: string | undefined;
  readonly condition: string | undefined;
}
export interface Asked {
  readonly pages: readonly AskedPage[]; // eligibility first
  readonly documents: readonly AskedDocument[];
}

export const eligibilityPage = 'kelayakan';

export function askedOf(def: ServiceDefinition, env: Env): Asked {
  const codes = codesOf(def);
  const sentence = (when: Condition | undefined) => (when === undefined ? undefined : describe(when, def, env));
  const seen = new Set<string>();
  const asked = (field: Field, rule?: Eligibility): AskedField[] => {
    if (seen.has(field.id)) return []; // asked twice, answered once
    seen.add(field.id);
    return [{ field, rule, code: codes.fields.get(field.id) ?? '', condition: sentence(field.when) }];
  };
  const first: AskedPage = {
    id: eligibilityPage,
    title: undefined,
    condition: undefined,
    fields: def.eligibility.flatMap((rule) => asked(rule.ask, rule)),
  };
  const pages = def.form.map((page) => ({
    id: page.page,
    title: say(page.title, env.locale),
    condition: sentence(page.when),
    fields: page.fields.flatMap((field) => asked(field)),
  }));
  const documents = def.documents
    .filter((rule) => rule.kind !== 'data')
    .map((rule) => ({
      rule,
      code: codes.documents.get(rule.id) ?? '',
      label: say(rule.label, env.locale),
      note: rule.note && say(rule.note, env.locale),
      condition: sentence(rule.when),
    }));
  return { pages: [first, ...pages].filter((page) => page.fields.length > 0), documents };
}

/** Every question once, in the order of the screen. */
export function fieldsOf(asked: Asked): Field[] {
  return asked.pages.flatMap((page) => page.fields.map((one) => one.field));
}
