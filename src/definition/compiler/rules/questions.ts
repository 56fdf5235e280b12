// Questions: ids, options, limits, the first page, and the conditions that decide what is asked.

import type { Field, FieldType } from '../../schema.ts';
import type { Path } from '../finding.ts';
import { allQuestions, type Scope } from '../scope.ts';
import { checkCondition, isDateBound, type Sight, sightBefore } from './conditions.ts';
import { checkRelations } from './relations.ts';

export function checkQuestions(scope: Scope): void {
  const seen = new Set<string>();
  for (const question of allQuestions(scope.def)) {
    const { field, path, order } = question;
    if (seen.has(field.id)) scope.report('L24-Q001', path, { field: field.id });
    seen.add(field.id);
    checkField(scope, field, path, sightBefore(scope, order));
  }
  checkPages(scope);
}

/** Forms that officers fill stand on their own: their conditions look at earlier questions of the same form. */
export function checkOfficeForm(scope: Scope, fields: readonly Field[], path: Path): void {
  checkFieldList(scope, fields, path, { find: () => undefined, names: () => [] });
}

function checkFieldList(scope: Scope, fields: readonly Field[], path: Path, outer: Sight): void {
  const before = new Map<string, Field>();
  for (const [index, field] of fields.entries()) {
    const at = [...path, index];
    if (before.has(field.id)) scope.report('L24-Q001', at, { field: field.id });
    checkField(scope, field, at, siblingsThen(before, fields, outer));
    before.set(field.id, field);
  }
}

function siblingsThen(before: ReadonlyMap<string, Field>, all: readonly Field[], outer: Sight): Sight {
  return {
    find: (name) => {
      const earlier = before.get(name);
      if (earlier !== undefined) return { field: earlier, earlier: true };
      const later = all.find((field) => field.id === name);
      return later === undefined ? outer.find(name) : { field: later, earlier: false };
    },
    names: () => [...all.map((field) => field.id), ...outer.names()],
  };
}

function checkPages(scope: Scope): void {
  let order = scope.def.eligibility.length;
  for (const [index, page] of scope.def.form.entries()) {
    if (index === 0 && page.when !== undefined) scope.report('L24-Q008', ['form', 0, 'when'], { page: page.page });
    if (page.when !== undefined) checkCondition(scope, sightBefore(scope, order), page.when, ['form', index, 'when']);
    const twin = scope.def.form.findIndex((other) => other.page === page.page);
    if (twin !== index) scope.report('L24-Q001', ['form', index, 'page'], { field: page.page });
    order += page.fields.length;
  }
}

function checkField(scope: Scope, field: Field, path: Path, sight: Sight): void {
  if (field.when !== undefined) checkCondition(scope, sight, field.when, [...path, 'when']);
  if (reservedIds.includes(field.id)) scope.report('L24-Q010', path, { field: field.id });
  checkOptions(scope, field, path);
  checkLimits(scope, field, path);
  checkUselessKeys(scope, field, path);
  checkRelations(scope, field, path, sight);
  if (field.personal === false && alwaysPersonal.includes(field.type))
    scope.report('L24-Q009', [...path, 'personal'], { field: field.id });
  checkGroup(scope, field, path, sight);
}

// The words that combine conditions; a question of that name could not be told from them.
const reservedIds = ['all', 'any', 'not', 'use'];

function checkOptions(scope: Scope, field: Field, path: Path): void {
  const needs = field.type === 'choice' || field.type === 'choices';
  if (needs && field.options === undefined) scope.report('L24-Q002', path, { field: field.id, type: field.type });
  const seen = new Set<string>();
  for (const [index, option] of (field.options ?? []).entries()) {
    if (seen.has(option.value))
      scope.report('L24-Q003', [...path, 'options', index], { value: option.value, field: field.id });
    seen.add(option.value);
  }
}

function checkLimits(scope: Scope, field: Field, path: Path): void {
  const { min, max } = field;
  if (min !== undefined && max !== undefined && min > max)
    scope.report('L24-Q005', [...path, 'min'], { field: field.id, min, max });
  for (const key of ['after', 'before'] as const) {
    const value = field[key];
    if (value !== undefined && !isDateBound(value))
      scope.report('L24-Q006', [...path, key], { value, field: field.id });
  }
}

// UU 27/2022 (Pelindungan Data Pribadi): what singles a person out is masked whatever the definition says. A name or
// an address may be a shop's or a broken lamp's.
const alwaysPersonal: readonly FieldType[] = ['nik', 'no-kk', 'npwp', 'phone', 'email'];

const takesMinMax = ['text', 'long-text', 'name', 'integer', 'decimal', 'money', 'choices', 'group', 'file'];

function checkUselessKeys(scope: Scope, field: Field, path: Path): void {
  const takes: Readonly<Record<string, boolean>> = {
    options: field.type === 'choice' || field.type === 'choices',
    fields: field.type === 'group',
    level: field.type === 'area' || field.type === 'address',
    after: field.type === 'date',
    before: field.type === 'date',
    unique: field.type === 'group',
    notSameAs: !['group', 'file', 'info'].includes(field.type),
    min: takesMinMax.includes(field.type),
    max: takesMinMax.includes(field.type),
  };
  for (const [key, fits] of Object.entries(takes)) {
    if (fits || !Object.hasOwn(field, key)) continue;
    if (field[key as keyof Field] !== undefined) scope.report('L24-Q007', [...path, key], { key, type: field.type });
  }
}

function checkGroup(scope: Scope, field: Field, path: Path, sight: Sight): void {
  if (field.type !== 'group') return;
  if (field.fields === undefined) {
    const reason = { id: 'tidak punya pertanyaan, isi "fields"', en: 'it has no questions, fill in "fields"' };
    scope.report('L24-Q004', path, { field: field.id, reason });
    return;
  }
  const nested = field.fields.findIndex((one) => one.type === 'group');
  const reason = {
    id: 'kelompok di dalam kelompok tidak dapat ditanyakan lewat telepon',
    en: 'a group inside a group cannot be asked by phone',
  };
  if (nested >= 0) scope.report('L24-Q004', [...path, 'fields', nested], { field: field.id, reason });
  checkFieldList(scope, field.fields, [...path, 'fields'], sight);
}
