// The golden rule in the running application: one set of answers, four channels, four cases with the same bytes.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DialogueEnv, DialogueResult } from '../../src/definition/dialogue/types.ts';
import { topLevelFields } from '../../src/definition/fields/find.ts';
import { parseAnswers } from '../../src/definition/interview/parse-answers.ts';
import type { ServiceDefinition } from '../../src/definition/schema.ts';
import type { FieldError } from '../../src/lib/errors.ts';
import { areaLookup } from '../../src/modules/organisation/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { codeOf, errorsOf, stepOf } from '../support/journey.ts';
import { numberOf } from '../support/office.ts';
import { aPhoto, asFile } from '../support/papers.ts';
import { staffVisitor } from '../support/staff.ts';
import { createVisitor, encodeForm, type Seen, unescapeHtml, type Values, type Visitor } from '../support/visitor.ts';
import { answersArbitrary } from './answers.ts';
import { definitions, env, known } from './everyday.ts';
import { formBody, jsonBody, play } from './play.ts';
import { type Told, withoutSkipped } from './told.ts';
import { wrongAnswers } from './wrong.ts';

/** Every shipped service; LOKET24_CONFORMANCE_SEED for another set of answers. */
const services = definitions.map(({ service }) => service);
const seed = Number(process.env.LOKET24_CONFORMANCE_SEED ?? 7);

let app: TestApp;
let photos: ReadonlyMap<string, File>; // by upload id
let chatEnv: DialogueEnv;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
  const files = [await aPhoto(900, 600), await aPhoto(800, 600)].map((bytes, n) =>
    asFile(bytes, `foto-${n}.jpg`, 'image/jpeg'),
  );
  photos = new Map(await Promise.all(files.map(async (file) => [await upload(file), file] as const)));
  chatEnv = { ...env, areas: await areaLookup(app.ctx()) };
});
afterAll(() => app.close());

async function upload(file: File): Promise<string> {
  const form = new FormData();
  form.append('file', file, file.name);
  const { payload, type } = await encodeForm(form);
  const answer = await app.fastify.inject({
    method: 'POST',
    url: '/api/v1/uploads',
    payload,
    headers: { 'content-type': type },
  });
  return answer.json<{ uploadId: string }>().uploadId;
}

interface Prepared {
  readonly def: ServiceDefinition;
  readonly told: ReadonlyMap<string, Told>;
  readonly result: DialogueResult; // what the chat ended with
}

/** The first generated answers of somebody the service is for, as they were told in a chat. */
function prepare(slug: string, seed: number): Prepared {
  const def = definitions.find((candidate) => candidate.service === slug);
  if (def === undefined) throw new Error(`no service ${slug}`);
  const world = { ...known, photos: [...photos.keys()] };
  for (const told of fc.sample(answersArbitrary(def, world), { numRuns: 20, seed })) {
    const asked = withoutSkipped(def, told);
    const { done } = play(def, chatEnv, {
      told: asked,
      uploads: (id) => world.photos.slice(0, id.length % 2 === 0 ? 2 : 1),
    });
    if (done !== undefined) return { def, told: asked, result: done };
  }
  throw new Error(`${slug}: nobody was eligible`);
}

/** The number of the case. */
async function byProgram(
  channel: 'api' | 'chat',
  given: { service: string; answers: unknown; documents: unknown },
): Promise<string> {
  const answer = await app.fastify.inject({
    method: 'POST',
    url: '/api/v1/applications',
    headers: { 'idempotency-key': `${channel}-${given.service}` },
    payload: { ...given, channel },
  });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ number: string }>().number;
}

/** Everything on the counter's one screen, as an officer of Lompoe fills it in. */
async function atTheCounter(prepared: Prepared): Promise<string> {
  const receipt = await sendAtTheCounter(prepared);
  const number = /data-number="([A-Z]\d{9})"/.exec(receipt.body)?.[1];
  if (number === undefined)
    throw new Error(`${prepared.def.service} at the counter (${receipt.status}): ${errorsOf(receipt)}`);
  return number;
}

async function sendAtTheCounter({ def, told, result }: Prepared, wrong: Values = {}): Promise<Seen> {
  const officer = await staffVisitor(app, 'petugas.lompoe');
  const screen = await officer.get(`/kerja/loket/${def.service}`);
  const papers = Object.fromEntries(
    def.documents.map((rule) => {
      const own = result.documents.filter((document) => document.id === rule.id);
      return [
        `dokumen.${rule.id}`,
        own.map((document) => photos.get(document.uploadId)).filter((file) => file !== undefined),
      ];
    }),
  );
  const values = {
    ...withFiles(formBody(told), def),
    ...wrong,
    ...papers,
    _aksi: 'kirim',
    _kenal: 'ktp-el',
    _pernyataan: def.declare.map((_, index) => String(index)),
  };
  return officer.submit(screen, values, { action: /loket\/[a-z0-9-]+$/ });
}

const without = (told: ReadonlyMap<string, Told>, id: string): ReadonlyMap<string, Told> =>
  new Map([...told].filter(([name]) => name !== id));

/** What the counter's list of mistakes says about answers: where it leads and what it asks for. */
async function refusedAtTheCounter(prepared: Prepared, wrong: Values): Promise<{ field: string; message: string }[]> {
  const page = await sendAtTheCounter(prepared, wrong);
  expect(page.status).toBe(422);
  const summary = /role="alert"[\s\S]*?<\/ul>/.exec(page.body)?.[0] ?? '';
  return [...summary.matchAll(/href="#([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)]
    .map(([, field = '', text = '']) => ({ field, message: unescapeHtml(text.replace(/<[^>]+>/g, '')) }))
    .filter(({ field }) => !field.startsWith('dokumen-'));
}

async function onTheWeb(prepared: Prepared): Promise<string> {
  const visitor = createVisitor(app.fastify);
  let page = await visitor.submit(await visitor.get(`/layanan/${prepared.def.service}/mulai`));
  for (let count = 0; count < 60 && !page.path.endsWith('/tanda-terima'); count++) {
    const step = stepOf(page);
    const next = await oneStep(visitor, page, prepared);
    if (stepOf(next) === step && next.status !== 200)
      throw new Error(`stuck on ${page.path} (${next.status}): ${errorsOf(next)}`);
    page = next;
  }
  return numberOf(app, codeOf(page));
}

async function oneStep(visitor: Visitor, page: Seen, { def, told, result }: Prepared): Promise<Seen> {
  const [part = '', name = ''] = stepOf(page).split('/');
  const onward = /href="(\/permohonan\/[\w-]+\/(?:isi|dokumen|kelayakan|periksa)[^"?]*)"[^>]*>/g;
  if (!page.body.includes('method="post"')) {
    const [, link = ''] = [...page.body.matchAll(onward)].find(([, href]) => !href?.endsWith(stepOf(page))) ?? [];
    return visitor.get(link);
  }
  if (part === 'periksa') {
    return visitor.submit(page, Object.fromEntries(def.declare.map((_, index) => [`pernyataan-${index}`, 'true'])));
  }
  if (part === 'dokumen') {
    const files = result.documents
      .filter((document) => document.id === name)
      .map((document) => photos.get(document.uploadId));
    return visitor.submit(page, fileValues('berkas', files));
  }
  const fields =
    part === 'kelayakan'
      ? def.eligibility.filter((rule) => rule.id === name).map((rule) => rule.ask)
      : (def.form.find((candidate) => candidate.page === name)?.fields ?? []);
  const own = new Map([...told].filter(([id]) => fields.some((field) => field.id === id)));
  return visitor.submit(page, withFiles(formBody(own), def));
}

function fileValues(name: string, files: readonly (File | undefined)[]): Values {
  const given = files.filter((file) => file !== undefined);
  return given.length === 0 ? {} : { [name]: given };
}

function withFiles(body: ReturnType<typeof formBody>, def: ServiceDefinition): Values {
  const types = new Map(topLevelFields(def).map((field) => [field.id, field.type]));
  const values = Object.entries(body).map(([name, value]) => {
    const isPhoto = types.get(name) === 'file';
    return isPhoto
      ? fileValues(name, typeof value === 'string' ? [] : value.map((id) => photos.get(id)))
      : { [name]: value };
  });
  return Object.assign({}, ...values);
}

/** Answers and documents as the case's first event holds them; an upload counts by its content. */
async function contentOf(number: string): Promise<string> {
  const [row] = await app.database.query(
    `select (e.data -> 'answers')::text as answers, (e.data -> 'documents')::text as documents
     from cases.event e join cases."case" c on c.id = e.case_id where c.number = '${number}' and e.seq = 1`,
  );
  const uploads = await app.database.query('select id, sha256 from documents.upload');
  const text = `${row?.answers}\n${row?.documents}`;
  return uploads.reduce<string>((all, { id, sha256 }) => all.replaceAll(String(id), String(sha256)), text);
}

describe.each(services)('%s', (slug) => {
  it('is the same case by web, program, chat and counter', { timeout: 120_000 }, async () => {
    const prepared = prepare(slug, seed);
    const { told, result } = prepared;
    const numbers = {
      chat: await byProgram('chat', { service: slug, ...result }),
      api: await byProgram('api', { service: slug, answers: jsonBody(told), documents: result.documents }),
      counter: await atTheCounter(prepared),
      web: await onTheWeb(prepared),
    };
    expect(new Set(Object.values(numbers)).size).toBe(4);
    const chat = await contentOf(numbers.chat);
    expect(chat).toMatch(/^\{.+\}\n\[.*\]$/);
    expect(await contentOf(numbers.api)).toBe(chat);
    expect(await contentOf(numbers.counter)).toBe(chat);
    expect(await contentOf(numbers.web)).toBe(chat);
  });

  it('refuses the same mistake under the same name, and keeps nothing', { timeout: 60_000 }, async () => {
    const prepared = prepare(slug, seed);
    const { def, told, result } = prepared;
    const fields = topLevelFields(def).filter((field) => field.required && field.id in result.answers);
    const before = await app.database.query('select count(*) as n from cases."case"');
    for (const field of fields.slice(0, 6)) {
      const [wrong] = wrongAnswers(field);
      if (wrong === undefined) continue;
      const answers = { ...jsonBody(told), [field.id]: wrong.json };
      const { errors } = parseAnswers(def, answers, chatEnv);
      const answer = await app.fastify.inject({
        method: 'POST',
        url: '/api/v1/applications',
        headers: { 'idempotency-key': `wrong-${slug}-${field.id}` },
        payload: { service: slug, answers, documents: result.documents },
      });
      expect(answer.statusCode).toBe(422);
      const named = answer
        .json<{ errors: FieldError[] }>()
        .errors.filter((error) => !error.code.startsWith('document.'));
      expect(named).toEqual(errors);
      expect(errors.some((error) => error.field.split('.')[0] === field.id)).toBe(true);
      if (['file', 'location'].includes(field.type)) continue; // a page sends the file and the point themselves, never words for them
      const parts = Object.entries(wrong.form).map(([part, value]) => [field.id + part, value] as const);
      const atCounter = await refusedAtTheCounter(
        { ...prepared, told: without(told, field.id) },
        Object.fromEntries(parts),
      );
      const toldTo = errors.map((error) => ({ field: error.field.replaceAll('.', '-'), message: error.message }));
      expect(atCounter, field.id).toEqual(toldTo);
    }
    expect(await app.database.query('select count(*) as n from cases."case"')).toEqual(before);
  });
});
