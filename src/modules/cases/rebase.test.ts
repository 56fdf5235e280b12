// A case may go on under a newer version only when nothing that was given is lost.
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleAnswer } from '../../../tests/content/sample-answer.ts';
import type { Answers, Env } from '../../definition/fields/types.ts';
import { parseAnswers } from '../../definition/interview/parse-answers.ts';
import { summarise } from '../../definition/interview/summarise.ts';
import { compileFiles } from '../../definition/load/index.ts';
import type { Field, ServiceDefinition } from '../../definition/schema.ts';
import { decideRebase } from './engine/rebase.ts';
import type { CaseState } from './types.ts';

const env: Env = {
  today: '2026-11-23',
  locale: 'id',
  areas: {
    has: (code) => code.startsWith('73'),
    name: (code) => (code.startsWith('73') ? `Wilayah ${code}` : undefined),
    within: () => true,
  },
};
const files = readdirSync('regions/parepare/services')
  .slice(0, 25)
  .map((name) => `regions/parepare/services/${name}`);
const definitions = compileFiles(files).flatMap(({ definition }) => (definition ? [definition] : []));

function stateOf(def: ServiceDefinition): CaseState {
  const raw: Record<string, unknown> = {};
  const fields = [...def.eligibility.map((rule) => rule.ask), ...def.form.flatMap((page) => page.fields)];
  for (const field of fields) {
    try {
      raw[field.id] = sampleAnswer(field);
    } catch {
      // a type no sample is known of stays unanswered
    }
  }
  const answers: Answers = parseAnswers(def, raw, env).answers;
  const roleUnits = Object.fromEntries(Object.keys(def.workflow.roles).map((role) => [role, 'unit']));
  const documents = def.documents.slice(0, 2).map(({ id }) => ({ id, uploadId: 'u' }));
  const state = {
    service: def.service,
    answers,
    documents,
    roleUnits,
    state: def.workflow.start,
    tasks: [],
    doings: [],
  };
  return state as unknown as CaseState; // what the decision looks at
}

const changeField = (
  def: ServiceDefinition,
  id: string,
  change: (field: Field) => Field | undefined,
): ServiceDefinition => ({
  ...def,
  form: def.form.map((page) => ({
    ...page,
    fields: page.fields.flatMap((field) => (field.id === id ? (change(field) ?? []) : [field])),
  })),
});
const ids = (def: ServiceDefinition) => def.form.flatMap((page) => page.fields.map((field) => field.id));

type Mutation = (def: ServiceDefinition) => ServiceDefinition;
const mutation = (def: ServiceDefinition): fc.Arbitrary<Mutation> =>
  fc.oneof(
    fc.constantFrom(...ids(def)).chain((id) =>
      fc.constantFrom<Mutation>(
        (now) => changeField(now, id, () => undefined),
        (now) => changeField(now, id, (field) => ({ ...field, type: 'text', options: undefined })),
        (now) => changeField(now, id, (field) => ({ ...field, label: { id: 'Nama baru' } })),
        (now) => changeField(now, id, (field) => ({ ...field, when: { [ids(now)[0] ?? id]: { is: 'tidak-ada' } } })),
        (now) => changeField(now, id, (field) => ({ ...field, max: 1 })),
        (now) =>
          changeField(now, id, (field) => ({
            ...field,
            options: field.options?.map((option, at) => (at === 0 ? { ...option, label: { id: 'Lain' } } : option)),
          })),
        (now) => changeField(now, id, (field) => ({ ...field, options: field.options?.slice(1) })),
      ),
    ),
    fc.constant<Mutation>((now) => ({ ...now, documents: now.documents.slice(1) })),
    fc.constant<Mutation>((now) => ({ ...now, form: now.form.toReversed() })),
    fc.constant<Mutation>((now) => ({ ...now, title: { id: 'Nama lain' } })),
  );

describe('moving a case to another version', () => {
  test('that says the same is allowed, for every service', () => {
    expect(definitions.length).toBeGreaterThan(15);
    for (const def of definitions) {
      const state = stateOf(def);
      expect(Object.keys(state.answers).length, def.service).toBeGreaterThan(1);
      expect(decideRebase({ from: def, to: def }, state, env).obstacles, def.service).toEqual([]);
    }
  });

  test('once allowed loses no answer: each reads as itself, and the summary shows the same values', () => {
    let allowed = 0;
    let refused = 0;
    const pair = fc
      .constantFrom(...definitions)
      .chain((def) => fc.tuple(fc.constant(def), fc.array(mutation(def), { minLength: 1, maxLength: 3 })));
    fc.assert(
      fc.property(pair, ([from, mutations]) => {
        const to = mutations.reduce((def, mutate) => mutate(def), from);
        const state = stateOf(from);
        const verdict = decideRebase({ from, to }, state, env);
        if (!verdict.allowed) {
          refused += 1;
          return;
        }
        allowed += 1;
        expect(parseAnswers(to, state.answers, env).answers).toEqual(state.answers);
        expect(valuesOf(to, state.answers)).toEqual(valuesOf(from, state.answers));
        expect(state.documents.filter(({ id }) => !to.documents.some((document) => document.id === id))).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(Math.min(allowed, refused)).toBeGreaterThan(20);
  }, 60_000);

  const def = definitions.find(({ service }) => service === 'akta-kelahiran') ?? definitions[0];
  test.each([
    ['closed', (state: CaseState) => ({ ...state, closedAt: '2026-11-23T00:00:00Z' }), (now: ServiceDefinition) => now],
    ['service', (state: CaseState) => state, (now: ServiceDefinition) => ({ ...now, service: 'lain' })],
    [
      'state',
      (state: CaseState) => state,
      (now: ServiceDefinition) => ({ ...now, workflow: { ...now.workflow, states: {} } }),
    ],
    [
      'role',
      (state: CaseState) => state,
      (now: ServiceDefinition) => ({
        ...now,
        workflow: { ...now.workflow, roles: { ...now.workflow.roles, baru: { title: { id: 'Baru' }, unit: 'own' } } },
      }),
    ],
    [
      'task',
      (state: CaseState) =>
        ({
          ...state,
          tasks: [
            {
              id: 't',
              key: 'tidak-ada',
              kind: 'check',
              role: Object.keys(state.roleUnits)[0],
              unitId: 'u',
              openedAt: '',
              dueAt: '',
            },
          ],
        }) as CaseState,
      (now: ServiceDefinition) => now,
    ],
  ] as const)('is refused with the reason: %s', (trait, change, mutate) => {
    if (!def) throw new Error('no definition');
    const verdict = decideRebase({ from: def, to: mutate(def) }, change(stateOf(def)), env);
    expect(verdict.allowed).toBe(false);
    expect(verdict.obstacles.map((one) => one.trait)).toContain(trait);
  });
});

const valuesOf = (def: ServiceDefinition, answers: Answers) =>
  summarise(def, answers, env)
    .flatMap((page) => page.items.map((item) => `${item.id}=${item.value}`))
    .toSorted();
