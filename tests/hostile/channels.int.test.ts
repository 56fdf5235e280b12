// Which way something came in is told by the door and the key, never by the sender's own word.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApiKey } from '../../src/modules/identity/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
}, 120_000);
afterAll(() => app.close());

const text = 'Lampu jalan mati di lorong 3';
const complaint = { text, category: 'lampu.mati' };
const question = { jenis: 'pengaduan', isi: text, anonim: 'tidak' };

async function channelOf(url: string, payload: Record<string, unknown>, headers: Record<string, string> = {}) {
  const given = { 'idempotency-key': newId(), ...headers };
  const answer = await app.fastify.inject({ method: 'POST', url, payload, headers: given });
  expect(answer.statusCode, answer.body).toBe(201);
  const [event] = await app.database.query(
    `select e.channel from cases.event e join cases."case" c on c.id = e.case_id and e.seq = 1 where c.number = $1`,
    [answer.json<{ number: string }>().number],
  );
  return event?.channel;
}
const bearer = async (scope: string) => ({
  authorization: `Bearer ${await createApiKey(app.ctx(), { name: scope, scope })}`,
});

it.each(['web', 'counter', 'phone', 'chat', 'paper', 'sp4n', 'anything'])(
  'nobody becomes %s by saying so',
  async (channel) => {
    expect(await channelOf('/api/v1/complaints', { ...complaint, channel })).toBe('api');
    const application = { service: 'pengaduan', answers: question, documents: [], channel };
    expect(await channelOf('/api/v1/applications', application)).toBe('api');
  },
);

it('a key made for a channel speaks for it, another key does not', async () => {
  const [chat, inbox, made] = [await bearer('channel:chat'), await bearer('inbox'), await bearer('channel:anything')];
  expect(await channelOf('/api/v1/complaints', complaint, chat)).toBe('chat');
  expect(await channelOf('/api/v1/applications', { service: 'pengaduan', answers: question }, chat)).toBe('chat');
  expect(await channelOf('/api/v1/complaints', complaint, inbox)).toBe('api');
  expect(await channelOf('/api/v1/complaints', complaint, made)).toBe('api');
});

it('our own page, sending what a telephone kept, is the web; a page of another site is not', async () => {
  expect(await channelOf('/api/v1/complaints', complaint, { 'sec-fetch-site': 'same-origin' })).toBe('web');
  const origin = new URL(app.platform.config.publicUrl).origin;
  expect(await channelOf('/api/v1/complaints', complaint, { origin })).toBe('web');
  expect(
    await channelOf('/api/v1/complaints', complaint, { 'sec-fetch-site': 'cross-site', origin: 'https://lain.id' }),
  ).toBe('api');
});
