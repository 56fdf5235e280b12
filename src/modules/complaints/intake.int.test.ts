import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { newId } from '../../platform/ids.ts';
import { anOfficer } from '../cases/testing.ts';
import {
  follow,
  type Intake,
  listPublished,
  nearby,
  publish,
  publishedPhotos,
  readProblem,
  readPublished,
  readReport,
  reportProblem,
  unpublish,
} from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
}, 120_000);
afterAll(() => app.close());

const point = { lat: -4.012345, long: 119.623456 };
function aReport(over: Partial<Intake> = {}) {
  const ctx = app.ctx({ kind: 'anonymous' }, { channel: 'api' });
  const usual = {
    text: 'Lampu lorong 3 mati sejak Senin malam',
    category: 'lampu.mati',
    point,
    area: '73.72.01.1004',
  };
  return reportProblem(ctx, { ...usual, key: newId(), ...over });
}
const verifier = async () => app.ctx(await anOfficer(app.ctx(), 'verifikator.diskominfo'));

test('a report is a case with a number of its own kind, and a problem', async () => {
  const receipt = await aReport({ name: 'Andi Tenri', phone: '0812 3456 7890' });
  expect(receipt.number).toMatch(/^L\d{9}$/);
  expect(receipt.dueAt).not.toBeNull();
  const [row] = await app.database.query(
    `select p.title, p.status, p.reports, p.published, r.body, r.level, r.kind, r.channel, c.phone_tail
     from complaints.report r join complaints.problem p on p.id = r.problem_id join cases."case" c on c.id = r.case_id
     where r.case_id = '${receipt.caseId}'`,
  );
  expect(row).toMatchObject({
    status: 'open',
    reports: 1,
    published: false,
    body: 'Lampu lorong 3 mati sejak Senin malam',
    level: 'open',
    kind: 'complaint',
    channel: 'api',
    phone_tail: '7890',
  });
});

test('the same key and content is one report; other content under it is refused', async () => {
  const key = newId();
  const first = await aReport({ key });
  const again = await aReport({ key });
  expect(again).toMatchObject({ number: first.number, trackingCode: first.trackingCode, repeated: true });
  await expect(aReport({ key, text: 'Lain lagi' })).rejects.toMatchObject({ code: 'cases.key_reused' });
  const rows = await app.database.query(`select 1 from complaints.report where number = '${first.number}'`);
  expect(rows).toHaveLength(1);
});

test('an anonymous report keeps no name, number or address among its answers', async () => {
  const receipt = await aReport({ level: 'anonymous', name: 'Siti', phone: '081234567890', email: 'siti@contoh.id' });
  const [row] = await app.database.query(
    `select projection::text as p, email, applicant_short as short from cases."case" where id = '${receipt.caseId}'`,
  );
  expect(String(row?.p)).not.toMatch(/Siti|6281234567890|siti@contoh/);
  expect(row).toMatchObject({ email: 'siti@contoh.id' });
  expect(row?.short).not.toContain('Siti');
});

test('nothing is shown before a verifier shows it, and a secret report never is', async () => {
  const open = await aReport({ text: 'Saluran tersumbat di depan pasar', category: 'drainase.tersumbat' });
  const secret = await aReport({ text: 'Ada pungutan di kantor ini', level: 'secret' });
  expect((await listPublished(app.ctx(), {}, { limit: 50 })).items).toEqual([]);
  const ctx = await verifier();
  const [problemId, secretId] = [open.problemId ?? '', secret.problemId ?? ''];
  await publish(ctx, { problemId, title: 'Saluran tersumbat', text: 'Air meluap saat hujan.' });
  await expect(publish(ctx, { problemId: secretId, title: 'x', text: 'y' })).rejects.toMatchObject({
    code: 'complaints.secret',
  });
  const { items } = await listPublished(app.ctx(), {}, { limit: 50 });
  expect(items.map((item) => item.title)).toEqual(['Saluran tersumbat']);
  expect(await nearby(app.ctx(), { point, category: 'drainase.tersumbat' })).toMatchObject([{ distanceM: 0 }]);
  const shown = await readPublished(app.ctx(), items[0]?.code ?? '');
  expect(JSON.stringify(shown)).not.toContain('depan pasar');
  const forced = app.database.query(`update complaints.problem set published = true where id = '${secretId}'`);
  await expect(forced).rejects.toThrow(/problem_secret/);
  await unpublish(ctx, { problemId, reason: 'Salah tempat' });
  await expect(readPublished(app.ctx(), items[0]?.code ?? '')).rejects.toMatchObject({ kind: 'not_found' });
});

test('"me too" counts each person once and moves nothing else', async () => {
  const receipt = await aReport({ text: 'Jalan berlubang dekat sekolah', category: 'jalan.berlubang' });
  await publish(await verifier(), {
    problemId: receipt.problemId ?? '',
    title: 'Jalan berlubang',
    text: 'Dekat sekolah.',
  });
  const before = (await listPublished(app.ctx(), { text: 'berlubang' }, { limit: 5 })).items[0];
  const code = before?.code ?? '';
  app.clock.advance({ hours: 1 });
  expect(await follow(app.ctx(), { code, visitor: 'a' })).toBe(true);
  expect(await follow(app.ctx(), { code, visitor: 'a' })).toBe(false);
  expect(await follow(app.ctx(), { code, visitor: 'b' })).toBe(true);
  const { problem } = await readPublished(app.ctx(), code);
  expect(problem).toMatchObject({ supporters: 2, reports: 1, updatedAt: before?.updatedAt });
});

test('what looks personal is not published before somebody has looked at it; an unknown category is refused', async () => {
  const receipt = await aReport();
  const shown = { problemId: receipt.problemId ?? '', title: 'Lampu mati', text: 'Hubungi 0812 3456 7890.' };
  await expect(publish(await verifier(), shown)).rejects.toMatchObject({ code: 'complaints.personal' });
  await publish(await verifier(), { ...shown, personalLooked: true });
  await expect(aReport({ category: 'tidak.ada' })).rejects.toMatchObject({ code: 'complaints.category_unknown' });
});

test('an officer with a seat reads a problem with its reports and photos; others do not', async () => {
  const receipt = await aReport();
  const opened = await readProblem(await verifier(), receipt.problemId ?? '');
  expect(opened.reports.map(({ number }) => number)).toEqual([receipt.number]);
  expect((await readProblem(await verifier(), opened.problem.code)).problem.id).toBe(receipt.problemId);
  expect(await readReport(await verifier(), receipt.number)).toMatchObject({
    level: 'open',
    problemId: receipt.problemId,
  });
  expect(await publishedPhotos(app.ctx(), [receipt.problemId ?? ''])).toEqual([]);
  const stranger = app.ctx(await anOfficer(app.ctx(), 'petugas.lompoe'));
  await expect(readProblem(stranger, receipt.problemId ?? '')).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(readReport(stranger, receipt.number)).rejects.toMatchObject({ kind: 'forbidden' });
});

test('only who verifies reports decides what is shown', async () => {
  const receipt = await aReport();
  const officer = app.ctx(await anOfficer(app.ctx(), 'petugas.lompoe'));
  const attempt = publish(officer, { problemId: receipt.problemId ?? '', title: 'a', text: 'b' });
  await expect(attempt).rejects.toMatchObject({ kind: 'forbidden' });
});
