import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { staffVisitor } from '../../../tests/support/staff.ts';
import { createVisitor, type Seen, textOf } from '../../../tests/support/visitor.ts';
import { anOfficer } from '../cases/testing.ts';
import { publish } from '../complaints/index.ts';
import { aReport, dispatch } from '../complaints/testing.ts';
import { linkCases } from './service/links.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
}, 120_000);
afterAll(() => app.close());

const page = (number: string) => `/petugas/berkas/${number}/taut`;
const link = { action: /\/taut$/ };
const history = (number: string) =>
  app.database.query(
    `select l.what, l.kind from dossier.link l join cases."case" c on c.id in (l.low_case, l.high_case) where c.number = $1 order by l.at, l.seq`,
    [number],
  );
const words = (seen: Seen): string => textOf(seen).replace(/\s+/g, ' ');

test('linked with a reason, seen from both sides, undone once, and the history keeps both', async () => {
  const [cause, effect] = [await aReport(app.ctx()), await aReport(app.ctx(), { text: 'Jalan gelap, sepeda jatuh' })];
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const form = await desk.get(page(effect.number));
  const values = { nomor: cause.number.toLowerCase(), jenis: 'caused-by', alasan: 'Jatuh karena lampu itu padam' };
  expect(textOf(await desk.submit(form, values, link))).toContain('sudah tertaut');
  expect(textOf(await desk.submit(form, values, link))).toContain('sudah tertaut'); // pressed twice
  expect(await history(cause.number)).toEqual([{ what: 'linked', kind: 'caused-by' }]);
  const spaced = (number: string) => number.replace(/^(.)(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4');
  const effectPage = await desk.get(`/kerja/laporan/${effect.number}`);
  expect(words(effectPage)).toContain(`Disebabkan oleh ${spaced(cause.number)}`);
  expect(words(await desk.get(`/petugas/berkas/${cause.number}`))).toContain(`Menyebabkan ${spaced(effect.number)}`);
  const undone = await desk.submit(await desk.get(page(cause.number)), {}, { action: /lepas-taut$/ });
  expect(textOf(undone)).toContain('sudah dilepas');
  expect(textOf(undone)).toContain('Belum ada tautan');
  expect(textOf(undone)).toContain('Jatuh karena lampu itu padam');
  expect((await history(cause.number)).map(({ what }) => what)).toEqual(['linked', 'undone']);
  expect(textOf(await desk.submit(await desk.get(page(effect.number)), values, link))).toContain('sudah tertaut');
});

test('what is missing or cannot be is refused with what was typed', async () => {
  const [one, two] = [await aReport(app.ctx()), await aReport(app.ctx())];
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  const form = await desk.get(page(one.number));
  const refused = async (values: Record<string, string>) => {
    const seen = await desk.submit(form, { nomor: two.number, alasan: 'Satu lorong yang sama', ...values }, link);
    expect(seen.status).toBe(422);
    return textOf(seen);
  };
  expect(await refused({ nomor: one.number })).toContain('nomor berkas ini sendiri');
  expect(await refused({ nomor: 'L000' })).toContain('tidak ada di antara berkas');
  expect(await refused({ alasan: ' x ' })).toContain('Tulis alasannya');
  await desk.submit(form, { nomor: two.number, alasan: 'Satu lorong yang sama' }, link);
  const again = await desk.get(page(two.number));
  const seen = await desk.submit(again, { nomor: one.number, alasan: 'Satu lorong yang sama' }, link);
  expect(seen.status).toBe(422);
  expect(textOf(seen)).toContain('sudah tertaut');
});

test('two officers at once: one link, the other is told', async () => {
  const [one, two] = [await aReport(app.ctx()), await aReport(app.ctx())];
  const ctx = app.ctx(await anOfficer(app.ctx(), 'verifikator.diskominfo'));
  const say = (requestId: string) =>
    linkCases(ctx, { number: one.number, other: two.number, kind: 'related', reason: 'Tempat sama', requestId });
  const results = await Promise.allSettled([say('a'), say('b')]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await history(one.number)).toHaveLength(1);
});

test('whoever may not see the other case is shown nothing of the link, and no number tells that a secret report exists', async () => {
  const open = await aReport(app.ctx());
  const secret = await aReport(app.ctx(), { level: 'secret', text: 'Petugas lampu meminta uang' });
  await dispatch(app.ctx(), open.number);
  const desk = await staffVisitor(app, 'verifikator.diskominfo');
  await desk.submit(await desk.get(page(open.number)), { nomor: secret.number, alasan: 'Petugas yang sama' }, link);
  const office = await staffVisitor(app, 'petugas.dishub');
  for (const path of [page(open.number), `/petugas/berkas/${open.number}`, `/kerja/laporan/${open.number}`]) {
    const seen = await office.get(path);
    expect(seen.status).toBe(200);
    expect(seen.body).not.toContain(secret.number);
    expect(seen.body).not.toContain('Petugas yang sama');
    expect(seen.body).not.toContain('lepas-taut');
  }
  const form = await office.get(page(open.number));
  const tried = await office.submit(form, { nomor: secret.number, alasan: 'Coba-coba saja' }, link);
  const unknown = await office.submit(form, { nomor: 'L000000000', alasan: 'Coba-coba saja' }, link);
  const said = (seen: Seen) => /class="error"[^>]*>[\s\S]*?<\/p>/.exec(seen.body)?.[0];
  expect(said(tried)).toBeDefined();
  expect(said(tried)).toBe(said(unknown));
  expect((await office.get(page(secret.number))).status).toBe(403);
});

test('nothing of a link is public, nor on the page of either reporter', async () => {
  const [one, two] = [await aReport(app.ctx()), await aReport(app.ctx(), { text: 'Lampu taman padam' })];
  const officer = app.ctx(await anOfficer(app.ctx(), 'verifikator.diskominfo'));
  const reason = 'Kabel yang sama putus di lorong';
  await linkCases(officer, { number: one.number, other: two.number, kind: 'related', reason, requestId: 'umum' });
  const [problem] = await app.database.query(`select id, code, version from complaints.problem where id = $1`, [
    one.problemId,
  ]);
  const publication = { title: 'Lampu mati', text: 'Lampu lorong mati', photos: [], personalLooked: false };
  await publish(officer, { problemId: String(problem?.id), expectedVersion: Number(problem?.version), ...publication });
  const anybody = createVisitor(app.fastify);
  const paths = [
    `/lacak/${one.trackingCode}`,
    `/api/v1/track/${one.trackingCode}`,
    `/laporan/${String(problem?.code)}`,
    '/laporan',
    '/open311/v2/requests.json',
  ];
  for (const path of paths) {
    const seen = await anybody.get(path);
    expect([path, seen.status]).toEqual([path, 200]);
    expect(seen.body).not.toContain(two.number);
    expect(seen.body).not.toContain(reason);
  }
});
