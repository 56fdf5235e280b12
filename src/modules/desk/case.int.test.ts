import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { newId } from '../../platform/ids.ts';
import { trackCase, trackingCodeOf, verifyCases } from '../cases/index.ts';
import { aCase } from '../cases/testing.ts';
import { aStaffVisitor, formOf, type StaffVisitor, sendStep } from './testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T08:00:00+08:00') });
}, 120_000);
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-23T08:00:00+08:00'));

const officer = (username: string): Promise<StaffVisitor> => aStaffVisitor(app, username);

describe('a case on the desk', () => {
  it('hides personal values until the officer asks, and its owner sees each look', async () => {
    const { target, trackingCode } = await aCase(app.ctx());
    const clerk = await officer('petugas.lompoe');
    const page = await clerk.get(`/petugas/berkas/${target.number}`);
    expect(page.body).toContain('7372********0001');
    expect(page.body).not.toContain('7372011708900001');
    const shown = await clerk.post(`/petugas/berkas/${target.number}/lihat`, { field: 'nik' });
    expect(shown.body).toContain('7372011708900001');
    expect(shown.body).not.toContain('Andi Tenri Wulandari');
    expect((await clerk.post(`/petugas/berkas/${target.number}/lihat`, { field: 'sandi' })).status).toBe(404);
    const { readings } = await trackCase(app.ctx(), trackingCode);
    expect(readings.map((reading) => reading.subject)).toEqual(['field:nik', 'case']);
    const owner = await app.fastify.inject(`/lacak/${trackingCode}`);
    expect(owner.body).toContain('Petugas kelurahan, Kelurahan Lompoe');
    expect(owner.body).toContain('Isian: NIK');
    expect(owner.body).not.toContain('Baso Amiruddin Beddu');
  });

  it('is closed to an officer of another unit, by page, step, file and search', async () => {
    const { target } = await aCase(app.ctx());
    const other = await officer('petugas.lemoe');
    const base = `/petugas/berkas/${target.number}`;
    expect((await other.get(base)).status).toBe(403);
    await other.get('/petugas');
    const sent = await other.post(`${base}/aksi/lengkap`, { requestId: newId(), version: '1' });
    expect(sent.status).toBe(403);
    expect((await other.post(`${base}/lihat`, { field: 'nik' })).status).toBe(403);
    expect((await other.post(`${base}/pesan`, { text: 'halo', requestId: newId() })).status).toBe(403);
    expect((await other.get(`${base}/dokumen/ktp/${newId()}`)).status).toBe(403);
    expect((await other.get(`/petugas/cari?q=${target.number}`)).status).toBe(403);
    const { readings, target: after } = await trackCase(app.ctx(), trackingCodeOf(app.platform.secrets, target.id));
    expect([readings.length, after.version]).toEqual([0, 1]);
  });

  it('is found by its number however it is typed', async () => {
    const { target } = await aCase(app.ctx());
    const clerk = await officer('petugas.lompoe');
    const typed = `${target.number.slice(0, 4).toLowerCase()} ${target.number.slice(4)}`;
    const found = await clerk.get(`/petugas/cari?q=${encodeURIComponent(typed)}`);
    expect([found.status, found.location]).toEqual([303, `/petugas/berkas/${target.number}`]);
    expect((await clerk.get('/petugas/cari?q=P123')).status).toBe(422);
    expect((await clerk.get('/petugas/cari')).body).toContain('Nomor berkas');
  });

  it('takes a step once however often the button is pressed', async () => {
    const { target, trackingCode } = await aCase(app.ctx());
    const clerk = await officer('petugas.lompoe');
    const page = await clerk.get(`/petugas/berkas/${target.number}`);
    expect(page.body).toContain('Berkas Anda lengkap. Kepala seksi sedang meneliti surat.');
    const fields = { ...formOf(page.body, 'lengkap'), 'lengkap.catatan': 'Sudah dicocokkan dengan KK.' };
    const url = `/petugas/berkas/${target.number}/aksi/lengkap`;
    const answers = await Promise.all([clerk.post(url, fields), clerk.post(url, fields)]);
    answers.push(await clerk.post(url, fields));
    expect(answers.map((answer) => answer.location)).toEqual(
      Array.from({ length: 3 }, () => `/petugas?kabar=tersimpan&berkas=${target.number}`),
    );
    const tracked = await trackCase(app.ctx(), trackingCode);
    expect(tracked.target.version).toBe(2);
    const head = await (await officer('kasi.lompoe')).get(`/petugas/berkas/${target.number}`);
    expect(head.body).toContain('Sudah dicocokkan dengan KK.');
    expect(head.body).toContain('Baso Amiruddin Beddu');
    const flash = await clerk.get(answers[0]?.location ?? '');
    expect(flash.body).toContain('Langkah tersimpan untuk berkas');
  });

  it('refuses a form of another browser or without its token', async () => {
    const { target } = await aCase(app.ctx());
    const clerk = await officer('petugas.lompoe');
    const page = await clerk.get(`/petugas/berkas/${target.number}`);
    const url = `/petugas/berkas/${target.number}/aksi/lengkap`;
    const fields = formOf(page.body, 'lengkap');
    expect((await clerk.post(url, { ...fields, _csrf: 'a.b' })).status).toBe(403);
    const other = await officer('petugas.lompoe');
    const foreign = /name="_csrf" value="([^"]+)"/.exec((await other.get('/petugas')).body)?.[1] ?? '';
    expect((await clerk.post(url, { ...fields, _csrf: foreign })).status).toBe(403);
    expect((await clerk.post(url, { ...fields, _csrf: foreign }, { origin: 'https://jahat.example' })).status).toBe(
      403,
    );
  });

  it('names what is missing in a form and keeps what was typed', async () => {
    const { target } = await aCase(app.ctx());
    const clerk = await officer('petugas.lompoe');
    const answer = await sendStep(clerk, target.number, 'minta-perbaikan', {
      'minta-perbaikan.note': 'Foto KTP buram di bagian NIK.',
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('href="#minta-perbaikan-reason"');
    expect(answer.body).toContain('Foto KTP buram di bagian NIK.');
    const second = await sendStep(clerk, target.number, 'minta-perbaikan', {
      'minta-perbaikan.note': 'Foto KTP buram.',
      'minta-perbaikan.reason': 'tidak-terbaca',
    });
    expect(second.status).toBe(422);
    expect(second.body).toContain('Pilih isian atau dokumen yang perlu dilengkapi.');
  });

  it('shows the full sentence before it is sent, and sends nothing by that', async () => {
    const { target, trackingCode } = await aCase(app.ctx());
    const clerk = await officer('petugas.lompoe');
    const fields = {
      'minta-perbaikan.documents': 'ktp-el-pemohon',
      'minta-perbaikan.reason': 'tidak-terbaca',
      'minta-perbaikan.note': 'Bagian NIK buram.',
    };
    const page = await clerk.get(`/petugas/berkas/${target.number}`);
    expect(page.body).toContain('Ada yang perlu Anda lengkapi: [alasan].');
    const looked = await sendStep(clerk, target.number, 'minta-perbaikan', { ...fields, _lihat: '1' });
    const sentence = /Ada yang perlu Anda lengkapi: Foto[^<]+/.exec(looked.body)?.[0] ?? '';
    expect(looked.status).toBe(200);
    expect(sentence).toContain('Foto atau berkas tidak terbaca. Bagian NIK buram.');
    expect(sentence).toContain('7 Desember 2026');
    expect((await trackCase(app.ctx(), trackingCode)).target.version).toBe(1);
    expect((await sendStep(clerk, target.number, 'minta-perbaikan', fields)).status).toBe(303);
    const { timeline } = await trackCase(app.ctx(), trackingCode);
    expect(timeline.at(-1)?.text).toBe(sentence);
  });
});

describe('a decision', () => {
  it('to refuse takes two people and tells the applicant why and how to object', async () => {
    const { target, trackingCode } = await aCase(app.ctx());
    const clerk = await officer('petugas.lompoe');
    expect((await clerk.get(`/petugas/berkas/${target.number}`)).body).not.toContain('/aksi/tolak');
    await sendStep(clerk, target.number, 'usulkan-tolak', { 'usulkan-tolak.alasan_usul': 'Alamat di kota lain.' });
    const lurah = await officer('lurah.lompoe');
    const page = await lurah.get(`/petugas/berkas/${target.number}`);
    expect(page.body).toContain('Mengapa permohonan ini sebaiknya ditolak?: Alamat di kota lain.');
    expect(page.body).toContain('Cara keberatan yang dibaca pemohon');
    expect((await sendStep(lurah, target.number, 'tolak')).status).toBe(422);
    const refused = await sendStep(lurah, target.number, 'tolak', { 'tolak.reason': 'bukan-warga' });
    expect(refused.status).toBe(303);
    const owner = await app.fastify.inject(`/lacak/${trackingCode}`);
    expect(owner.body).toContain('Alamat Anda bukan di kelurahan ini');
    expect(owner.body).toContain('Anda dapat mengajukan keberatan tertulis kepada lurah');
    expect(owner.body).not.toContain('Alamat di kota lain.');
    expect((await lurah.get(`/petugas/berkas/${target.number}`)).body).toContain('Berkas ini sudah selesai.');
  });
});

describe('what an officer should look at closely', () => {
  it('is a NIK of an unknown place, without showing the number', async () => {
    const { target } = await aCase(app.ctx(), { answers: { nik: '0172011708900001' } });
    const { body } = await (await officer('petugas.lompoe')).get(`/petugas/berkas/${target.number}`);
    expect(/class="warning"[\s\S]*?<p>NIK Anda: [^<]+<\/p>/.test(body)).toBe(true);
    expect(body).not.toContain('0172011708900001');
  });

  it('reads in English too', async () => {
    const { target } = await aCase(app.ctx());
    const clerk = await officer('petugas.lompoe');
    const { body } = await clerk.get(`/petugas/berkas/${target.number}?bahasa=en`);
    for (const text of ['Papers complete', 'The applicant will read', 'Take this case']) expect(body).toContain(text);
    expect(body).not.toContain('Pemohon akan membaca');
    expect((await clerk.get('/petugas?bahasa=en')).body).toContain('Time left');
  });
});

describe('messages', () => {
  it('go both ways, once each', async () => {
    const { target, trackingCode } = await aCase(app.ctx());
    const clerk = await officer('petugas.lompoe');
    await clerk.get(`/petugas/berkas/${target.number}`);
    const fields = { text: 'Apakah alamat ini masih benar?', requestId: newId() };
    const sent = await clerk.post(`/petugas/berkas/${target.number}/pesan`, fields);
    await clerk.post(`/petugas/berkas/${target.number}/pesan`, fields);
    expect(sent.location).toBe(`/petugas/berkas/${target.number}?kabar=pesan#pesan`);
    const owner = await app.fastify.inject(`/lacak/${trackingCode}`);
    expect(owner.body.split('Apakah alamat ini masih benar?').length).toBe(2);
    const empty = await clerk.post(`/petugas/berkas/${target.number}/pesan`, { text: ' ', requestId: newId() });
    expect(empty.status).toBe(422);
    expect(empty.body).toContain('Tulis pesan dulu.');
  });
});

describe('forwarding to another unit', () => {
  it('moves the case to its inbox, closes it to the old one, and the applicant reads where it is', async () => {
    const { target, trackingCode } = await aCase(app.ctx());
    const clerk = await officer('petugas.lompoe');
    const page = await clerk.get(`/petugas/berkas/${target.number}`);
    const fields = {
      ...formOf(page.body, 'teruskan'),
      'teruskan.unit': 'kel-lemoe',
      'teruskan.alasan': 'Alamat Anda di Kelurahan Lemoe.',
    };
    const url = `/petugas/berkas/${target.number}/aksi/teruskan`;
    expect((await clerk.post(url, { ...fields, 'teruskan.unit': 'dinkes' })).status).toBe(422);
    const answers = await Promise.all([clerk.post(url, fields), clerk.post(url, fields)]);
    expect(answers.map((answer) => answer.status)).toEqual([303, 303]);
    expect((await clerk.get('/petugas')).body).not.toContain(target.number);
    expect((await clerk.get(`/petugas/berkas/${target.number}`)).status).toBe(403);
    const lemoe = await officer('petugas.lemoe');
    expect((await lemoe.get('/petugas')).body).toContain(target.number);
    const tracked = await trackCase(app.ctx(), trackingCode);
    expect(tracked.waitsFor).toContain('Lemoe');
    expect(tracked.timeline.at(-1)?.text).toBe(
      'Permohonan Anda diteruskan ke Kelurahan Lemoe. Alasannya: Alamat Anda di Kelurahan Lemoe.',
    );
    expect((await sendStep(lemoe, target.number, 'lengkap')).status).toBe(303);
    expect((await sendStep(await officer('kasi.lemoe'), target.number, 'paraf')).status).toBe(303);
    expect((await sendStep(await officer('lurah.lemoe'), target.number, 'ttd')).status).toBe(303);
    expect((await trackCase(app.ctx(), trackingCode)).target.state.state).toBe('terbit');
  });
});

describe('afterwards', () => {
  it('every projection equals its events', async () => {
    const { faults, cases } = await verifyCases(app.ctx());
    expect(faults).toEqual([]);
    expect(cases).toBeGreaterThan(3);
  });
});
