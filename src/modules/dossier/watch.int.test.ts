import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { staffVisitor } from '../../../tests/support/staff.ts';
import { textOf } from '../../../tests/support/visitor.ts';
import { aReport, dispatch, officerStep, reporterStep } from '../complaints/testing.ts';
import { findOfficerByUsername } from '../identity/index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
}, 120_000);
afterAll(() => app.close());

const watchIt = { action: /\/pantau$/ };
const stopIt = { action: /berhenti-pantau$/ };
const mailTo = async (address: string): Promise<string[]> => {
  const rows = await app.database.query(
    `select subject || ' ' || body as text from notifications.message where recipient = $1 order by created_at, id`,
    [address],
  );
  return rows.map(({ text }) => String(text));
};
const lurah = 'lurah.lompoe@contoh.invalid';
/** A report in the hands of the office whose head reads office mail. */
async function aLompoeReport(over: Parameters<typeof aReport>[1] = {}): Promise<string> {
  const { number } = await aReport(app.ctx(), over);
  await dispatch(app.ctx(), number, { unit: 'kel-lompoe' });
  return number;
}
const answer = (number: string) =>
  officerStep(app.ctx(), 'petugas.lompoe', { number, action: 'tanggapi', data: { tanggapan: 'Kami ke sana.' } });

test('an officer watches a report from its page, sees it in the own list, and stops', async () => {
  const number = await aLompoeReport();
  const head = await staffVisitor(app, 'lurah.lompoe');
  const page = await head.get(`/kerja/laporan/${number}`);
  const watching = await head.submit(page, {}, watchIt);
  expect(watching.path).toBe(`/kerja/laporan/${number}`);
  expect(textOf(watching)).toContain('Anda memantau ini sejak');
  await head.submit(page, {}, watchIt); // pressed twice
  expect((await head.get('/petugas/pantauan')).body.match(new RegExp(`"/petugas/berkas/${number}"`, 'g'))).toHaveLength(
    1,
  );
  const stopped = await head.submit(await head.get('/petugas/pantauan'), {}, stopIt);
  expect(textOf(stopped)).toContain('Belum ada yang Anda pantau');
  await answer(number);
  expect(await mailTo(lurah)).toEqual([]);
});

test('a watcher is told of each step by office mail and on the screen, and of nothing that he did himself', async () => {
  const number = await aLompoeReport({ text: 'Got mampet di depan rumah Pak Rahman', category: 'drainase.tersumbat' });
  const head = await staffVisitor(app, 'lurah.lompoe');
  await head.submit(await head.get(`/petugas/berkas/${number}`), {}, watchIt);
  const before = (await mailTo(lurah)).length;
  await answer(number);
  const told = (await mailTo(lurah)).slice(before);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(`/petugas/berkas/${number}`);
  expect(told[0]).not.toMatch(/Rahman|Got|Kami ke sana/);
  const inbox = await head.get('/petugas');
  expect(inbox.body).toMatch(/href="\/petugas\/pantauan"[^>]*>(?:(?!<\/a>)[\s\S])*<b>1<\/b>/);
  expect(textOf(await head.get('/petugas/pantauan'))).toContain('1 hal baru');
  await head.get(`/petugas/berkas/${number}`); // looked at
  expect(textOf(await head.get('/petugas/pantauan'))).toContain('Tidak ada yang baru');
  const done = { dikerjakan: 'Got sudah dibersihkan', tanpa_foto: 'Sudah malam' };
  await officerStep(app.ctx(), 'petugas.lompoe', { number, action: 'selesaikan', data: done });
  await reporterStep(app.ctx(), number, 'belum-beres', { kurang: 'Masih mampet' });
  expect(await mailTo(lurah)).toHaveLength(before + 3);
  const own = { number, action: 'tanggapi', data: { tanggapan: 'Saya periksa sendiri.' } };
  await officerStep(app.ctx(), 'lurah.lompoe', own);
  expect(await mailTo(lurah)).toHaveLength(before + 3);
});

test('watching opens nothing: whoever has no seat cannot watch, and who loses it is told nothing until it is his again', async () => {
  const number = await aLompoeReport({ level: 'secret', text: 'Ada pungutan di kantor' });
  const stranger = await staffVisitor(app, 'petugas.dishub');
  const mine = await aReport(app.ctx());
  await dispatch(app.ctx(), mine.number);
  const page = await stranger.get(`/petugas/berkas/${mine.number}`);
  const forged = { ...page, body: page.body.replaceAll(mine.number, number) };
  expect((await stranger.submit(forged, {}, watchIt)).status).toBe(403);
  expect((await stranger.get('/petugas/pantauan')).body).not.toContain(number);

  const head = await staffVisitor(app, 'lurah.lompoe');
  await head.submit(await head.get(`/petugas/berkas/${number}`), {}, watchIt);
  const before = (await mailTo(lurah)).length;
  await officerStep(app.ctx(), 'verifikator.diskominfo', { number, action: 'tarik' });
  expect((await head.get(`/petugas/berkas/${number}`)).status).toBe(403);
  expect((await head.get('/petugas/pantauan')).body).not.toContain(number);
  await dispatch(app.ctx(), number, { unit: 'dishub' });
  expect(await mailTo(lurah)).toHaveLength(before);
  await officerStep(app.ctx(), 'verifikator.diskominfo', { number, action: 'tarik' });
  await dispatch(app.ctx(), number, { unit: 'kel-lompoe' });
  expect((await head.get('/petugas/pantauan')).body).toContain(number);
  const told = (await mailTo(lurah)).slice(before);
  expect(told).toHaveLength(1);
  expect(told[0]).not.toMatch(/rahasia|pungutan/i);
});

test('a head adds somebody of the own office who may see the report, and nobody else', async () => {
  const number = await aLompoeReport();
  const head = await staffVisitor(app, 'lurah.lompoe');
  const page = await head.get(`/kerja/laporan/${number}`);
  const idOf = async (username: string) => (await findOfficerByUsername(app.ctx(), username))?.id ?? '';
  const [colleague, blind, outsider] = await Promise.all(
    ['petugas.lompoe', 'kasi.lompoe', 'verifikator.diskominfo'].map(idOf),
  );
  expect(page.body).toContain(`value="${colleague}"`);
  for (const one of [blind, outsider]) expect(page.body).not.toContain(`value="${one}"`);
  const add = { action: /pantau-rekan$/ };
  expect(textOf(await head.submit(page, { rekan: colleague }, add))).toContain('Juga memantau');
  for (const one of [blind, outsider]) expect((await head.submit(page, { rekan: one }, add)).status).toBe(422);
  const added = await staffVisitor(app, 'petugas.lompoe');
  expect((await added.get('/petugas/pantauan')).body).toContain(number);
  const own = await added.get(`/kerja/laporan/${number}`);
  expect(textOf(own)).toContain('Ditambahkan oleh');
  expect(own.body).not.toContain('pantau-rekan');
  const forged = { ...page, body: page.body.replace(/name="_csrf" value="[^"]*"/g, csrfOf(own.body)) };
  expect((await added.submit(forged, { rekan: outsider }, add)).status).toBe(403);
});
const csrfOf = (body: string): string => /name="_csrf" value="[^"]*"/.exec(body)?.[0] ?? '';
