// The questions of the real services: every one of them must be answerable on every channel.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as describeCondition } from '../conditions/describe.ts';
import { fieldJsonSchema, parseField, promptField } from '../fields/registry.ts';
import { compileFiles } from '../load/index.ts';
import type { Field } from '../schema.ts';
import { sampleEnv } from '../testing.ts';
import { answersJsonSchema } from './answers-schema.ts';
import { requirementsOf } from './documents.ts';
import { interview } from './interview.ts';
import { parseAnswers } from './parse-answers.ts';
import { summarise } from './summarise.ts';

const env = sampleEnv();
const definitions = compileFiles(['regions/parepare']).flatMap((file) => file.definition ?? []);

const samples: Record<Field['type'], unknown> = {
  text: 'Isian',
  'long-text': 'Isian panjang',
  name: 'Andi Tenri',
  nik: '7372011708900001',
  'no-kk': '7372011708150003',
  npwp: '012345678901000',
  nib: '1234567890123',
  phone: '081234567890',
  email: 'andi@contoh.com',
  date: '22-11-2026',
  integer: '2',
  decimal: '2,5',
  money: 'Rp 1.000.000',
  yesno: 'ya',
  choice: '1',
  choices: '1',
  area: '73.72.01.1004',
  address: { street: 'Jl. Ahmad Yani 1', area: '73.72.01.1004', rt: '1', rw: '1' },
  location: '-4.01,119.62',
  file: '0199aa11-2222-7333-8444-555566667777',
  declaration: 'setuju',
  group: [],
  info: '',
};

function likelyAnswer(field: Field): unknown {
  if (field.type === 'choice' || field.type === 'choices') return field.options?.[0]?.value;
  if (field.type === 'group')
    return [Object.fromEntries((field.fields ?? []).map((inner) => [inner.id, likelyAnswer(inner)]))];
  const days = ['22-11-2026', '23-11-2026', '1-6-2027', '17-8-1990'];
  if (field.type === 'date') return days.find((day) => parseField(day, field, env).ok);
  if (field.type === 'integer' && field.min !== undefined) return field.min;
  return samples[field.type];
}

it('finds the services of Parepare', () => {
  expect(definitions.length).toBeGreaterThan(0);
});

describe.each(definitions.map((def) => [def.service, def] as const))('%s', (_slug, def) => {
  const fields = [...def.eligibility.map((rule) => rule.ask), ...def.form.flatMap((page) => page.fields)];

  it('a person who answers what is asked reaches the end', () => {
    let raw: Record<string, unknown> = {};
    let next = interview(def, raw, { ...env, askOptional: true });
    for (let round = 0; round < 60 && next.status === 'ask'; round += 1) {
      const byId = new Map(fields.map((field) => [field.id, field]));
      const given = next.ask.flatMap((question) => byId.get(question.id) ?? []);
      raw = { ...raw, ...Object.fromEntries(given.map((field) => [field.id, likelyAnswer(field) ?? null])) };
      next = interview(def, raw, { ...env, askOptional: true });
    }
    expect(next.errors).toEqual([]);
    expect(next.status).not.toBe('ask');
    if (next.status === 'review') {
      const { answers, errors } = parseAnswers(def, raw, env);
      expect(errors).toEqual([]);
      const shown = summarise(def, answers, env).flatMap((page) => page.items);
      expect(shown.map((item) => item.id).sort()).toEqual(Object.keys(answers).sort());
      expect(shown.every((item) => item.value !== '')).toBe(true);
    }
  });

  it('is told in both languages without a hole', () => {
    for (const locale of ['id', 'en'] as const) {
      const texts = [
        ...fields.map((field) => promptField(field, { ...env, locale })),
        ...fields.flatMap((field) => (field.when === undefined ? [] : describeCondition(field.when, def, locale))),
        ...requirementsOf(def, { ...env, locale }).flatMap((item) => item.condition ?? []),
      ];
      for (const text of texts) expect(text).not.toMatch(/undefined|NaN|\[object|\n/);
    }
    expect(() => JSON.stringify([answersJsonSchema(def), fields.map(fieldJsonSchema)])).not.toThrow();
  });

  it('survives anything', { timeout: 60_000 }, () => {
    const raw = fc.dictionary(fc.constantFrom(...fields.map((field) => field.id)), fc.anything());
    fc.assert(
      fc.property(raw, (given) => {
        const once = parseAnswers(def, given, env).answers;
        expect(parseAnswers(def, JSON.parse(JSON.stringify(once)), env).answers).toEqual(once);
        interview(def, given, env);
      }),
      { numRuns: 25 },
    );
  });
});
