// The golden rule in the running application: one set of answers, five channels, five cases with the same bytes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerDialogue } from '../../src/definition/dialogue/dialogue.ts';
import type { DialogueTurn } from '../../src/definition/dialogue/types.ts';
import { topLevelFields } from '../../src/definition/fields/find.ts';
import { parseAnswers } from '../../src/definition/interview/parse-answers.ts';
import type { Field } from '../../src/definition/schema.ts';
import { controlId } from '../../src/forms/field-view.tsx';
import type { FieldError } from '../../src/lib/errors.ts';
import { openScript } from '../../src/modules/calls/service/script.ts';
import { anOfficer } from '../../src/modules/cases/testing.ts';
import { createApiKey } from '../../src/modules/identity/index.ts';
import type { Context } from '../../src/platform/context.ts';
import { type Seen, unescapeHtml } from '../support/visitor.ts';
import { atTheCounter, openCounter, sendAtTheCounter } from './at-the-counter.ts';
import { onTheWeb } from './at-the-web.ts';
import { askedByTelephone, sendByTelephone, typed } from './by-telephone.ts';
import { definitions } from './everyday.ts';
import { formBody, jsonBody, play } from './play.ts';
import { contentOf, type Prepared, prepare, type Running, startRunning, withFiles } from './running.ts';
import { type Wrong, wrongAnswers } from './wrong.ts';

/** Every shipped service; LOKET24_CONFORMANCE_SEED for another set of answers. */
const services = definitions.map(({ service }) => service);
const seed = Number(process.env.LOKET24_CONFORMANCE_SEED ?? 7);
const mostMistakes = 6; // of a service

let running: Running;
let desk: Context; // an officer at the telephone
let chatKey: string; // of whoever carries the words of a chat
beforeAll(async () => {
  running = await startRunning();
  const { app } = running;
  desk = app.ctx(await anOfficer(app.ctx(), 'petugas.lompoe'));
  chatKey = await createApiKey(app.ctx(), { name: 'chat', scope: 'channel:chat' });
});
afterAll(() => running.app.close());

function send(channel: string, given: { service: string; answers: unknown; documents: unknown }) {
  return running.app.fastify.inject({
    method: 'POST',
    url: '/api/v1/applications',
    headers: {
      'idempotency-key': `${channel}-${given.service}`,
      ...(channel === 'chat' ? { authorization: `Bearer ${chatKey}` } : {}),
    },
    payload: given,
  });
}

/** The number of the case. */
async function byProgram(channel: 'api' | 'chat', given: Parameters<typeof send>[1]): Promise<string> {
  const answer = await send(channel, given);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ number: string }>().number;
}

interface Mistake {
  readonly field: Field;
  readonly wrong: Wrong;
  readonly body: Readonly<Record<string, string>>; // as a page posts it
}

/** A wrong answer for each of the first required questions that these answers come past. */
function mistakesIn({ def, result }: Prepared): Mistake[] {
  const fields = topLevelFields(def).filter((field) => field.required && field.id in result.answers);
  return fields.slice(0, mostMistakes).flatMap((field) => {
    const [wrong] = wrongAnswers(field);
    if (wrong === undefined) return [];
    const parts = Object.entries(wrong.form).map(([part, value]) => [field.id + part, value] as const);
    return [{ field, wrong, body: Object.fromEntries(parts) }];
  });
}
// A page sends the file and the point itself, never words for them.
const canBeTyped = ({ field }: Mistake): boolean => !['file', 'location'].includes(field.type);

/** What a page's list of mistakes names: where it leads, the error's id and what it asks for. */
function namedOn(page: Seen): FieldError[] {
  expect(page.status).toBe(422);
  const summary = /role="alert"[\s\S]*?<\/ul>/.exec(page.body)?.[0] ?? '';
  const lines = summary.matchAll(/<li data-code="([^"]+)"><a href="#([^"]+)"[^>]*>([\s\S]*?)<\/a>/g);
  return [...lines].map(([, code = '', field = '', text = '']) => {
    return { field, code, message: unescapeHtml(text.replace(/<[^>]+>/g, '')) };
  });
}
const onScreen = (errors: readonly FieldError[]): FieldError[] =>
  errors.map((error) => ({ field: controlId(error.field), code: error.code, message: error.message }));

interface Asked extends Prepared {
  readonly mistakes: readonly Mistake[];
  /** What every channel says to a mistake, by its question. */
  readonly expected: ReadonlyMap<string, readonly FieldError[]>;
  readonly script: string; // everything was answered at the telephone
}
const kept = new Map<string, Promise<Asked>>();

/** The answers of a service, worked out once for both of its tests. */
function askedFor(slug: string): Promise<Asked> {
  const known = kept.get(slug) ?? ask(slug);
  kept.set(slug, known);
  return known;
}

async function ask(slug: string): Promise<Asked> {
  const prepared = prepare(running, slug, seed);
  const mistakes = mistakesIn(prepared);
  const expected = mistakes.map(({ field, wrong }) => {
    const raw = { ...jsonBody(prepared.told), [field.id]: wrong.json };
    return [field.id, parseAnswers(prepared.def, raw, running.chatEnv).errors] as const;
  });
  const open = await askedByTelephone(desk, slug, formBody(prepared.told));
  return { ...prepared, mistakes, expected: new Map(expected), script: open.script.id };
}

const topOf = (error: FieldError): string => error.field.split('.')[0] ?? '';
const notOfPapers = (errors: readonly FieldError[]) => errors.filter(({ code }) => !code.startsWith('document.'));

async function refusedByProgram({ def, told, result, expected, mistakes }: Asked): Promise<void> {
  for (const { field, wrong } of mistakes) {
    const answers = { ...jsonBody(told), [field.id]: wrong.json };
    const answer = await send(`wrong-${field.id}`, { service: def.service, answers, documents: result.documents });
    expect(answer.statusCode).toBe(422);
    expect(notOfPapers(answer.json<{ errors: FieldError[] }>().errors)).toEqual(expected.get(field.id));
    expect(expected.get(field.id)?.map(topOf)).toContain(field.id);
  }
}

async function refusedAtTheCounter(asked: Asked): Promise<void> {
  const at = await openCounter(running, asked);
  for (const { field, body } of asked.mistakes.filter(canBeTyped)) {
    const others = new Map([...asked.told].filter(([id]) => id !== field.id));
    const page = await sendAtTheCounter(running, { ...asked, told: others }, { desk: at, values: body });
    expect(notOfPapers(namedOn(page)), field.id).toEqual(onScreen(asked.expected.get(field.id) ?? []));
  }
}

/** A chat asks one question at a time: each mistake is made where its question stands, and the right answer after it. */
function refusedByChat({ def, told, result, expected, mistakes }: Asked): void {
  const open = new Set(mistakes.filter(({ wrong }) => wrong.chat !== undefined));
  const visit = (turn: DialogueTurn, place: string) => {
    for (const mistake of [...open].filter(({ field, wrong }) => place === field.id + (wrong.at ?? ''))) {
      const heard = answerDialogue(def, turn.state, mistake.wrong.chat, running.chatEnv);
      const names = (errors: readonly FieldError[]) =>
        errors.filter((error) => topOf(error) === mistake.field.id).map(({ field, code }) => `${field} ${code}`);
      expect(names(heard.errors), place).toEqual(names(expected.get(mistake.field.id) ?? []));
      expect(heard.done).toBeUndefined();
      open.delete(mistake);
    }
  };
  const papers = new Map<string, string[]>();
  for (const { id, uploadId } of result.documents) papers.set(id, [...(papers.get(id) ?? []), uploadId]);
  play(def, running.chatEnv, { told, uploads: (id) => papers.get(id) ?? [], visit });
  expect([...open].map(({ field }) => field.id)).toEqual([]);
}

async function refusedByTelephone({ told, expected, mistakes, script }: Asked): Promise<void> {
  const first = await openScript(desk, script);
  const said = new Set(first.questions.map(({ field }) => field.id));
  for (const { field, body } of mistakes.filter((one) => said.has(one.field.id))) {
    await typed(desk, first, { id: field.id, body });
    const wrong = await openScript(desk, script);
    const stillSaid = new Set(wrong.questions.map((question) => question.field.id));
    const heard = (errors: readonly FieldError[]) => errors.filter((error) => stillSaid.has(topOf(error)));
    expect(heard(wrong.errors), field.id).toEqual(heard(expected.get(field.id) ?? []));
    await typed(desk, first, { id: field.id, body: formBody(told) });
  }
}

/** On the way through the pages every mistake is made first, where its question stands. */
async function onTheWebWithMistakes(asked: Asked): Promise<string> {
  const { def, told, expected } = asked;
  const open = new Set(asked.mistakes.filter(canBeTyped));
  const number = await onTheWeb(running, asked, async (visitor, page, fields) => {
    const here = new Set(fields.map(({ id }) => id));
    for (const mistake of [...open].filter(({ field }) => here.has(field.id))) {
      const { field, body } = mistake;
      const others = new Map([...told].filter(([id]) => here.has(id) && id !== field.id));
      const again = await visitor.submit(page, { ...withFiles(running, formBody(others), def), ...body });
      const errors = (expected.get(field.id) ?? []).filter((error) => here.has(topOf(error)));
      expect(namedOn(again), field.id).toEqual(onScreen(errors));
      open.delete(mistake);
    }
  });
  expect(open.size).toBe(0);
  return number;
}

describe.each(services)('%s', (slug) => {
  it('refuses the same mistake under the same name, and keeps nothing', { timeout: 120_000 }, async () => {
    const asked = await askedFor(slug);
    const cases = () => running.app.database.query('select count(*)::int as n from cases."case"');
    const before = await cases();
    await refusedByProgram(asked);
    await refusedAtTheCounter(asked);
    await refusedByTelephone(asked);
    refusedByChat(asked);
    expect(await cases()).toEqual(before);
  });

  it('is the same case by web, program, chat, counter and telephone', { timeout: 120_000 }, async () => {
    const asked = await askedFor(slug);
    const { told, result, script } = asked;
    const numbers = {
      chat: await byProgram('chat', { service: slug, ...result }),
      api: await byProgram('api', { service: slug, answers: jsonBody(told), documents: result.documents }),
      counter: await atTheCounter(running, asked),
      web: await onTheWebWithMistakes(asked),
      phone: await sendByTelephone(running, asked, { ctx: desk, open: await openScript(desk, script) }),
    };
    expect(new Set(Object.values(numbers)).size).toBe(5);
    const chat = await contentOf(running, numbers.chat);
    expect(chat).toMatch(/^[0-9a-f]{64}\n\{.+\}\n\[.*\]$/);
    expect(await contentOf(running, numbers.api)).toBe(chat);
    expect(await contentOf(running, numbers.counter)).toBe(chat);
    expect(await contentOf(running, numbers.web)).toBe(chat);
    expect(await contentOf(running, numbers.phone)).toBe(chat);
  });
});
