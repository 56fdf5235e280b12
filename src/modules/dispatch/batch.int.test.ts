import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { staffVisitor } from '../../../tests/support/staff.ts';
import { textOf, type Visitor } from '../../../tests/support/visitor.ts';
import { verifyCases } from '../cases/index.ts';
import { anOfficer } from '../cases/testing.ts';
import { aReport, dispatch, officerStep } from '../complaints/testing.ts';
import { runBatch, undoBatch } from './service/batch.ts';

let app: TestApp;
let desk: Visitor;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
  desk = await staffVisitor(app, 'verifikator.diskominfo');
}, 120_000);
afterAll(() => app.close());

type Row = Record<string, unknown>;
const reports = (numbers: readonly string[]): Promise<Row[]> =>
  app.database.query(
    `select number, state, problem_id from complaints.report where number in (${numbers.map((one) => `'${one}'`).join(',')})`,
  );
const several = async (count: number, over = {}): Promise<string[]> => {
  const numbers: string[] = [];
  while (numbers.length < count) numbers.push((await aReport(app.ctx(), over)).number);
  return numbers;
};
const to = { unit: 'bpbd', kelas: 'ringan', prioritas: 'tinggi', kategori: 'drainase.banjir' };
const batchOf = (path: string): string => path.split('/').at(-1) ?? '';
const eventsOf = (number: string) =>
  app.database.query(
    `select kind, data ->> 'action' as action from cases.event e join cases."case" c on c.id = e.case_id where c.number = '${number}' order by seq`,
  );
/** What the worker does until nothing is left. */
async function work(id: string): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await runBatch(app.ctx(), id);
}

test('a few chosen reports are forwarded at once, each with an event of its own, and one undo takes all back', async () => {
  const numbers = await several(3);
  const choice = await desk.submit(
    await desk.get('/kerja/laporan'),
    { pilih: numbers, aksi: 'teruskan' },
    { action: /banyak$/ },
  );
  expect(textOf(choice)).toContain('Teruskan 3 laporan');
  const incomplete = await desk.submit(choice, { ...to, unit: '' }, { action: /kirim$/ });
  expect(incomplete.status).toBe(422);
  const result = await desk.submit(incomplete, to, { action: /kirim$/ });
  expect(textOf(result)).toContain('Selesai dikerjakan');
  expect((await reports(numbers)).map(({ state }) => state)).toEqual(['ditangani', 'ditangani', 'ditangani']);
  for (const number of numbers)
    expect((await eventsOf(number)).map(({ action }) => action)).toEqual([null, 'teruskan']);
  const back = await desk.submit(result, {}, { action: /urungkan$/ });
  expect(textOf(back)).toContain('Sudah diurungkan');
  expect((await reports(numbers)).map(({ state }) => state)).toEqual(['diverifikasi', 'diverifikasi', 'diverifikasi']);
});

test('pressed twice it is one action; a report somebody else forwarded meanwhile is named, the others go on', async () => {
  const numbers = await several(3);
  const choice = await desk.submit(
    await desk.get('/kerja/laporan'),
    { pilih: numbers, aksi: 'teruskan' },
    { action: /banyak$/ },
  );
  await dispatch(app.ctx(), numbers[1] ?? '');
  const first = await desk.submit(choice, to, { action: /kirim$/ });
  const second = await desk.submit(choice, to, { action: /kirim$/ });
  expect(second.path).toBe(first.path);
  expect(textOf(second)).toMatch(/2 Berhasil 1 Tidak dapat dikerjakan/);
  expect(await eventsOf(numbers[0] ?? '')).toHaveLength(2);
  const undone = await desk.submit(second, {}, { action: /urungkan$/ });
  expect(textOf(undone)).toMatch(/2 Diurungkan/);
  // The one that another officer had forwarded stays where he sent it.
  expect((await reports([numbers[1] ?? '']))[0]).toMatchObject({ state: 'ditangani' });
});

test('what an office has worked on stays with it when the rest is undone, and after an hour nothing is', async () => {
  const numbers = await several(2);
  const send = async (chosen: readonly string[]) =>
    desk.submit(
      await desk.submit(await desk.get('/kerja/laporan'), { pilih: chosen, aksi: 'teruskan' }, { action: /banyak$/ }),
      { ...to, unit: 'dishub' },
      { action: /kirim$/ },
    );
  const result = await send(numbers);
  await officerStep(app.ctx(), 'petugas.dishub', {
    number: numbers[0] ?? '',
    action: 'tanggapi',
    data: { tanggapan: 'Kami ke sana.' },
  });
  const undone = await desk.submit(result, {}, { action: /urungkan$/ });
  expect(textOf(undone)).toMatch(/1 Diurungkan/);
  expect(textOf(undone)).toContain('Dinas sudah mengerjakan laporan ini');
  const later = await send([numbers[1] ?? '']);
  app.clock.advance({ minutes: 61 });
  desk = await staffVisitor(app, 'verifikator.diskominfo'); // a session does not last that long
  expect((await desk.get(later.path)).body).not.toContain('/urungkan"');
  const officer = app.ctx(await anOfficer(app.ctx(), 'verifikator.diskominfo'));
  await expect(undoBatch(officer, batchOf(later.path))).rejects.toMatchObject({ code: 'dispatch.too_late' });
});

test('hundreds of a filter are forwarded by a job that goes on where it stopped, and are undone by one', async () => {
  const flood = await several(130, { text: 'Banjir masuk rumah', area: '73.72.02.1001', category: 'drainase.banjir' });
  const list = await desk.get('/kerja/laporan?wilayah=73.72.02.1001');
  const choice = await desk.submit(list, { semua: '1', aksi: 'teruskan' }, { action: /banyak$/ });
  expect(textOf(choice)).toContain('Teruskan 130 laporan');
  const started = await desk.submit(choice, to, { action: /kirim$/ });
  expect(started.headers.refresh).toBe('3');
  expect(textOf(started)).toContain('130 dari 130 belum dikerjakan');
  const id = batchOf(started.path);
  await runBatch(app.ctx(), id);
  expect(textOf(await desk.get(started.path))).toContain('30 dari 130 belum dikerjakan');
  await work(id);
  const done = await desk.get(started.path);
  expect(textOf(done)).toMatch(/130 Berhasil 0 Tidak/);
  expect((await reports(flood)).every(({ state }) => state === 'ditangani')).toBe(true);
  await desk.submit(done, {}, { action: /urungkan$/ });
  await work(id);
  expect(textOf(await desk.get(started.path))).toMatch(/130 Diurungkan/);
  expect((await reports(flood)).every(({ state }) => state === 'diverifikasi')).toBe(true);
}, 240_000);

test('many are joined to one problem, and one undo gives each its own again', async () => {
  const [lead = '', ...others] = await several(4);
  const before = await reports(others);
  const choice = await desk.submit(
    await desk.get('/kerja/laporan'),
    { pilih: [lead, ...others], aksi: 'gabung' },
    { action: /banyak$/ },
  );
  expect(choice.body).toContain(`name="ikut" value="${lead}"`);
  const wrong = await desk.submit(choice, { ikut: 'L000000000' }, { action: /kirim$/ });
  expect(wrong.status).toBe(422);
  const result = await desk.submit(choice, { alasan: 'Satu pohon yang sama' }, { action: /kirim$/ });
  expect(textOf(result)).toMatch(/3 Berhasil/);
  const [target] = await reports([lead]);
  expect(
    (await reports(others)).every((row) => row.problem_id === target?.problem_id && row.state === 'bergabung'),
  ).toBe(true);
  await desk.submit(result, {}, { action: /urungkan$/ });
  const after = await reports(others);
  expect(new Map(after.map((row) => [row.number, row.problem_id]))).toEqual(
    new Map(before.map((row) => [row.number, row.problem_id])),
  );
  expect((await verifyCases(app.ctx())).faults).toEqual([]);
});

test('offices and verifiers of other units neither start such an action nor see one', async () => {
  const [number = ''] = await several(1);
  const result = await desk.submit(
    await desk.submit(await desk.get('/kerja/laporan'), { pilih: number, aksi: 'teruskan' }, { action: /banyak$/ }),
    to,
    { action: /kirim$/ },
  );
  const office = await staffVisitor(app, 'petugas.dishub');
  expect((await office.get('/kerja/laporan')).body).not.toContain('name="pilih"');
  expect((await office.get(result.path)).status).toBe(403);
  const other = await staffVisitor(app, 'kasi.lompoe');
  expect((await other.get(result.path)).status).toBe(404);
});
