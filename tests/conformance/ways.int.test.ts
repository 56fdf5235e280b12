// Every service by every way: it is taken in, or refused under one name, at the door and again when something is sent.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offers, type Way } from '../../src/definition/channels.ts';
import type { ServiceDefinition } from '../../src/definition/schema.ts';
import { AppError } from '../../src/lib/errors.ts';
import { submitApplication } from '../../src/modules/applications/index.ts';
import { startScript } from '../../src/modules/calls/service/script.ts';
import { anOfficer } from '../../src/modules/cases/testing.ts';
import { currentVersion } from '../../src/modules/catalogue/index.ts';
import { publishDefinition } from '../../src/modules/catalogue/publish.ts';
import { converse, reportProblem } from '../../src/modules/complaints/index.ts';
import { createApiKey } from '../../src/modules/identity/index.ts';
import { type Channel, type Context, channels } from '../../src/platform/context.ts';
import { inTransaction } from '../../src/platform/database/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createTestClock } from '../support/clock.ts';
import { staffVisitor } from '../support/staff.ts';
import { createVisitor, textOf, type Visitor } from '../support/visitor.ts';
import { definitions } from './everyday.ts';

const refusal = 'catalogue.channel_not_offered';
const clock = createTestClock('2026-11-23T09:00:00+08:00');
let app: TestApp;
let citizen: Visitor;
let counter: Visitor;
let desk: Context; // an officer at the telephone
let chatKey: string;
let plainKey: string;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock });
  citizen = createVisitor(app.fastify);
  counter = await staffVisitor(app, 'petugas.lompoe');
  desk = app.ctx(await anOfficer(app.ctx(), 'petugas.lompoe'));
  chatKey = await createApiKey(app.ctx(), { name: 'chat', scope: 'channel:chat' });
  plainKey = await createApiKey(app.ctx(), { name: 'aplikasi', scope: 'inbox' });
}, 120_000);
afterAll(() => app.close());

async function codeOf(act: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}
const api = async (payload: Record<string, unknown>, key?: string, url = '/api/v1/applications') =>
  app.fastify.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'idempotency-key': newId(), ...(key ? { authorization: `Bearer ${key}` } : {}) },
  });
const refusedBy = async (visitor: Visitor, path: string): Promise<boolean> => {
  const page = await visitor.get(path);
  const refused = textOf(page).includes('tidak diterima lewat jalan ini');
  expect(page.status, path).toBe(refused ? 422 : 200);
  return refused;
};

/** What each door says, standing before it. */
async function refusedAt(service: string): Promise<Partial<Record<Way, boolean>>> {
  const sent = { service, answers: {}, documents: [] };
  const [program, chat] = [await api(sent), await api(sent, chatKey)];
  for (const answer of [program, chat]) expect(answer.statusCode).toBe(422);
  return {
    web: await refusedBy(citizen, `/layanan/${service}/mulai`),
    counter: await refusedBy(counter, `/kerja/loket/${service}`),
    paper: await refusedBy(counter, `/kerja/loket/${service}?cara=kertas`),
    phone: (await codeOf(() => startScript(desk, service, null))) === refusal,
    api: program.json<{ code: string }>().code === refusal,
    chat: chat.json<{ code: string }>().code === refusal,
  };
}
const expected = (def: Pick<ServiceDefinition, 'channels' | 'assisted'>) => {
  const ways = ['web', 'counter', 'paper', 'phone', 'api', 'chat'] as const;
  return Object.fromEntries(ways.map((way) => [way, !offers(def, way)]));
};

async function published(service: string, over: Partial<ServiceDefinition>): Promise<ServiceDefinition> {
  const { definition } = await currentVersion(app.ctx(), service);
  const { assisted: _before, ...rest } = definition;
  const changed = { ...rest, ...over };
  await inTransaction(app.ctx(), (ctx) => publishDefinition(ctx, changed, 'uji'));
  await new Promise((resolve) => setTimeout(resolve, 600)); // programs hear of a new version within half a second
  return changed;
}

describe.each(definitions.map((def) => [def.service, def] as const))('%s', (service, def) => {
  it('is taken in by every way it offers, and by no other', async () => {
    expect(await refusedAt(service)).toEqual(expected(def));
  });
});

describe.each([
  ['a counter alone', { channels: ['loket'] }],
  ['a telephone alone', { channels: ['telepon'] }],
  ['messages alone', { channels: ['sms'] }],
  ['pages that nobody else may fill in', { channels: ['web', 'mobile'], assisted: false }],
  ['pages and a counter, but no telephone', { channels: ['web', 'loket'], assisted: false }],
] as readonly (readonly [string, Partial<ServiceDefinition>])[])('a service with %s', (_name, over) => {
  it('refuses every other way at its door and when something is sent, and says which ways there are', async () => {
    const def = await published('sk-domisili', over);
    expect(await refusedAt('sk-domisili')).toEqual(expected(def));
    const version = await currentVersion(app.ctx(), 'sk-domisili');
    const send = (channel: Channel) =>
      codeOf(() =>
        submitApplication({ ...app.ctx(), channel }, { version, answers: {}, documents: [], submissionKey: newId() }),
      );
    for (const channel of channels)
      expect([channel, (await send(channel)) === refusal]).toEqual([channel, !offers(def, channel)]);
    const { title, detail } = (await api({ service: 'sk-domisili', answers: {}, documents: [] })).json<{
      title?: string;
      detail?: string;
    }>();
    if (!offers(def, 'api')) expect(`${title} ${detail}`).toMatch(/Silakan lewat (situs ini|loket|telepon|SMS)/);
  });
});

describe('reports, where the service of reports is open at a counter alone', () => {
  it('are refused under the same name on the page, by program, in a chat and by Open311', async () => {
    await published('pengaduan', { channels: ['loket'] });
    const text = 'Lampu jalan mati di lorong 3';
    const as = (channel: Channel) => ({ ...app.ctx(), channel });
    expect(await codeOf(() => reportProblem(as('web'), { text, key: newId() }))).toBe(refusal);
    expect(await codeOf(() => converse(as('chat'), undefined, { text: 'LAPOR', id: newId() }))).toBe(refusal);
    const program = await api({ text }, undefined, '/api/v1/complaints');
    expect([program.statusCode, program.json<{ code: string }>().code]).toEqual([422, refusal]);
    const page = await citizen.submit(
      await citizen.get('/lapor'),
      { isi: text, anonim: 'tidak' },
      { action: /lapor$/ },
    );
    expect(page.status).toBe(422);
    expect(textOf(page)).toContain('Silakan lewat loket');
    const form = new URLSearchParams({ api_key: plainKey, service_code: 'lampu.mati', description: text });
    form.set('lat', '-4.0123');
    form.set('long', '119.6234');
    const open311 = await app.fastify.inject({
      method: 'POST',
      url: '/open311/v2/requests.json',
      payload: form.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(open311.statusCode).toBe(400);
    expect(open311.body).toContain('Silakan lewat loket');
  });
});
