// What one channel refuses every channel refuses, under the same name; a chat then asks again and goes on.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerDialogue } from '../../src/definition/dialogue/dialogue.ts';
import { withRaw } from '../../src/definition/dialogue/raw-path.ts';
import type { DialogueTurn } from '../../src/definition/dialogue/types.ts';
import { topLevelFields } from '../../src/definition/fields/find.ts';
import { rawFromForm } from '../../src/definition/interview/form-values.ts';
import { parseAnswers } from '../../src/definition/interview/parse-answers.ts';
import type { Field, ServiceDefinition } from '../../src/definition/schema.ts';
import { canonicalJson } from '../../src/lib/canonical-json.ts';
import { answersArbitrary } from './answers.ts';
import { definitions, env, known } from './everyday.ts';
import { formBody, jsonBody, play } from './play.ts';
import type { Told } from './told.ts';
import { type Wrong, wrongAnswers } from './wrong.ts';

const codesAt = (errors: readonly { field: string; code: string }[], path: string) =>
  errors
    .filter(({ field }) => field === path || field.startsWith(`${path}.`))
    .map(({ field, code }) => `${field} ${code}`)
    .sort();

/** The question behind a place of the dialogue: its path without the part of an address. */
function questionAt(def: ServiceDefinition, place: string): { field: Field; path: string; part: string } | undefined {
  const keys = place.split('.');
  const top = topLevelFields(def).find((field) => field.id === keys[0]);
  if (top === undefined || place.endsWith('+')) return undefined;
  if (top.type !== 'group') return { field: top, path: top.id, part: place.slice(top.id.length) };
  const inner = top.fields?.find((field) => field.id === keys[2]);
  const path = keys.slice(0, 3).join('.');
  return inner && { field: inner, path, part: place.slice(path.length) };
}

function webErrors(def: ServiceDefinition, told: ReadonlyMap<string, Told>, at: { path: string; wrong: Wrong }) {
  const body = Object.fromEntries(
    Object.entries(formBody(told)).filter(([name]) => name !== at.path && !name.startsWith(`${at.path}.`)),
  );
  for (const [part, value] of Object.entries(at.wrong.form)) body[at.path + part] = value;
  return codesAt(parseAnswers(def, rawFromForm(topLevelFields(def), body), env).errors, at.path);
}

function apiErrors(def: ServiceDefinition, told: ReadonlyMap<string, Told>, at: { path: string; wrong: Wrong }) {
  const body = withRaw(jsonBody(told), at.path.split('.'), at.wrong.json);
  return codesAt(parseAnswers(def, body, env).errors, at.path);
}

let compared = 0;
describe.each(definitions.map((def) => [def.service, def] as const))('%s', (_slug, def) => {
  it('calls every mistake by one name', { timeout: 120_000 }, () => {
    const [told] = fc.sample(answersArbitrary(def), { numRuns: 1, seed: 3 });
    if (told === undefined) throw new Error('no answers');
    const visit = (turn: DialogueTurn, place: string) => {
      const question = questionAt(def, place);
      if (question === undefined) return;
      for (const wrong of wrongAnswers(question.field).filter((one) => (one.at ?? '') === question.part)) {
        const where = `${def.service} ${place} ${JSON.stringify(wrong.chat)}`.slice(0, 120);
        const chat = answerDialogue(def, turn.state, wrong.chat, env);
        const given = codesAt(chat.errors, question.path);
        expect(given.length, where).toBeGreaterThan(0);
        expect(given, where).toEqual(webErrors(def, told, { path: question.path, wrong }));
        expect(given, where).toEqual(apiErrors(def, told, { path: question.path, wrong }));
        expect(canonicalJson(chat.state.answers), where).toBe(canonicalJson(turn.state.answers));
        expect(chat.state.at.path, where).toBe(place);
        compared += 1;
      }
    };
    play(def, env, { told, uploads: () => known.photos.slice(0, 1), visit });
  });
});

it('compared mistakes by the hundred', () => {
  expect(compared).toBeGreaterThan(1000);
});
