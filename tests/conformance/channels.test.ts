// The golden rule: the same raw answers through a page, a program and a chat are the same bytes and the same error ids.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topLevelFields } from '../../src/definition/fields/find.ts';
import { rawFromForm } from '../../src/definition/interview/form-values.ts';
import { parseAnswers } from '../../src/definition/interview/parse-answers.ts';
import { canonicalJson } from '../../src/lib/canonical-json.ts';
import { answersArbitrary, eligibilityArbitrary } from './answers.ts';
import { definitions, env, known } from './everyday.ts';
import { formBody, jsonBody, play } from './play.ts';
import { withoutSkipped } from './told.ts';

const runs = 6;
const codes = (errors: readonly { field: string; code: string }[]) =>
  errors.map(({ field, code }) => `${field} ${code}`).sort();

describe.each(definitions.map((def) => [def.service, def] as const))('%s', (_slug, def) => {
  it('has one meaning for the same answers, whichever way they came', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(answersArbitrary(def), (all) => {
        const told = withoutSkipped(def, all);
        const web = parseAnswers(def, rawFromForm(topLevelFields(def), formBody(told)), env);
        const api = parseAnswers(def, jsonBody(told), env);
        expect(canonicalJson(web.answers)).toBe(canonicalJson(api.answers));
        expect(codes(web.errors)).toEqual(codes(api.errors));
        expect(codes(web.warnings)).toEqual(codes(api.warnings));
        const chat = play(def, env, {
          told,
          uploads: (id) => (id.length % 2 === 0 ? known.photos : known.photos.slice(0, 1)),
        });
        if (chat.done === undefined) throw new Error(`not sent: ${JSON.stringify(chat.state.at)}`);
        expect(codes(api.errors)).toEqual([]);
        expect(canonicalJson(chat.done.answers)).toBe(canonicalJson(api.answers));
        expect(canonicalJson(parseAnswers(def, chat.state.answers, env).answers)).toBe(canonicalJson(api.answers));
      }),
      { numRuns: runs, seed: 24 },
    );
  });
});

const rules = definitions.flatMap((def) =>
  def.eligibility.filter((rule) => rule.else.stop).map((rule) => [`${def.service} ${rule.id}`, def, rule] as const),
);
describe.each(rules)('%s', (_name, def, rule) => {
  it('refuses whom the service is not for in the same way everywhere', () => {
    const person = fc.record({ told: answersArbitrary(def), unfit: eligibilityArbitrary(rule, false) });
    fc.assert(
      fc.property(person, ({ told, unfit }) => {
        const all = new Map([...told, [rule.ask.id, unfit]]);
        const web = parseAnswers(def, rawFromForm(topLevelFields(def), formBody(all)), env);
        const api = parseAnswers(def, jsonBody(all), env);
        const chat = play(def, env, { told: all, uploads: () => known.photos.slice(0, 1) });
        expect(codes(chat.errors)).toEqual([`${rule.ask.id} eligibility.not_met`]);
        expect(codes(web.errors)).toEqual(codes(chat.errors));
        expect(codes(api.errors)).toEqual(codes(chat.errors));
        expect(chat.done).toBeUndefined();
      }),
      { numRuns: runs, seed: 24 },
    );
  });
});

it('finds who is not for a service', () => {
  expect(rules.length).toBeGreaterThan(10);
});

it('covers every shipped service', () => {
  expect(definitions).toHaveLength(63);
});
