// What travels after the text of a report, or with it as sound: who may add it, how often, and who never sees it.
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { createVisitor, encodeForm } from '../../../tests/support/visitor.ts';
import { newId } from '../../platform/ids.ts';
import { readUpload } from '../documents/index.ts';
import { aReport } from './testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
}, 120_000);
afterAll(() => app.close());

const placed = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#363' } })
    .jpeg()
    .withExif({ IFD0: { Make: 'Kamera' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '4/1 0/1 45/1' } })
    .toBuffer();
const recording = Buffer.concat([
  Buffer.from('OggS\0\x02', 'latin1'),
  Buffer.alloc(22),
  Buffer.from('OpusHead'),
  Buffer.alloc(400),
]);

async function upload(url: string, bytes: Buffer, name: string) {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(bytes)], name));
  const { payload, type } = await encodeForm(form);
  return app.fastify.inject({ method: 'POST', url, payload, headers: { 'content-type': type } });
}
const photo = async () =>
  (await upload('/api/v1/uploads', await placed(), 'a.jpg')).json<{ uploadId: string }>().uploadId;
const voice = async () =>
  (await upload('/api/v1/complaints/voice', recording, 'a.ogg')).json<{ uploadId: string }>().uploadId;
const attach = (payload: Record<string, unknown>, key = newId()) =>
  app.fastify.inject({
    method: 'POST',
    url: '/api/v1/complaints/attachments',
    headers: { 'idempotency-key': key },
    payload,
  });
const photosOf = (caseId: string) =>
  app.database.query('select upload_id, public_upload_id, kind from complaints.photo where case_id = $1', [caseId]);
const documentsOf = async (caseId: string) =>
  (await app.database.query(`select projection -> 'documents' as d from cases."case" where id = $1`, [caseId]))[0]?.d;

test('photos and a voice note that come after the text belong to the report; the same twice changes nothing', async () => {
  const { caseId, trackingCode } = await aReport(app.ctx());
  const [key, given] = [newId(), { trackingCode, photos: [await photo(), await photo()], voice: [await voice()] }];
  for (const answer of [await attach(given, key), await attach(given, key)]) expect(answer.statusCode).toBe(200);
  expect(await photosOf(caseId)).toHaveLength(2);
  expect(await documentsOf(caseId)).toEqual([
    { id: 'foto-bukti', uploadId: given.photos[0] },
    { id: 'foto-bukti', uploadId: given.photos[1] },
    { id: 'rekaman-suara', uploadId: given.voice[0] },
  ]);
});

test('a photo of a report keeps nothing of what the camera wrote into it', async () => {
  expect((await sharp(await placed()).metadata()).exif?.includes('Kamera')).toBe(true);
  const { bytes } = await readUpload(app.ctx(), await photo());
  const { exif, xmp } = await sharp(bytes).metadata();
  expect([exif, xmp, Buffer.from(bytes).includes('Kamera')]).toEqual([undefined, undefined, false]);
});

test('a voice note is no public photo, and no public page knows of it', async () => {
  const { caseId, trackingCode } = await aReport(app.ctx());
  const sound = await voice();
  await attach({ trackingCode, voice: [sound] });
  expect(await photosOf(caseId)).toEqual([]);
  expect((await attach({ trackingCode, photos: [sound] })).statusCode).toBe(422);
  expect((await attach({ trackingCode, voice: [await photo()] })).statusCode).toBe(422);
});

test('a picture or a page is no voice note, and a sound is no photo for anything else', async () => {
  expect((await upload('/api/v1/complaints/voice', await placed(), 'suara.ogg')).statusCode).toBe(422);
  expect((await upload('/api/v1/complaints/voice', Buffer.from('<script>'), 'suara.ogg')).statusCode).toBe(422);
  expect((await upload('/api/v1/uploads', recording, 'foto.jpg')).statusCode).toBe(422);
});

test('a code that is none, and more than four photos, add nothing', async () => {
  const { caseId, trackingCode } = await aReport(app.ctx());
  expect((await attach({ trackingCode: 'ABCD-EFGH', photos: [await photo()] })).statusCode).toBe(404);
  const four = [await photo(), await photo(), await photo(), await photo()];
  expect((await attach({ trackingCode, photos: four })).statusCode).toBe(200);
  expect((await attach({ trackingCode, photos: [await photo()] })).statusCode).toBe(409);
  expect(await photosOf(caseId)).toHaveLength(4);
});

test('without scripts a voice note and a video go with the form', async () => {
  const visitor = createVisitor(app.fastify);
  const sound = new File([new Uint8Array(recording)], 'suara.ogg', { type: 'audio/ogg' });
  const values = { isi: 'Musik keras tiap malam', video: 'https://contoh.id/v/1', suara: [sound], anonim: 'tidak' };
  const sent = await visitor.submit(await visitor.get('/lapor'), values, { action: /lapor$/ });
  expect(sent.path).toMatch(/tanda-terima$/);
  const [row] = await app.database.query(`select case_id from complaints.report where body = $1`, [values.isi]);
  expect(await documentsOf(String(row?.case_id))).toEqual([{ id: 'rekaman-suara', uploadId: expect.any(String) }]);
});

test('the interface for phones: a fresh key each time, and the service worker of the form', async () => {
  const key = async () =>
    (await app.fastify.inject({ method: 'POST', url: '/api/v1/complaints/keys', payload: {} })).json<{ key: string }>()
      .key;
  expect(await key()).not.toBe(await key());
  const worker = await app.fastify.inject('/lapor/pekerja.js');
  expect([worker.statusCode, worker.headers['service-worker-allowed']]).toEqual([200, '/lapor']);
});
