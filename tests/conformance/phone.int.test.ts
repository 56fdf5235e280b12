// Nonsense typed at the telephone desk is refused under the same error ids as on a page, question by question.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { topLevelFields } from '../../src/definition/fields/find.ts';
import { parseFields } from '../../src/definition/fields/registry.ts';
import { rawFromForm } from '../../src/definition/interview/form-values.ts';
import { spokenWay } from '../../src/definition/spoken/index.ts';
import type { FieldError } from '../../src/lib/errors.ts';
import { openScript, startScript } from '../../src/modules/calls/service/script.ts';
import { anOfficer } from '../../src/modules/cases/testing.ts';
import type { Context } from '../../src/platform/context.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { typed } from './by-telephone.ts';
import { definitions } from './everyday.ts';

let app: TestApp;
let ctx: Context;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
  ctx = app.ctx(await anOfficer(app.ctx(), 'petugas.lompoe'));
});
afterAll(() => app.close());

const ids = (errors: readonly FieldError[]): string[] => errors.map(({ field, code }) => `${field} ${code}`).sort();

describe.each(['sk-domisili', 'pengaduan', 'sk-tanah'])('%s', (slug) => {
  it('is asked on after nonsense, with the error ids of a page', async () => {
    const def = definitions.find((candidate) => candidate.service === slug);
    const fields = def ? topLevelFields(def).filter((field) => spokenWay(field) === 'ask') : [];
    const body = Object.fromEntries(fields.map((field) => [field.id, '??']));
    const script = await startScript(ctx, slug, null);
    const errors: FieldError[] = [];
    const asked = new Set<string>();
    for (let next = true; next; ) {
      const open = await openScript(ctx, script);
      const question = open.stop ? undefined : open.questions.find(({ field }) => !asked.has(field.id));
      next = question !== undefined;
      if (question === undefined) continue;
      asked.add(question.field.id);
      errors.push(...(await typed(ctx, open, { id: question.field.id, body })));
    }
    const { env } = await openScript(ctx, script);
    const page = fields
      .filter(({ id }) => asked.has(id))
      .flatMap((field) => parseFields([field], rawFromForm([field], body), { ...env, answers: {} }).errors);
    expect(errors.length).toBeGreaterThan(0);
    expect(ids(errors)).toEqual(ids(page));
  });
});
