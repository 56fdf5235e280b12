// The kelurahan of a report that came with a point alone, on every way in; and points outside of the city.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { createVisitor } from '../../../tests/support/visitor.ts';
import { newId } from '../../platform/ids.ts';
import { createApiKey } from '../identity/index.ts';
import { type ChatTurn, converse } from './index.ts';
import { aReport } from './testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
}, 120_000);
afterAll(() => app?.close());

const lumpue = '73.72.04.1003';
const inLumpue = { lat: -4.06, long: 119.63 };
const atSea = { lat: -4.02, long: 119.58 };
const newest = async () =>
  (
    await app.database.query(
      'select area_code, lat, number from complaints.report order by reported_at desc, case_id desc',
    )
  )[0];

test('a point alone names its kelurahan; a choice stands though the point lies elsewhere; a point at sea names none', async () => {
  await aReport(app.ctx(), { point: inLumpue, area: undefined });
  expect(await newest()).toMatchObject({ area_code: lumpue });
  await aReport(app.ctx(), { point: inLumpue, area: '73.72.01.1004' });
  expect(await newest()).toMatchObject({ area_code: '73.72.01.1004' });
  await aReport(app.ctx(), { point: atSea, area: undefined });
  expect(await newest()).toMatchObject({ area_code: null, lat: atSea.lat });
});

test('so it is for a program, and the same report sent twice is still one', async () => {
  const send = () =>
    app.fastify.inject({
      method: 'POST',
      url: '/api/v1/complaints',
      headers: { 'idempotency-key': 'titik-saja' },
      payload: { text: 'Jalan berlubang', ...inLumpue, category: 'jalan.berlubang' },
    });
  const [first, second] = [await send(), await send()];
  expect([first.statusCode, second.json()]).toEqual([201, first.json()]);
  expect(await newest()).toMatchObject({ area_code: lumpue });
});

test('so it is for Open311, where a point says more than a name in the text', async () => {
  const key = await createApiKey(app.ctx(), { name: 'Aplikasi warga', scope: 'inbox' });
  const form = {
    api_key: key,
    service_code: 'lampu.mati',
    lat: '-4.06',
    long: '119.63',
    description: 'Lampu mati, saya dari Lompoe',
  };
  const answer = await app.fastify.inject({
    method: 'POST',
    url: '/open311/v2/requests.json',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  });
  expect(answer.statusCode).toBe(201);
  expect(await newest()).toMatchObject({ area_code: lumpue });
});

test('so it is in a chat, when the place is shared and the kelurahan left out', async () => {
  const say = (turn: ChatTurn | undefined, message: object): Promise<ChatTurn> =>
    converse(app.ctx({ kind: 'anonymous' }, { channel: 'chat' }), turn?.conversation, { id: newId(), ...message });
  const given: Readonly<Record<string, object>> = {
    jenis: { text: '1' },
    isi: { text: 'Sampah menumpuk di pinggir pantai sejak Senin' },
    lokasi: { location: { lat: inLumpue.lat, lng: inLumpue.long } },
    anonim: { text: '2' },
  };
  let turn = await say(undefined, { text: 'halo' });
  for (let count = 0; turn.conversation.trackingCode === undefined && count < 40; count++) {
    const at = turn.conversation.dialogue?.at;
    const offered = at?.offered !== undefined && at.offered.length > 0;
    const usual = { text: at?.step === 'review' ? 'KIRIM' : offered ? '1' : 'LEWATI' };
    turn = await say(turn, (at?.step === 'review' ? undefined : given[at?.path ?? '']) ?? usual);
  }
  expect(turn.conversation.trackingCode).toBeDefined();
  expect(await newest()).toMatchObject({ area_code: lumpue, lat: inLumpue.lat });
});

test('the note about wrongdoing by officials names channels outside of the city, unconfirmed, by links that tell nothing', async () => {
  const { body } = await createVisitor(app.fastify).get('/lapor');
  const note = body.slice(body.indexOf('whistleblower'));
  expect(note).toContain('UU 31/2014');
  expect(note).toMatch(/<a href="https:\/\/www\.lpsk\.go\.id" rel="noreferrer noopener">/);
  expect(note.match(/belum dipastikan/g)).toHaveLength(3);
});

test('a form without JavaScript asks once about a point outside of the city, and then takes the report', async () => {
  const visitor = createVisitor(app.fastify);
  const form = await visitor.get('/lapor');
  const values = { isi: 'Kapal menumpahkan minyak', anonim: 'tidak', 'lokasi.lat': '-4,02', 'lokasi.lng': '119.58' };
  const asked = await visitor.submit(form, values, { action: /lapor$/ });
  expect(asked.status).toBe(200);
  expect(asked.body).toContain('Tempat ini di luar Kota Parepare?');
  const changed = await visitor.submit(asked, { ubah: '1' }, { action: /lapor$/ });
  expect(changed.body).toContain('Kapal menumpahkan minyak');
  const sent = await visitor.submit(asked, { luar: '1' }, { action: /lapor$/ });
  expect(sent.path).toMatch(/^\/lacak\/[^/]+\/tanda-terima$/);
});
