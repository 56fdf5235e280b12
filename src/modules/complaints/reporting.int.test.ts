// Reporting: danger comes first, and what others have reported already is shown before it is sent again.
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { createVisitor } from '../../../tests/support/visitor.ts';
import { anOfficer } from '../cases/testing.ts';
import { publish } from './index.ts';
import { aReport, dispatch } from './testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
}, 120_000);
afterAll(() => app.close());

const fire = 'Rumah di lorong 3 terbakar, api besar';
const row = async (column: string, value: string) =>
  (
    await app.database.query(
      `select r.calm, r.priority, p.priority as problem_priority, r.category, r.number from complaints.report r
       left join complaints.problem p on p.id = r.problem_id where r.${column} = $1 order by r.reported_at desc, r.case_id desc`,
      [value],
    )
  )[0];
const photo = async (): Promise<Blob> => {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#335' } })
    .jpeg()
    .toBuffer();
  return new File([new Uint8Array(bytes)], 'lampu.jpg', { type: 'image/jpeg' });
};

/** A lamp that is out in Lompoe, reported and shown to everybody. */
async function aKnownLamp(): Promise<string> {
  const { problemId = '' } = await aReport(app.ctx());
  const verifier = app.ctx(await anOfficer(app.ctx(), 'verifikator.diskominfo'));
  const text = 'Lampu lorong tiga mati sejak Senin malam, gelap sekali di depan masjid.';
  await publish(verifier, { problemId, title: 'Lampu lorong tiga mati', text });
  const [problem] = await app.database.query('select code from complaints.problem where id = $1', [problemId]);
  return String(problem?.code);
}

test('words of danger raise the report and its problem until an officer has looked', async () => {
  const { number } = await aReport(app.ctx(), { text: fire, category: undefined });
  expect(await row('number', number)).toMatchObject({ calm: false, priority: 'urgent', problem_priority: 'urgent' });
  await dispatch(app.ctx(), number, { prioritas: 'rendah' });
  expect(await row('number', number)).toMatchObject({ calm: true, priority: 'low', problem_priority: 'low' });
});

test('fear of danger, and a usual report, raise nothing', async () => {
  const { number } = await aReport(app.ctx(), { text: 'Kabel semrawut, warga takut kebakaran' });
  expect(await row('number', number)).toMatchObject({ calm: true, priority: 'normal' });
});

test('without scripts a page that comes back and the receipt show 112 as a link to call', async () => {
  const visitor = createVisitor(app.fastify);
  const form = await visitor.get('/lapor');
  expect(form.body).toMatch(/data-target="danger" hidden/);
  const refused = await visitor.submit(form, { isi: fire, hp: '12' }, { action: /lapor$/ });
  expect(refused.status).toBe(422);
  expect(refused.body).toMatch(/<div class="danger-now" role="alert" data-target="danger">/);
  const sent = await visitor.submit(refused, { isi: fire, hp: '' }, { action: /lapor$/ });
  expect(sent.path).toMatch(/tanda-terima/);
  const main = sent.body.slice(sent.body.indexOf('<main'));
  expect(main).toContain('href="tel:112"');
  expect(main.indexOf('tel:112')).toBeLessThan(main.indexOf('Laporan diterima'));
});

test('the receipt of a usual report says nothing of danger', async () => {
  const visitor = createVisitor(app.fastify);
  const form = await visitor.get('/lapor');
  const sent = await visitor.submit(form, { isi: 'Rumput taman tinggi', anonim: 'tidak' }, { action: /lapor$/ });
  expect(sent.body.slice(sent.body.indexOf('<main'))).not.toContain('tel:112');
});

test('a category somebody chose goes with the report; one that is none is said at its question', async () => {
  const visitor = createVisitor(app.fastify);
  const form = await visitor.get('/lapor');
  const wrong = { isi: 'Tiang lampu miring', kategori: 'tidak.ada', anonim: 'tidak' };
  expect((await visitor.submit(form, wrong, { action: /lapor$/ })).status).toBe(422);
  await visitor.submit(form, { ...wrong, kategori: 'lampu.mati' }, { action: /lapor$/ });
  expect(await row('body', 'Tiang lampu miring')).toMatchObject({ category: 'lampu.mati' });
});

test('a suggestion names the office that handles it', async () => {
  const answer = await app.fastify.inject({
    method: 'POST',
    url: '/api/v1/complaints/suggest',
    payload: { text: 'lampu jalan mati di depan masjid' },
  });
  const [first] = answer.json<{ categories: { id: string; owner: string }[] }>().categories;
  expect(first).toMatchObject({ id: 'lampu.mati', owner: expect.stringContaining('Perhubungan') });
});

test('between form and sending: problems nearby in full, and "saya juga" follows instead of sending', async () => {
  const code = await aKnownLamp();
  const visitor = createVisitor(app.fastify);
  const text = 'Lampu lorong mati gelap dekat masjid';
  const before = await app.database.query('select count(*) as n from complaints.report');
  const values = {
    isi: text,
    kategori: 'lampu.mati',
    wilayah: '73.72.01.1004',
    anonim: 'tidak',
    foto: [await photo()],
  };
  const asked = await visitor.submit(await visitor.get('/lapor'), values, { action: /lapor$/ });
  expect(asked.status).toBe(200);
  expect(asked.body).toContain('Apakah ini masalah yang sama?');
  expect(asked.body).toContain('Lampu lorong tiga mati sejak Senin malam, gelap sekali di depan masjid.');
  const joined = await visitor.submit(asked, {}, { action: new RegExp(`${code}/ikut$`) });
  expect(joined.body).toContain('1 orang ikut merasakan');
  expect(await app.database.query('select count(*) as n from complaints.report')).toEqual(before);

  const changed = await visitor.submit(asked, { ubah: '1' }, { action: /lapor$/ });
  expect(changed.body).toContain(text);
  expect(changed.body).toContain('name="_foto.foto"');

  const sent = await visitor.submit(asked, { lanjut: '1' }, { action: /lapor$/ });
  expect(sent.path).toMatch(/tanda-terima$/);
  const photos = await app.database.query(
    `select p.kind from complaints.photo p join complaints.report r on r.case_id = p.case_id where r.body = $1`,
    [text],
  );
  expect(photos).toEqual([{ kind: 'before' }]);
});

test('a problem elsewhere or of another kind is not asked about', async () => {
  await aKnownLamp();
  const visitor = createVisitor(app.fastify);
  const values = {
    isi: 'Sampah menumpuk di pasar',
    kategori: 'sampah.tumpukan-liar',
    wilayah: '73.72.01.1004',
    anonim: 'tidak',
  };
  const sent = await visitor.submit(await visitor.get('/lapor'), values, { action: /lapor$/ });
  expect(sent.path).toMatch(/tanda-terima$/);
});

test('secret reports are never among what is shown', async () => {
  const { problemId = '' } = await aReport(app.ctx(), {
    level: 'secret',
    text: 'Pungutan liar di loket empat',
    category: 'layanan.pungli',
    area: '73.72.01.1005',
    point: undefined,
  });
  const visitor = createVisitor(app.fastify);
  const values = {
    isi: 'Pungutan liar di loket empat',
    kategori: 'layanan.pungli',
    wilayah: '73.72.01.1005',
    anonim: 'tidak',
  };
  const sent = await visitor.submit(await visitor.get('/lapor'), values, { action: /lapor$/ });
  expect(problemId).not.toBe('');
  expect(sent.path).toMatch(/tanda-terima/);
});
