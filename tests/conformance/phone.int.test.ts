// The same words typed at the telephone desk and on a page mean the same: same stored answers, same error ids.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFields } from '../../src/definition/fields/registry.ts';
import { rawFromForm } from '../../src/definition/interview/form-values.ts';
import { parseAnswers } from '../../src/definition/interview/parse-answers.ts';
import type { Field, ServiceDefinition } from '../../src/definition/schema.ts';
import { spokenWay } from '../../src/definition/spoken/index.ts';
import { canonicalJson } from '../../src/lib/canonical-json.ts';
import { currentQuestion, openScript, saveAnswer, startScript } from '../../src/modules/calls/service/script.ts';
import { anOfficer } from '../../src/modules/cases/testing.ts';
import type { Context } from '../../src/platform/context.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { answersArbitrary } from './answers.ts';
import { definitions, env, known } from './everyday.ts';
import { formBody } from './play.ts';

const services = ['sk-domisili', 'sk-ahli-waris', 'akta-kelahiran', 'pengaduan', 'kartu-disabilitas', 'sk-tanah'];

let app: TestApp;
let ctx: Context;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
  ctx = app.ctx(await anOfficer(app.ctx(), 'petugas.lompoe'));
});
afterAll(() => app.close());

const definitionOf = (slug: string): ServiceDefinition => {
  const found = definitions.find((candidate) => candidate.service === slug);
  if (found === undefined) throw new Error(`no service ${slug}`);
  return found;
};
const spoken = (field: Field): boolean => spokenWay(field) === 'ask';

/** Types what a page would post, question by question as the desk asks. */
async function byTelephone(slug: string, body: Readonly<Record<string, unknown>>) {
  const id = await startScript(ctx, slug, null);
  const errors: string[] = [];
  const left = new Set<string>();
  for (let count = 0; count < 120; count++) {
    const open = await openScript(ctx, id);
    const asked = open.questions.find(({ field, done }) => !done && !left.has(field.id));
    if (open.stop || asked === undefined) return { open, errors };
    expect(currentQuestion(open, asked.field.id)?.field.id).toBe(asked.field.id);
    left.add(asked.field.id);
    const saved = await saveAnswer(ctx, open, { field: asked.field, body, sentence: (error) => error.code });
    errors.push(...saved.errors.map(({ field, code }) => `${field} ${code}`));
  }
  throw new Error(`${slug}: the desk never stopped asking`);
}

describe.each(services)('%s', (slug) => {
  it('stores the same answers as a page does', async () => {
    const def = definitionOf(slug);
    const fields = [...def.eligibility.map((rule) => rule.ask), ...def.form.flatMap((page) => page.fields)].filter(
      spoken,
    );
    let compared = 0;
    for (const told of fc.sample(answersArbitrary(def, { ...known, photos: ['0', '1'] }), { numRuns: 4, seed: 57 })) {
      const body = formBody(told);
      const { open } = await byTelephone(slug, body);
      if (open.stop) continue;
      const asked = fields.filter((field) => open.script.asked.includes(field.id));
      const page = parseAnswers(def, rawFromForm(asked, body), {
        ...env,
        areas: open.env.areas,
        today: open.env.today,
      });
      expect(canonicalJson(open.answers)).toBe(canonicalJson(page.answers));
      expect(open.errors.map(({ field, code }) => `${field} ${code}`)).toEqual(
        page.errors.map(({ field, code }) => `${field} ${code}`),
      );
      compared += 1;
    }
    expect(compared).toBeGreaterThan(0);
  });

  it('refuses nonsense with the same error ids, question by question', async () => {
    const def = definitionOf(slug);
    const fields = [...def.eligibility.map((rule) => rule.ask), ...def.form.flatMap((page) => page.fields)].filter(
      spoken,
    );
    const body = Object.fromEntries(fields.map((field) => [field.id, '??']));
    const { open, errors } = await byTelephone(slug, body);
    const asked = fields.filter((field) => open.script.asked.includes(field.id));
    const world = { ...open.env, answers: {} };
    const page = asked.flatMap((field) => parseFields([field], rawFromForm([field], body), world).errors);
    expect(errors.length).toBeGreaterThan(0);
    expect([...errors].sort()).toEqual(page.map(({ field, code }) => `${field} ${code}`).sort());
  });
});
