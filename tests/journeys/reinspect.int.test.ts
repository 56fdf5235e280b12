import { afterAll, beforeAll, expect, test } from 'vitest';
import { isDrawn } from '../../src/modules/complaints/index.ts';
import { aReport, dispatch, officerStep, reporterStep } from '../../src/modules/complaints/testing.ts';
import { aStaffVisitor } from '../../src/modules/desk/testing.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createTestClock } from '../support/clock.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
}, 120_000);
afterAll(() => app.close());

test('a drawn report is listed, refused without a finding with the note kept, recorded once, and gone from the list', async () => {
  let drawn = await aReport(app.ctx());
  while (!isDrawn(drawn.caseId, 2)) drawn = await aReport(app.ctx());
  const { number } = drawn;
  await dispatch(app.ctx(), number);
  const data = { dikerjakan: 'Lampu diganti.', tanpa_foto: 'Kamera rusak' };
  await officerStep(app.ctx(), 'petugas.dishub', { number, action: 'selesaikan', data });
  await reporterStep(app.ctx(), number, 'sudah-beres');
  const home = '/kerja/laporan/tinjau';
  const crew = await aStaffVisitor(app, 'petugas.dishub');
  expect((await crew.get(home)).status).toBe(403);
  const verifier = await aStaffVisitor(app, 'verifikator.diskominfo');
  expect((await verifier.get(home)).body).toContain(number);
  // A verifier of another unit has a desk of his own, and none of these on it.
  expect((await (await aStaffVisitor(app, 'kasi.lompoe')).get(home)).body).not.toContain(number);
  const form = await verifier.get(`${home}/${number}`);
  expect(form.status).toBe(200);
  const refused = await verifier.post(`${home}/${number}`, { catatan: 'Masih gelap' });
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('Masih gelap');
  expect((await verifier.post(`${home}/${number}`, { hasil: 'belum' })).status).toBe(422);
  const sent = await verifier.post(`${home}/${number}`, { hasil: 'belum', catatan: 'Masih gelap' });
  expect(sent.status).toBe(303);
  expect((await verifier.get(home)).body).not.toContain(number);
  expect((await verifier.post(`${home}/${number}`, { hasil: 'baik' })).status).toBe(409);
  const found = await app.database.query(
    `select what, note from complaints.asked where case_id = '${drawn.caseId}' and what like 'inspected%'`,
  );
  expect(found).toEqual([{ what: 'inspected-bad', note: 'Masih gelap' }]);
});
