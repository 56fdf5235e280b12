import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { aPdf, aPhoto, asFile } from '../../../tests/support/papers.ts';
import { staffVisitor } from '../../../tests/support/staff.ts';
import { encodeForm, type Seen, textOf, type Visitor } from '../../../tests/support/visitor.ts';
import { newId } from '../../platform/ids.ts';
import { officerStep, reporterStep } from '../complaints/testing.ts';
import { aReportInHand, crewAt } from './testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
}, 120_000);
afterAll(() => app?.close());

const form = { action: /^\/lapangan\/L\d+$/ };
const photo = async (name = 'foto.jpg') => asFile(await aPhoto(), name, 'image/jpeg');
const stateOf = async (number: string) =>
  (await app.database.query(`select state from cases."case" where number = '${number}'`))[0]?.state;
const visitsOf = (number: string) =>
  app.database.query(
    `select v.* from crew.visit v join cases."case" c on c.id = v.case_id where c.number = '${number}' order by v.at`,
  );
const photosOf = (number: string) =>
  app.database.query(
    `select p.* from crew.photo p join cases."case" c on c.id = p.case_id where c.number = '${number}' order by p.at`,
  );

/** As the page's script sends it, with the token of the page. */
async function byScript(officer: Visitor, page: Seen, part: string, fields: Record<string, string | File>) {
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const { payload, type } = await encodeForm(body);
  const headers = { 'content-type': type, 'x-csrf-token': csrf, 'sec-fetch-site': 'same-origin' };
  const seen = await officer.send({ method: 'POST', url: `${page.path}${part}`, payload, headers });
  const isJson = String(seen.headers['content-type']).includes('json');
  return { status: seen.status, answer: (isJson ? JSON.parse(seen.body) : {}) as Record<string, unknown> };
}

describe('the list of the crew', () => {
  it('holds what the own office has in hand, with what and where, and nothing about who told it', async () => {
    const open = await aReportInHand(app, {
      text: 'Lampu mati di depan rumah. Telepon saya 0812 4455 6677',
      name: 'Besse Nurhayati',
      phone: '081244556677',
      place: 'Depan masjid Al-Ikhlas',
    });
    const other = await aReportInHand(app, { text: 'Pohon tumbang' });
    await officerStep(app.ctx(), 'petugas.dishub', {
      ...{ number: other.number, action: 'selesaikan' },
      data: { dikerjakan: 'Beres.', tanpa_foto: 'Kamera rusak' },
    });
    const seen = await (await staffVisitor(app, 'petugas.dishub')).get('/lapangan');
    expect(seen.body).toContain(open.number);
    expect(textOf(seen)).toContain('Depan masjid Al-Ikhlas');
    expect(textOf(seen)).toContain('Lampu mati di depan rumah');
    expect(seen.body).not.toMatch(/Besse|4455/);
    expect(seen.body).not.toContain(other.number);
    const elsewhere = await (await staffVisitor(app, 'petugas.lemoe')).get('/lapangan');
    expect(elsewhere.body).not.toContain(open.number);
  });

  it('shows no word, photo or place of a secret report', async () => {
    const secret = await aReportInHand(app, {
      level: 'secret',
      text: 'Pungutan di terminal',
      place: 'Pos sebelah utara',
    });
    const seen = await (await staffVisitor(app, 'petugas.dishub')).get('/lapangan');
    expect(seen.body).toContain(secret.number);
    expect(seen.body).not.toMatch(/Pungutan|Pos sebelah utara/);
  });

  it('is closed to officers who work on no report', async () => {
    const seen = await (await staffVisitor(app, 'verifikator.diskominfo')).get('/lapangan');
    expect(seen.status).toBe(403);
  });
});

describe('the page of one report', () => {
  it('is recorded as a reading the reporter sees, once for ten minutes', async () => {
    const { number, trackingCode } = await aReportInHand(app);
    const { officer } = await crewAt(app, number);
    await officer.get(`/lapangan/${number}`);
    const tracked = await officer.get(`/lacak/${trackingCode}`);
    expect(tracked.body.match(/Mengerjakan laporan di tempat/g)).toHaveLength(1);
  });

  it('is closed to officers without a seat on the case', async () => {
    const { number } = await aReportInHand(app);
    const stranger = await staffVisitor(app, 'petugas.lemoe');
    expect((await stranger.get(`/lapangan/${number}`)).status).toBe(403);
    const page = { ...(await stranger.get('/lapangan')), path: `/lapangan/${number}` };
    expect((await byScript(stranger, page, '', { key: newId(), dikerjakan: 'x', _format: 'json' })).status).toBe(403);
    expect(await visitsOf(number)).toEqual([]);
  });
});

describe('a visit without scripts', () => {
  it('keeps work, time, materials and photos, and one button says it is solved', async () => {
    const { number } = await aReportInHand(app, { point: { lat: -4.0083, long: 119.6165 } });
    const { officer, page } = await crewAt(app, number);
    const done = await officer.submit(
      page,
      {
        ...{ dikerjakan: 'Lampu diganti.', menit: '45', catatan: 'Tiang mulai berkarat.', selesai: '1' },
        ...{ bahan_1_apa: 'Lampu LED', bahan_1_banyak: '2', bahan_1_satuan: 'buah' },
        ...{ sebelum: await photo('sebelum.jpg'), sesudah: await photo('sesudah.jpg') },
      },
      form,
    );
    expect(textOf(done)).toContain('dilaporkan selesai. Pelapor sedang ditanya.');
    expect(await stateOf(number)).toBe('menunggu-pelapor');
    expect(await visitsOf(number)).toMatchObject([
      {
        ...{ work: 'Lampu diganti.', note: 'Tiang mulai berkarat.', minutes: 45 },
        materials: [{ what: 'Lampu LED', amount: '2', unit: 'buah' }],
      },
    ]);
    // What the photo's own EXIF says: 4°0'30" S, 119°37'00" E.
    expect(await photosOf(number)).toMatchObject([
      { kind: 'before', source: 'photo', distance_m: 19 },
      { kind: 'after', source: 'photo', distance_m: 19 },
    ]);
    const shown = await app.database.query(
      `select f.kind, f.distance_m from complaints.photo f join cases."case" c on c.id = f.case_id where c.number = '${number}' order by f.kind`,
    );
    expect(shown).toEqual([
      { kind: 'after', distance_m: 19 },
      { kind: 'before', distance_m: 19 },
    ]);
    await reporterStep(app.ctx(), number, 'sudah-beres');
    expect(await stateOf(number)).toBe('selesai');
  });

  it('with mistakes comes back with every word and photo, and is stored once when they are put right', async () => {
    const { number } = await aReportInHand(app);
    const { officer, page } = await crewAt(app, number);
    const wrong = await officer.submit(page, { menit: 'sejam', sesudah: await photo(), selesai: '1' }, form);
    expect(wrong.status).toBe(422);
    expect(textOf(wrong)).toContain('Tulis apa yang dikerjakan.');
    expect(wrong.body).toContain('value="sejam"');
    const right = await officer.submit(wrong, { menit: '60', dikerjakan: 'Dibersihkan.', selesai: '1' }, form);
    expect(right.status).toBe(200);
    await officer.submit(wrong, { menit: '60', dikerjakan: 'Dibersihkan.', selesai: '1' }, form);
    expect(await visitsOf(number)).toHaveLength(1);
    expect(await photosOf(number)).toMatchObject([{ kind: 'after' }]);
    expect(await stateOf(number)).toBe('menunggu-pelapor');
  });

  it('a photo taken far away, or without a position, is warned of and never refused', async () => {
    const { number } = await aReportInHand(app, { point: { lat: -4.02, long: 119.63 } });
    const { officer, page } = await crewAt(app, number);
    await officer.submit(page, { dikerjakan: 'Dilihat.', sebelum: await photo() }, form);
    const [kept] = await photosOf(number);
    expect(Number(kept?.distance_m)).toBeGreaterThan(1000);
    const seen = await officer.get(`/lapangan/${number}`);
    expect(textOf(seen)).toMatch(/Jauh: 2,\d km dari titik laporan/);
    expect(await stateOf(number)).toBe('ditangani');
  });

  it('takes photos only', async () => {
    const { number } = await aReportInHand(app);
    const { officer, page } = await crewAt(app, number);
    const pdf = asFile(aPdf(), 'surat.pdf', 'application/pdf');
    const seen = await officer.submit(page, { dikerjakan: 'x', sebelum: pdf }, form);
    expect(seen.status).toBe(422);
    expect(textOf(seen)).toContain('Berkas ini bukan foto.');
    expect(await visitsOf(number)).toEqual([]);
  });
});

describe('a visit from the phone: the words first, the photos after, then solved', () => {
  const words = { dikerjakan: 'Lampu diganti.', menit: '30', selesai: '1', _sesudah_nanti: '1', _format: 'json' };

  it('is one visit however often each part is sent', async () => {
    const { number } = await aReportInHand(app, { point: { lat: -4.012345, long: 119.623456 } });
    const { officer, page } = await crewAt(app, number);
    const visitedAt = app.clock.now().toISOString();
    app.clock.advance({ minutes: 20 });
    const key = newId();
    const first = await byScript(officer, page, '', { ...words, key, visitedAt });
    const again = await byScript(officer, page, '', { ...words, key, visitedAt, dikerjakan: 'Isi lain.' });
    expect(again).toEqual(first);
    const { visit } = first.answer;
    const part = { key: newId(), jenis: 'sesudah', lat: '-4.012345', long: '119.623744', foto: await photo() };
    expect((await byScript(officer, page, `/${visit}/foto`, part)).answer).toEqual({ state: 'sent', distance: 32 });
    expect((await byScript(officer, page, `/${visit}/foto`, part)).answer).toEqual({ state: 'sent', distance: 32 });
    for (const _ of [1, 2])
      expect((await byScript(officer, page, `/${visit}/selesai`, { tanpa_foto: '' })).status).toBe(200);
    expect(await visitsOf(number)).toMatchObject([{ work: 'Lampu diganti.', visited_at: new Date(visitedAt) }]);
    expect(await photosOf(number)).toMatchObject([{ kind: 'after', source: 'phone', distance_m: 32 }]);
    expect(await stateOf(number)).toBe('menunggu-pelapor');
    const told = await app.database.query(
      `select e.data from cases.event e join cases."case" c on c.id = e.case_id where c.number = '${number}' and e.data ->> 'action' = 'selesaikan'`,
    );
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told[0])).toMatch(/"bukti":\["[0-9a-f-]{36}"\]/);
  });

  it('is kept as history when the report went elsewhere meanwhile; solved it is not', async () => {
    const { number } = await aReportInHand(app);
    const { officer, page } = await crewAt(app, number);
    const sent = await byScript(officer, page, '', {
      ...words,
      key: newId(),
      tanpa_foto: 'Gelap',
      _sesudah_nanti: '0',
    });
    await officerStep(app.ctx(), 'petugas.dishub', { number, action: 'salah-alamat', data: { alasan: 'Bukan kami.' } });
    const part = { key: newId(), jenis: 'sebelum', foto: await photo() };
    expect((await byScript(officer, page, `/${sent.answer.visit}/foto`, part)).status).toBe(201);
    const solved = await byScript(officer, page, `/${sent.answer.visit}/selesai`, { tanpa_foto: 'Gelap' });
    expect(solved).toMatchObject({ status: 409, answer: { state: 'closed' } });
    expect(await stateOf(number)).toBe('diverifikasi');
    expect(await visitsOf(number)).toHaveLength(1);
  });

  it('tells a mistake at its question and stores nothing', async () => {
    const { number } = await aReportInHand(app);
    const { officer, page } = await crewAt(app, number);
    const refused = await byScript(officer, page, '', { ...words, key: newId(), _sesudah_nanti: '0' });
    expect(refused).toMatchObject({ status: 422, answer: { state: 'mistakes', errors: [{ field: 'tanpa_foto' }] } });
    expect(await visitsOf(number)).toEqual([]);
  });

  it('is not sent under the name of whoever holds the phone later, and nobody adds to the visit of another', async () => {
    const { number } = await aReportInHand(app);
    const { officer, page } = await crewAt(app, number);
    const other = await byScript(officer, page, '', { ...words, key: newId(), _petugas: newId() });
    expect(other).toEqual({ status: 403, answer: { state: 'other-officer' } });
    const mine = await byScript(officer, page, '', { ...words, key: newId() });
    const colleague = await staffVisitor(app, 'kadis.dishub');
    const opened = await colleague.get(`/lapangan/${number}`);
    const part = { key: newId(), jenis: 'sebelum', foto: await photo() };
    expect((await byScript(colleague, opened, `/${mine.answer.visit}/foto`, part)).status).toBe(403);
    expect(await photosOf(number)).toEqual([]);
  });

  it('takes four photos of each kind and refuses the fifth', async () => {
    const { number } = await aReportInHand(app);
    const { officer, page } = await crewAt(app, number);
    const { answer } = await byScript(officer, page, '', { ...words, key: newId() });
    const send = async () =>
      byScript(officer, page, `/${answer.visit}/foto`, { key: newId(), jenis: 'sesudah', foto: await photo() });
    for (let sent = 0; sent < 4; sent++) expect((await send()).status).toBe(201);
    expect((await send()).status).toBe(422);
    expect(await photosOf(number)).toHaveLength(4);
  });
});

describe('staff on the report', () => {
  it('read every visit with its photos, and how many there were', async () => {
    const { number } = await aReportInHand(app);
    const { officer, page } = await crewAt(app, number);
    await officer.submit(page, { dikerjakan: 'Dilihat dulu.', menit: '15', sebelum: await photo() }, form);
    await officer.submit(await officer.get(`/lapangan/${number}`), { dikerjakan: 'Kabel diganti.', menit: '40' }, form);
    const seen = await officer.get(`/petugas/berkas/${number}`);
    expect(textOf(seen)).toContain('2 kunjungan, 55 menit');
    const [address = ''] = /\/lapangan\/L\d+\/foto\/[0-9a-f-]{36}/.exec(seen.body) ?? [];
    expect((await officer.get(`${address}?kecil=1`)).headers['content-type']).toBe('image/jpeg');
    const stranger = await staffVisitor(app, 'petugas.lemoe');
    expect((await stranger.get(address)).status).toBe(403);
  });
});

describe('the service worker', () => {
  it('may only touch the pages of the crew and speak to this site', async () => {
    const answer = await app.fastify.inject('/lapangan/pekerja.js');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['service-worker-allowed']).toBe('/lapangan');
    expect(answer.headers['content-security-policy']).toBe("default-src 'none'; script-src 'self'; connect-src 'self'");
  });
});
