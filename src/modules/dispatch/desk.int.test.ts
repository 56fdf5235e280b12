import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { staffVisitor } from '../../../tests/support/staff.ts';
import { type Seen, textOf } from '../../../tests/support/visitor.ts';
import { verifyCases } from '../cases/index.ts';
import { anOfficer } from '../cases/testing.ts';
import { listQueue } from '../complaints/index.ts';
import { aReport, dispatch, officerStep } from '../complaints/testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
}, 120_000);
afterAll(() => app.close());

type Row = Record<string, unknown>;
const one = async (sql: string): Promise<Row> => (await app.database.query(sql))[0] ?? {};
const reportOf = (number: string) => one(`select * from complaints.report where number = '${number}'`);
const unitId = async (code: string) => (await one(`select id from organisation.unit where code = '${code}'`)).id;
const as = async (username: string) => app.ctx(await anOfficer(app.ctx(), username));
const numbersOn = (page: Seen): string[] => [
  ...new Set([...page.body.matchAll(/<a href="\/kerja\/laporan\/(L\d+)">/g)].map(([, number]) => String(number))),
];
const tap = (number: string) => ({ action: new RegExp(`/${number}/teruskan$`) });

test('the list shows danger first, then what has least time left, and nothing personal of the texts', async () => {
  const quiet = await aReport(app.ctx(), { text: 'Lampu lorong 3 mati, hubungi 081234567890' });
  app.clock.advance({ minutes: 5 });
  const later = await aReport(app.ctx(), { text: 'Sampah menumpuk di depan pasar', category: 'sampah.tumpukan-liar' });
  const danger = await aReport(app.ctx(), { text: 'Kabel listrik putus dan menjuntai di jalan', category: undefined });
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const page = await desk.get('/kerja/laporan');
  expect(page.status).toBe(200);
  expect(numbersOn(page)).toEqual([danger.number, quiet.number, later.number]);
  expect(page.body).not.toContain('081234567890');
  expect(textOf(page)).toContain('nomor telepon disembunyikan');
});

test('one tap forwards to the suggested office with category, class and priority; undone it is as if it had never been', async () => {
  const { number } = await aReport(app.ctx(), { text: 'Lampu jalan mati total sejak kemarin', category: undefined });
  const before = await reportOf(number);
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const list = await desk.get('/kerja/laporan');
  const sent = await desk.submit(list, {}, tap(number));
  expect(await reportOf(number)).toMatchObject({
    ...{ unit_id: await unitId('dishub'), state: 'ditangani', pile: 'office', category: 'lampu.mati' },
  });
  expect(numbersOn(await desk.get('/kerja/laporan'))).not.toContain(number);
  expect(textOf(sent)).toContain('sudah diteruskan');
  const back = await desk.submit(sent, {}, { action: /urungkan$/ });
  expect(textOf(back)).toContain('kembali ke daftar Anda');
  const after = await reportOf(number);
  expect(after).toMatchObject({ state: 'diverifikasi', pile: 'sort', unit_id: before.unit_id });
  expect(after.step_due_at).toEqual(before.step_due_at);
  await expect(listQueue(await as('petugas.dishub'), {}, { limit: 20 })).resolves.toSatisfy(
    ({ rows }: { rows: { number: string }[] }) => rows.every((row) => row.number !== number),
  );
  await expect(
    officerStep(app.ctx(), 'petugas.dishub', { number, action: 'tanggapi', data: { tanggapan: 'x' } }),
  ).rejects.toMatchObject({ kind: 'forbidden' });
  const log = await app.database.query(
    `select what from complaints.custody c join complaints.report r on r.case_id = c.case_id where r.number = '${number}' order by c.at, c.id`,
  );
  expect(log.map(({ what }) => what)).toEqual(['assigned', 'recalled']);
  expect((await verifyCases(app.ctx())).faults).toEqual([]);
});

test('pressed twice it is one forwarding, and what is suggested can be changed before', async () => {
  const { number } = await aReport(app.ctx());
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const list = await desk.get('/kerja/laporan');
  const changed = { usul: 'pupr jalan.berlubang', kelas: 'pengawasan', prioritas: 'tinggi' };
  const first = await desk.submit(list, changed, tap(number));
  const second = await desk.submit(list, changed, tap(number));
  expect([textOf(first), textOf(second)].every((text) => text.includes('sudah diteruskan'))).toBe(true);
  expect(await reportOf(number)).toMatchObject({ class: 'pengawasan', priority: 'high', category: 'jalan.berlubang' });
  const log = await app.database.query(
    `select 1 from complaints.custody c join complaints.report r on r.case_id = c.case_id where r.number = '${number}'`,
  );
  expect(log.length).toBe(1);
});

test('undoing ends after a quarter of an hour, and when the office has worked on it', async () => {
  const old = await aReport(app.ctx());
  const answered = await aReport(app.ctx());
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const list = await desk.get('/kerja/laporan');
  const [oldSent, answeredSent] = [
    await desk.submit(list, {}, tap(old.number)),
    await desk.submit(list, {}, tap(answered.number)),
  ];
  const step = { number: answered.number, action: 'tanggapi', data: { tanggapan: 'Kami ke sana.' } };
  await officerStep(app.ctx(), 'petugas.dishub', step);
  expect(textOf(await desk.submit(answeredSent, {}, { action: /urungkan$/ }))).toContain('tidak dapat ditarik');
  app.clock.advance({ minutes: 16 });
  expect(textOf(await desk.submit(oldSent, {}, { action: /urungkan$/ }))).toContain('tidak dapat ditarik');
  expect(await reportOf(old.number)).toMatchObject({ state: 'ditangani' });
});

test('two dispatchers: whoever comes second is told, and nothing happens twice', async () => {
  const { number } = await aReport(app.ctx());
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const list = await desk.get('/kerja/laporan');
  await dispatch(app.ctx(), number, { unit: 'pupr' });
  const late = await desk.submit(list, {}, tap(number));
  expect(textOf(late)).toContain('sudah ditangani orang lain');
  expect(await reportOf(number)).toMatchObject({ unit_id: await unitId('pupr') });
});

test('filters narrow the list: words, number, category, kelurahan, priority, office, late', async () => {
  const { number } = await aReport(app.ctx(), {
    text: 'Pohon beringin tumbang menutup gerbang',
    area: '73.72.01.1005',
  });
  const ctx = await as('verifikator.diskominfo');
  const found = async (filter: Parameters<typeof listQueue>[1]) =>
    (await listQueue(ctx, filter, { limit: 100 })).rows.map((row) => row.number);
  expect(await found({ text: 'beringin' })).toEqual([number]);
  expect(await found({ text: number })).toEqual([number]);
  expect(await found({ area: '73.72.01.1005' })).toEqual([number]);
  expect(await found({ category: 'sampah.tumpukan-liar', pile: 'sort' })).toHaveLength(1);
  expect(await found({ priority: 'high' })).toHaveLength(1);
  expect(await found({ unitId: String(await unitId('pupr')) })).toHaveLength(2);
  expect(await found({ before: app.clock.now() })).toEqual([]);
  app.clock.advance({ days: 10 });
  expect(await found({ before: app.clock.now() })).toContain(number);
});

test('pages follow each other without a gap or a report twice', async () => {
  const ctx = await as('verifikator.diskominfo');
  const all = (await listQueue(ctx, {}, { limit: 100 })).rows.map(({ number }) => number);
  const paged: string[] = [];
  let after: string | undefined;
  do {
    const page = await listQueue(ctx, {}, { limit: 2, after });
    paged.push(...page.rows.map(({ number }) => number));
    after = page.next;
  } while (after !== undefined);
  expect(all.length).toBeGreaterThan(5);
  expect(paged).toEqual(all);
});

test('an office, also a partner outside the city, sees its own reports and no others', async () => {
  const mine = await aReport(app.ctx(), { text: 'Tiang listrik miring' });
  await dispatch(app.ctx(), mine.number, { unit: 'ext-pln' });
  const other = await aReport(app.ctx());
  await dispatch(app.ctx(), other.number);
  const partner = await staffVisitor(app, 'petugas.ext-pln');
  const page = await partner.get('/kerja/laporan?tampil=terbuka');
  expect(numbersOn(page)).toEqual([mine.number]);
  expect((await partner.get(`/kerja/laporan?tampil=terbuka&q=${other.number}`)).body).not.toContain(
    `/kerja/laporan/${other.number}`,
  );
  const kelurahan = await listQueue(await as('kasi.lompoe'), {}, { limit: 20 });
  expect(kelurahan.rows).toEqual([]);
  expect((await (await staffVisitor(app, 'admin')).get('/kerja/laporan')).status).toBe(403);
});
