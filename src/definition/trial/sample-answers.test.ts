import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { rehearse } from '../dialogue/rehearse.ts';
import { dialogueEnv } from '../dialogue/testing.ts';
import { stoppedBy, walk } from '../interview/walk.ts';
import { compileFiles } from '../load/index.ts';
import { sampleDefinition } from '../testing.ts';
import { sampleAnswers } from './index.ts';

const parepare = fileURLToPath(new URL('../../../regions/parepare', import.meta.url));
const env = dialogueEnv();
const area = '73.72.01.1004';

test('a service of the region gets answers that leave nothing missing or wrong', () => {
  const names = readdirSync(`${parepare}/services`).map((name) => name.replace('.yaml', ''));
  const short = compileFiles([parepare]).flatMap(({ definition }) => {
    if (definition === undefined) return ['unreadable'];
    const walked = walk(definition, sampleAnswers(definition, { ...env, area }), env);
    const open = [...walked.missing, ...walked.errors].map(({ field }) => `${definition.service}.${field}`);
    return stoppedBy(walked.eligibility) === undefined ? open : [`${definition.service} refused`];
  });
  expect(names.length).toBeGreaterThan(50);
  expect(short).toEqual([]);
});

test('a rehearsed chat asks every question in order, answers each, and ends with the review', () => {
  const def = sampleDefinition();
  const said = rehearse(def, sampleAnswers(def, { ...env, area }), env);
  const office = said.filter(({ from }) => from === 'office').map(({ text }) => text);
  expect(office[0]).toContain(def.title.id);
  const asked = def.form.flatMap((page) => page.fields).filter((field) => field.type === 'name');
  for (const field of asked) expect(office.join('\n')).toContain(field.label.id);
  expect(said.filter(({ from }) => from === 'citizen').length).toBeGreaterThan(3);
  expect(office.at(-1)).toContain('KIRIM');
});
