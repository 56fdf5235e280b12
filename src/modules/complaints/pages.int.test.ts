import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { createVisitor } from '../../../tests/support/visitor.ts';
import { anOfficer } from '../cases/testing.ts';
import { acceptUpload } from '../documents/index.ts';
import { attach, publish } from './index.ts';
import { followLead } from './service/follow-lead.ts';
import { aReport, dispatch, officerStep } from './testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
}, 120_000);
afterAll(() => app.close());

const photo = async (): Promise<Blob> => {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#335' } })
    .jpeg()
    .toBuffer();
  return new File([new Uint8Array(bytes)], 'lampu.jpg', { type: 'image/jpeg' });
};
const newest = async () =>
  (
    await app.database.query(
      'select number, problem_id, case_id from complaints.report order by reported_at desc, case_id desc',
    )
  )[0];

async function anUpload(colour: string): Promise<string> {
  const path = join(app.platform.config.dataDir, `${colour.slice(1)}.jpg`);
  await sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
    .jpeg()
    .toFile(path);
  return (await acceptUpload(app.ctx(), { path, fileName: 'bukti.jpg', size: (await stat(path)).size })).id;
}

test('whoever is asked whether it is solved sees the proof beside the own photo, and no other picture', async () => {
  const [own, proof, foreign] = [await anUpload('#110000'), await anUpload('#001100'), await anUpload('#000011')];
  const { number, trackingCode } = await aReport(app.ctx(), { photos: [own] });
  const other = await aReport(app.ctx(), { photos: [foreign], text: 'Laporan orang lain' });
  await dispatch(app.ctx(), number);
  const visitor = createVisitor(app.fastify);
  const address = (id: string, code = trackingCode) => `/lacak/${code}/foto/${id}`;
  expect((await visitor.get(address(own))).status).toBe(404);
  const data = { dikerjakan: 'Lampu diganti.', bukti: [proof] };
  await officerStep(app.ctx(), 'petugas.dishub', { number, action: 'selesaikan', data });
  const page = await visitor.get(`/lacak/${trackingCode}`);
  for (const id of [own, proof]) expect(page.body).toContain(address(id));
  expect(page.body).toContain('Foto bukti dari dinas');
  const picture = await visitor.get(address(proof));
  expect([picture.status, picture.headers['content-type'], picture.headers['cache-control']]).toEqual([
    200,
    'image/jpeg',
    'private, no-store',
  ]);
  // Who reported the same is asked too, and sees the same proof.
  const same = await aReport(app.ctx(), { text: 'Lampu yang sama padam' });
  await dispatch(app.ctx(), other.number);
  const [problem] = await app.database.query(
    `select p.id, p.code, p.lead_case from complaints.problem p join complaints.report r on r.problem_id = p.id where r.number = '${other.number}'`,
  );
  await attach(app.ctx(await anOfficer(app.ctx(), 'verifikator.diskominfo')), {
    number: same.number,
    code: String(problem?.code),
  });
  await officerStep(app.ctx(), 'petugas.dishub', { number: other.number, action: 'selesaikan', data });
  await followLead(app.ctx(), { problemId: String(problem?.id), caseId: String(problem?.lead_case), version: 0 });
  expect((await visitor.get(`/lacak/${same.trackingCode}`)).body).toContain(address(proof, same.trackingCode));
  expect((await visitor.get(address(proof, same.trackingCode))).status).toBe(200);
  const strange = [address(foreign), address('x'), address(own, other.trackingCode)];
  for (const url of strange) expect([url, (await visitor.get(url)).status]).toEqual([url, 404]);
});

test('a link to a video is an address of the web: others are refused with what was typed, a bare one is made whole', async () => {
  const visitor = createVisitor(app.fastify);
  const form = await visitor.get('/lapor');
  const values = { isi: 'Air menggenang di simpang', anonim: 'tidak', lanjut: '1' };
  for (const video of ['javascript:alert(1)', 'lihat di facebook saya']) {
    const refused = await visitor.submit(form, { ...values, video }, { action: /lapor$/ });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('Tempel alamat video');
    expect(refused.body).toContain(`value="${video}"`);
  }
  const sent = await visitor.submit(form, { ...values, video: 'youtu.be/abc' }, { action: /lapor$/ });
  expect(sent.path).toMatch(/tanda-terima$/);
  const kept = `select projection #>> '{answers,video}' as video from cases."case" where id = '${(await newest())?.case_id}'`;
  expect(await app.database.query(kept)).toEqual([{ video: 'https://youtu.be/abc' }]);
});

test('everything that is wrong is told at once: the file that is no photo, the missing words and the link', async () => {
  const visitor = createVisitor(app.fastify);
  const file = new File(['bukan foto'], 'catatan.jpg', { type: 'image/jpeg' });
  const form = await visitor.get('/lapor');
  const refused = await visitor.submit(form, { isi: '', video: 'facebook saya', foto: [file] }, { action: /lapor$/ });
  expect(refused.status).toBe(422);
  const summary = /class="summary-bad[\s\S]*?<\/ul>/.exec(refused.body)?.[0] ?? '';
  for (const field of ['foto', 'isi', 'video']) expect(summary).toContain(`href="#${field}`);
});

test('a report without JavaScript: refused empty with what was typed kept, sent, answered "not yet", then "yes"', async () => {
  const visitor = createVisitor(app.fastify);
  const form = await visitor.get('/lapor');
  expect(form.status).toBe(200);
  const refused = await visitor.submit(
    form,
    { isi: '', patokan: 'Depan Masjid Raya', anonim: 'tidak' },
    { action: /lapor$/ },
  );
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('Depan Masjid Raya');
  const sent = await visitor.submit(
    refused,
    { isi: 'Lampu jalan mati', wilayah: '73.72.01.1004', foto: [await photo()] },
    { action: /lapor$/ },
  );
  expect(sent.path).toMatch(/^\/lacak\/[^/]+\/tanda-terima$/);
  const row = await newest();
  const number = String(row?.number);
  expect(await app.database.query(`select kind from complaints.photo where case_id = '${row?.case_id}'`)).toEqual([
    { kind: 'before' },
  ]);
  await dispatch(app.ctx(), number);
  const data = { dikerjakan: 'Lampu diganti.', tanpa_foto: 'Hujan' };
  await officerStep(app.ctx(), 'petugas.dishub', { number, action: 'selesaikan', data });
  const code = sent.path.split('/')[2] ?? '';
  const asked = await visitor.get(`/lacak/${code}`);
  expect(asked.body).toContain('Ya, sudah beres');
  const why = await visitor.get(`/lacak/${code}/langkah/belum-beres`);
  const empty = await visitor.submit(why, { kurang: '' }, { action: /belum-beres$/ });
  expect(empty.status).toBe(422);
  await visitor.submit(empty, { kurang: 'Masih gelap', foto: [await photo()] }, { action: /belum-beres$/ });
  await officerStep(app.ctx(), 'kadis.dishub', { number, action: 'selesaikan', data });
  const again = await visitor.get(`/lacak/${code}`);
  const closed = await visitor.submit(again, {}, { action: /sudah-beres$/ });
  expect(closed.body).toContain('Selesai menurut pelapor');
});

test('the same form sent twice is one report', async () => {
  const visitor = createVisitor(app.fastify);
  const form = await visitor.get('/lapor');
  const values = { isi: 'Sampah menumpuk di ujung lorong', anonim: 'tidak' };
  const first = await visitor.submit(form, values, { action: /lapor$/ });
  const second = await visitor.submit(form, values, { action: /lapor$/ });
  expect(second.path).toBe(first.path);
});

test('a program sends a report, and the same key and body twice is one', async () => {
  const send = (key: string | undefined) =>
    app.fastify.inject({
      method: 'POST',
      url: '/api/v1/complaints',
      headers: key ? { 'idempotency-key': key } : {},
      payload: { text: 'Jalan berlubang', lat: -4.01, long: 119.62, category: 'jalan.berlubang' },
    });
  expect((await send(undefined)).statusCode).toBe(422);
  const [first, second] = [await send('k1'), await send('k1')];
  expect(first.statusCode).toBe(201);
  expect(second.json()).toEqual(first.json());
  expect(first.json()).toMatchObject({ state: 'diverifikasi', number: expect.stringMatching(/^L\d{9}$/) });
});

test('the page of a problem shows what was published, counts "me too" once, and is gone when it is secret or unknown', async () => {
  const visitor = createVisitor(app.fastify);
  await visitor.submit(
    await visitor.get('/lapor'),
    { isi: 'Bau dari rumah Pak Amir 7372011234567890', anonim: 'tidak' },
    { action: /lapor$/ },
  );
  const row = await newest();
  const [problem] = await app.database.query(`select id, code from complaints.problem where id = '${row?.problem_id}'`);
  const address = `/laporan/${problem?.code}`;
  expect((await visitor.get(address)).status).toBe(404);
  const verifier = app.ctx(await anOfficer(app.ctx(), 'verifikator.diskominfo'));
  await publish(verifier, { problemId: String(problem?.id), title: 'Bau menyengat', text: 'Di satu rumah.' });
  const page = await visitor.get(address);
  expect(page.status).toBe(200);
  expect(page.body).not.toContain('7372011234567890');
  await visitor.submit(page, {}, { action: /ikut$/ });
  await visitor.submit(page, {}, { action: /ikut$/ });
  expect((await visitor.get(address)).body).toContain('1 orang ikut merasakan');
});

test('nothing outside tells a secret report from one that never was', async () => {
  const visitor = createVisitor(app.fastify);
  const text = 'Saya melihat pungutan di loket empat';
  await visitor.submit(
    await visitor.get('/lapor'),
    { isi: text, anonim: 'rahasia', nama: 'Andi Tenri' },
    { action: /lapor$/ },
  );
  const row = await newest();
  const [problem] = await app.database.query(`select code from complaints.problem where id = '${row?.problem_id}'`);
  const [secret, never] = [await visitor.get(`/laporan/${problem?.code}`), await visitor.get('/laporan/zzzzzzzzzz')];
  const bare = (body: string) =>
    body
      .replaceAll(String(problem?.code), '')
      .replaceAll('zzzzzzzzzz', '')
      .replace(/[A-Za-z0-9_-]{20,}/g, '');
  expect([secret.status, bare(secret.body)]).toEqual([never.status, bare(never.body)]);
  const views = await app.database.query(
    `select (select count(*) from complaints.published_problem) + (select count(*) from complaints.published_report where case_id = '${row?.case_id}')
       + (select count(*) from complaints.published_photo where problem_id = '${row?.problem_id}') as n, (select applicant_short from cases."case" where id = '${row?.case_id}') as short`,
  );
  expect(views[0]?.short).not.toContain('Andi');
  const shown = await app.database.query('select title, text from complaints.published_problem');
  expect(JSON.stringify(shown)).not.toContain('pungutan');
});
