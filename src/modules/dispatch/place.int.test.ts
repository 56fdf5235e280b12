import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { staffVisitor } from '../../../tests/support/staff.ts';
import { createVisitor, type Seen, textOf } from '../../../tests/support/visitor.ts';
import { groupCaseNumber } from '../../lib/case-number.ts';
import { getForOfficer } from '../cases/index.ts';
import { anOfficer } from '../cases/testing.ts';
import { getVersion } from '../catalogue/index.ts';
import { beyondCity } from '../complaints/index.ts';
import { aReport, dispatch, lampPoint } from '../complaints/testing.ts';
import { acceptUpload } from '../documents/index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
}, 120_000);
afterAll(() => app.close());

const words = (seen: Seen): string => textOf(seen).replace(/\s+/g, ' ');
const north = (metres: number) => ({ lat: lampPoint.lat + metres / 111_195, long: lampPoint.long });

test('the page of a report shows its place and the open reports round it, never secret ones or those of other desks', async () => {
  const { number } = await aReport(app.ctx());
  const close = await aReport(app.ctx(), {
    point: north(300),
    text: 'Sampah menumpuk',
    category: 'sampah.tumpukan-liar',
  });
  const far = await aReport(app.ctx(), { point: north(900) });
  const secret = await aReport(app.ctx(), { point: north(20), level: 'secret' });
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const page = await desk.get(`/kerja/laporan/${number}`);
  expect(page.body).toContain(`href="geo:${lampPoint.lat},${lampPoint.long}`);
  expect(words(page)).toContain('Koordinat -4.01234, 119.62346');
  expect(page.body).toMatch(
    new RegExp(`data-lat="[^"]+" data-long="[^"]+" data-title="${groupCaseNumber(close.number)}"`),
  );
  expect(words(page)).toContain('300 m dari sini');
  for (const other of [far, secret]) expect(page.body).not.toContain(other.number);
  await dispatch(app.ctx(), number);
  const office = await (await staffVisitor(app, 'petugas.dishub')).get(`/kerja/laporan/${number}`);
  expect(office.body).not.toContain(close.number);
  expect(words(office)).toContain('Tidak ada laporan terbuka lain dalam 500 meter');
});

test('the list as a map holds what the same filters find, with and without a point', async () => {
  const placed = await aReport(app.ctx(), { text: 'Pohon beringin condong', area: '73.72.01.1005' });
  const bare = await aReport(app.ctx(), { text: 'Pohon beringin lain', point: undefined, area: '73.72.01.1005' });
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const map = await desk.get('/kerja/laporan?tampil=urut&wilayah=73.72.01.1005&peta=1');
  expect(words(map)).toContain('1 dari 2 laporan punya titik di peta');
  for (const { number } of [placed, bare]) expect(map.body).toContain(`href="/kerja/laporan/${number}"`);
  expect(words(map)).toContain('Tanpa titik di peta');
  expect(map.body).toMatch(/<option value="1" selected[^>]*>Peta/);
  expect(String(map.headers['content-security-policy'])).toContain("img-src 'self'");
  const none = await desk.get('/kerja/laporan?tampil=urut&wilayah=73.72.01.1004&q=beringin&peta=1');
  expect(none.body).not.toContain(placed.number);
});

test('a voice note plays on the pages of officers, is fetched in parts, and one listening is one recorded reading', async () => {
  const head = [Buffer.from('OggS\0\x02', 'latin1'), Buffer.alloc(22), Buffer.from('OpusHead')];
  const ogg = Buffer.concat([...head, Buffer.alloc(400)]);
  const path = join(app.platform.config.dataDir, 'suara.ogg');
  await writeFile(path, ogg);
  const voice = await acceptUpload(app.ctx(), { path, fileName: 'suara.ogg', size: ogg.length }, 'voice');
  const { number, caseId, trackingCode } = await aReport(app.ctx(), { voice: [voice.id] });
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const address = `/petugas/berkas/${number}/dokumen/rekaman-suara/${voice.id}`;
  for (const page of [await desk.get(`/kerja/laporan/${number}`), await desk.get(`/petugas/berkas/${number}`)]) {
    expect(page.body).toMatch(new RegExp(`<audio[^>]*preload="none"[^>]*src="${address}"`));
    expect(page.body).toMatch(new RegExp(`<a href="${address}"[^>]*download`));
    expect(String(page.headers['content-security-policy'])).toContain("media-src 'self'");
  }
  const readings = async () =>
    (
      await app.database.query(
        `select 1 from cases.access_event where case_id = $1 and subject = 'document:rekaman-suara'`,
        [caseId],
      )
    ).length;
  expect(await readings()).toBe(0);
  const whole = await desk.get(address);
  expect(whole.headers).toMatchObject({ 'content-type': 'audio/ogg', 'accept-ranges': 'bytes' });
  const part = await desk.get(address, { range: 'bytes=10-19' });
  expect([part.status, part.bytes.length, part.headers['content-range']]).toEqual([
    206,
    10,
    `bytes 10-19/${whole.bytes.length}`,
  ]);
  expect((await desk.get(address, { range: 'bytes=999999-' })).status).toBe(416);
  expect(await readings()).toBe(1);
  expect((await createVisitor(app.fastify).get(`/lacak/${trackingCode}`)).body).not.toContain('<audio');
});

test('not for the city: who helps stands ready with telephone, the officer changes the words, and the reporter reads them as help', async () => {
  const { number, trackingCode } = await aReport(app.ctx(), { text: 'Listrik di rumah padam terus' });
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const chosen = await desk.get(`/kerja/laporan/${number}?sebab=listrik`);
  expect(chosen.body).toContain('href="tel:123"');
  const send = { action: /bukan-wewenang$/ };
  const empty = await desk.submit(chosen, { penjelasan: ' ' }, send);
  expect(empty.status).toBe(422);
  expect(words(empty)).toContain('Tulis penjelasan untuk pelapor');
  const proposed = /<textarea[^>]*name="penjelasan"[^>]*>([^<]*)/.exec(chosen.body)?.[1]?.trim();
  expect(proposed).toBe(
    'Yang menangani ini PT PLN (Persero), layanan Parepare, telepon 123. Anda juga bisa melapor lewat aplikasi PLN Mobile.',
  );
  const sent = await desk.submit(chosen, { penjelasan: `${proposed} Sebutkan nomor meteran Anda.` }, send);
  expect(words(sent)).toContain('Penjelasan sudah dikirim ke pelapor');
  const tracked = await createVisitor(app.fastify).get(`/lacak/${trackingCode}`);
  expect(words(tracked)).toContain('Siapa yang bisa membantu');
  expect(words(tracked)).toContain(
    'telepon 123. Anda juga bisa melapor lewat aplikasi PLN Mobile. Sebutkan nomor meteran Anda.',
  );
  expect(tracked.body).toContain('href="tel:123"');
  expect(words(await desk.submit(chosen, { penjelasan: proposed ?? '' }, send))).toContain('sudah dikirim ke pelapor'); // pressed twice
});

test('every reason of the step has somebody who helps, or words that say what can be done', async () => {
  const { number } = await aReport(app.ctx());
  const target = await getForOfficer(app.ctx(await anOfficer(app.ctx(), 'verifikator.diskominfo')), number);
  const { definition } = await getVersion(app.ctx(), target.state.versionId);
  const step = definition.workflow.actions.find((action) => action.do === 'bukan-wewenang');
  const helpers = await beyondCity(app.ctx());
  const reasons = (step?.reasons ?? []).map(({ value }) => value);
  expect(reasons.length).toBeGreaterThan(5);
  expect([...helpers.keys()].sort()).toEqual([...reasons].sort());
  expect(reasons.filter((reason) => !helpers.get(reason)?.who && !helpers.get(reason)?.say)).toEqual([]);
});
