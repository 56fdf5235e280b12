import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { closeLapsed, verifyCases } from '../cases/index.ts';
import { anOfficer } from '../cases/testing.ts';
import {
  attach,
  detach,
  isDrawn,
  follow as meToo,
  publish,
  readPublished,
  recordInspection,
  waitingInspections,
} from './index.ts';
import { followLead } from './service/follow-lead.ts';
import { aReport, dispatch, officerStep, reporterStep } from './testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
}, 120_000);
afterAll(() => app.close());

type Row = Record<string, unknown>;
const one = async (sql: string): Promise<Row> => (await app.database.query(sql))[0] ?? {};
const reportOf = (number: string) => one(`select * from complaints.report where number = '${number}'`);
const problemOf = (number: string) =>
  one(
    `select p.* from complaints.problem p join complaints.report r on r.problem_id = p.id where r.number = '${number}'`,
  );
const caseOf = (number: string) => one(`select * from cases."case" where number = '${number}'`);
const unitId = async (code: string) => (await one(`select id from organisation.unit where code = '${code}'`)).id;
const verifier = async () => app.ctx(await anOfficer(app.ctx(), 'verifikator.diskominfo'));
/** What the job does after each step. */
const follow = async (number: string) => {
  const { problem_id: problemId, case_id: caseId } = await reportOf(number);
  return followLead(app.ctx(), { problemId: String(problemId), caseId: String(caseId), version: 0 });
};
const done = { dikerjakan: 'Lampu diganti.', tanpa_foto: 'Kamera rusak' };

test('a report goes to its office, is answered, solved and confirmed; rows follow each step', async () => {
  const { number } = await aReport(app.ctx());
  await dispatch(app.ctx(), number, { prioritas: 'tinggi', kategori: 'lampu.usul-baru' });
  expect(await problemOf(number)).toMatchObject({ status: 'open', priority: 'high', category: 'lampu.usul-baru' });
  expect((await reportOf(number)).unit_id).toBe(await unitId('dishub'));
  await officerStep(app.ctx(), 'petugas.dishub', {
    number,
    action: 'tanggapi',
    data: { tanggapan: 'Kami cek malam ini.' },
  });
  const row = await caseOf(number);
  const clocks = (row.projection as { clocks: { rule: { id: string }; events: { type: string }[] }[] }).clocks;
  const stopped = clocks.filter(({ events }) => events.at(-1)?.type === 'stop').map(({ rule }) => rule.id);
  expect(stopped).toEqual(['promise', 'verifikasi', 'tindak-lanjut']);
  // Once the promise is kept the date that counts is that of the whole: 14 working days after the Monday it came.
  expect((row.due_at as Date).toISOString()).toBe('2026-12-11T08:30:00.000Z');
  await officerStep(app.ctx(), 'petugas.dishub', { number, action: 'selesaikan', data: done });
  expect(await problemOf(number)).toMatchObject({ status: 'waiting' });
  await reporterStep(app.ctx(), number, 'sudah-beres');
  expect(await problemOf(number)).toMatchObject({ status: 'closed', closed_how: 'confirmed' });
  const said = await app.database.query(
    `select what from complaints.asked a join complaints.report r on r.case_id = a.case_id where r.number = '${number}' order by a.at, a.id`,
  );
  expect(said.map(({ what }) => what)).toEqual(['asked', 'yes']);
});

test('nobody reports a thing solved without a photo or a reason why there is none', async () => {
  const { number } = await aReport(app.ctx());
  await dispatch(app.ctx(), number);
  const attempt = officerStep(app.ctx(), 'petugas.dishub', {
    number,
    action: 'selesaikan',
    data: { dikerjakan: 'Beres.' },
  });
  await expect(attempt).rejects.toMatchObject({ code: 'cases.form_invalid', fields: [{ field: 'tanpa_foto' }] });
});

test('who hands over stays responsible until the other accepts; declined, it stays', async () => {
  const { number } = await aReport(app.ctx());
  await dispatch(app.ctx(), number);
  const [dishub, pupr] = [await unitId('dishub'), await unitId('pupr')];
  const offer = { unit: 'pupr', alasan: 'Tiangnya milik PU.' };
  await officerStep(app.ctx(), 'petugas.dishub', { number, action: 'alihkan', data: offer });
  expect(await caseOf(number)).toMatchObject({ unit_id: dishub, state: 'dialihkan' });
  await officerStep(app.ctx(), 'petugas.pupr', { number, action: 'tolak-alih', data: { alasan: 'Bukan.' } });
  expect(await caseOf(number)).toMatchObject({ unit_id: dishub, state: 'ditangani' });
  await expect(officerStep(app.ctx(), 'petugas.pupr', { number, action: 'terima' })).rejects.toMatchObject({
    kind: 'forbidden',
  });
  await officerStep(app.ctx(), 'petugas.dishub', { number, action: 'alihkan', data: offer });
  await officerStep(app.ctx(), 'petugas.pupr', { number, action: 'terima' });
  expect(await caseOf(number)).toMatchObject({ unit_id: pupr, state: 'ditangani' });
  expect(await problemOf(number)).toMatchObject({ unit_id: pupr });
  await expect(
    officerStep(app.ctx(), 'petugas.dishub', { number, action: 'tanggapi', data: { tanggapan: 'x' } }),
  ).rejects.toMatchObject({ kind: 'forbidden' });
  const log = await app.database.query(
    `select what, from_unit, to_unit from complaints.custody c join complaints.report r on r.case_id = c.case_id where r.number = '${number}' order by c.at, c.id`,
  );
  expect(log.map(({ what }) => what)).toEqual(['assigned', 'offered', 'refused', 'offered', 'accepted']);
  expect(log[2]).toMatchObject({ from_unit: dishub, to_unit: pupr });
});

test('"not solved" goes up to the head of the same office, and counts as reopened', async () => {
  const { number } = await aReport(app.ctx());
  await dispatch(app.ctx(), number);
  const due = (await reportOf(number)).due_at;
  await officerStep(app.ctx(), 'petugas.dishub', { number, action: 'selesaikan', data: done });
  await reporterStep(app.ctx(), number, 'belum-beres', { kurang: 'Masih gelap.' });
  expect(await caseOf(number)).toMatchObject({ state: 'naik', unit_id: await unitId('dishub') });
  expect(await problemOf(number)).toMatchObject({ status: 'open', reopened: 1 });
  expect((await reportOf(number)).due_at).toEqual(due);
  await officerStep(app.ctx(), 'kadis.dishub', { number, action: 'selesaikan', data: done });
  await reporterStep(app.ctx(), number, 'sudah-beres');
  expect(await problemOf(number)).toMatchObject({ closed_how: 'confirmed' });
});

test('silence closes after ten working days and is told apart from a yes', async () => {
  const { number } = await aReport(app.ctx());
  await dispatch(app.ctx(), number);
  await officerStep(app.ctx(), 'petugas.dishub', { number, action: 'selesaikan', data: done });
  const { lapse_at: lapseAt } = await caseOf(number);
  app.clock.set(new Date((lapseAt as Date).getTime() + 60_000).toISOString());
  await closeLapsed(app.ctx());
  expect(await caseOf(number)).toMatchObject({ state: 'selesai-tanpa-kabar', status: 'done' });
  expect(await problemOf(number)).toMatchObject({ status: 'closed', closed_how: 'silence' });
});

test('joined reports follow: told, asked with the first one, and each answers for itself', async () => {
  const first = await aReport(app.ctx());
  const second = await aReport(app.ctx(), { text: 'Gelap sekali di lorong 3' });
  const third = await aReport(app.ctx(), { text: 'Lampu mati', level: 'secret' });
  const { code, updated_at: before } = await problemOf(first.number);
  await attach(await verifier(), { number: second.number, code: String(code), reason: 'Tiang yang sama' });
  await dispatch(app.ctx(), first.number);
  const { updated_at: between } = await problemOf(first.number);
  app.clock.advance({ hours: 1 });
  await attach(await verifier(), { number: third.number, code: String(code) });
  // A secret report changes nothing that may be known of.
  expect(await problemOf(first.number)).toMatchObject({ reports: 2, secret_reports: 1, updated_at: between });
  expect(before).toBeDefined();
  expect(await caseOf(second.number)).toMatchObject({ state: 'bergabung' });
  await officerStep(app.ctx(), 'petugas.dishub', { number: first.number, action: 'selesaikan', data: done });
  await follow(first.number);
  expect(await caseOf(second.number)).toMatchObject({ state: 'menunggu-pelapor', unit_id: await unitId('dishub') });
  expect(await caseOf(third.number)).toMatchObject({ state: 'menunggu-pelapor' });
  await reporterStep(app.ctx(), first.number, 'sudah-beres');
  expect(await problemOf(first.number)).toMatchObject({ status: 'closed' });
  await reporterStep(app.ctx(), second.number, 'belum-beres', { kurang: 'Lampu sebelahnya masih mati.' });
  expect(await problemOf(first.number)).toMatchObject({ status: 'open', reopened: 1, lead_case: second.caseId });
});

test('an undone joining brings the report back with its own problem and its original clock', async () => {
  const first = await aReport(app.ctx());
  const second = await aReport(app.ctx());
  const clocksOf = async (number: string) =>
    ((await caseOf(number)).projection as { clocks: { events: { type: string; at: string }[]; dueAt: string }[] })
      .clocks;
  const { code } = await problemOf(first.number);
  const own = await problemOf(second.number);
  const clocks = await clocksOf(second.number);
  app.clock.advance({ hours: 30 });
  await attach(await verifier(), { number: second.number, code: String(code) });
  expect(await problemOf(second.number)).toMatchObject({ id: first.problemId });
  app.clock.advance({ hours: 2 });
  await detach(await verifier(), { number: second.number, reason: 'Tiang lain' });
  expect(await problemOf(second.number)).toMatchObject({ id: own.id, status: 'open', reports: 1, merged_into: null });
  expect(await problemOf(first.number)).toMatchObject({ reports: 1 });
  expect(await caseOf(second.number)).toMatchObject({ state: 'diverifikasi' });
  expect(await clocksOf(second.number)).toEqual(clocks);
});

test('when the first reporter withdraws, the next one leads and is handled on its own', async () => {
  const first = await aReport(app.ctx());
  const second = await aReport(app.ctx());
  const { code } = await problemOf(first.number);
  await attach(await verifier(), { number: second.number, code: String(code) });
  await reporterStep(app.ctx(), first.number, 'cabut');
  await follow(first.number);
  expect(await caseOf(second.number)).toMatchObject({ state: 'diverifikasi' });
  expect(await problemOf(second.number)).toMatchObject({
    id: first.problemId,
    status: 'open',
    lead_case: second.caseId,
  });
});

test('an open report is not joined to a secret one, and a joined problem leaves the public pages', async () => {
  const secret = await aReport(app.ctx(), { level: 'secret' });
  const open = await aReport(app.ctx());
  const { code } = await problemOf(secret.number);
  const attempt = attach(await verifier(), { number: open.number, code: String(code) });
  await expect(attempt).rejects.toMatchObject({ code: 'complaints.secret_lead' });
  const shown = await aReport(app.ctx());
  await publish(await verifier(), { problemId: open.problemId ?? '', title: 'Lampu mati', text: 'Lorong 3.' });
  const { code: openCode } = await problemOf(open.number);
  const { code: other } = await problemOf(shown.number);
  await attach(await verifier(), { number: open.number, code: String(other) });
  await expect(readPublished(app.ctx(), String(openCode))).rejects.toMatchObject({ kind: 'not_found' });
});

test('who pressed "me too" on two problems is one person when they are joined, and counted at both when that is undone', async () => {
  const [kept, given] = [await aReport(app.ctx()), await aReport(app.ctx())];
  for (const { problemId } of [kept, given])
    await publish(await verifier(), { problemId: problemId ?? '', title: 'Lampu mati', text: 'Lorong 3.' });
  const [at, from] = [String((await problemOf(kept.number)).code), String((await problemOf(given.number)).code)];
  for (const visitor of ['a', 'b']) await meToo(app.ctx(), { code: at, visitor });
  for (const visitor of ['b', 'c']) await meToo(app.ctx(), { code: from, visitor });
  await attach(await verifier(), { number: given.number, code: at });
  expect((await readPublished(app.ctx(), at)).problem).toMatchObject({ supporters: 3 });
  expect(await meToo(app.ctx(), { code: at, visitor: 'c' })).toBe(false);
  expect(await meToo(app.ctx(), { code: at, visitor: 'd' })).toBe(true);
  await detach(await verifier(), { number: given.number, reason: 'Tiang lain' });
  expect(await problemOf(kept.number)).toMatchObject({ supporters: 4 });
  expect(await problemOf(given.number)).toMatchObject({ supporters: 2 });
});

test('a closed report that was drawn waits for another look, and is looked at once', async () => {
  let drawn = await aReport(app.ctx());
  while (!isDrawn(drawn.caseId, 2)) drawn = await aReport(app.ctx());
  const { number } = drawn;
  await dispatch(app.ctx(), number);
  await officerStep(app.ctx(), 'petugas.dishub', { number, action: 'selesaikan', data: done });
  await reporterStep(app.ctx(), number, 'sudah-beres');
  expect((await waitingInspections(await verifier())).map((one) => one.number)).toContain(number);
  await recordInspection(await verifier(), { number, good: false, note: 'Lampu mati lagi.' });
  expect((await waitingInspections(await verifier())).map((one) => one.number)).not.toContain(number);
  const again = recordInspection(await verifier(), { number, good: true, note: '' });
  await expect(again).rejects.toMatchObject({ code: 'complaints.not_drawn' });
});

test('all histories and projections hold', async () => {
  const { faults } = await verifyCases(app.ctx());
  expect(faults).toEqual([]);
});

test('a row that somebody changed by hand is named', async () => {
  const { number } = await aReport(app.ctx());
  await app.database.query(`update complaints.report set category = 'lain.lain' where number = '${number}'`);
  await app.database.query(
    `update complaints.problem set reports = 7 where lead_case = (select case_id from complaints.report where number = '${number}')`,
  );
  const { faults } = await verifyCases(app.ctx());
  expect(faults.map((one) => [one.number, one.fault])).toEqual([
    [number, 'the row of the report differs from its case'],
    [number, 'the problem counts other reports than it has'],
  ]);
});
