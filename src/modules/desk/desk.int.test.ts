import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { newId } from '../../platform/ids.ts';
import { trackCase, verifyCases } from '../cases/index.ts';
import { aCase } from '../cases/testing.ts';
import { aStaffVisitor, type Fields, formOf, type StaffVisitor } from './testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T08:00:00+08:00') });
}, 120_000);
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-23T08:00:00+08:00'));

const officer = (username: string): Promise<StaffVisitor> => aStaffVisitor(app, username);

/** Opens the case and sends the form of one step. */
async function take(who: StaffVisitor, number: string, step: string, fields: Fields = {}) {
  const page = await who.get(`/petugas/berkas/${number}`);
  return who.post(`/petugas/berkas/${number}/aksi/${step}`, { ...formOf(page.body, step), ...fields });
}

describe('the inbox', () => {
  it('shows the desk of the officer, the most urgent first, and how much waits', async () => {
    const first = await aCase(app.ctx());
    app.clock.set('2026-11-23T10:00:00+08:00');
    const second = await aCase(app.ctx());
    const clerk = await officer('petugas.lompoe');
    const { body, status } = await clerk.get('/petugas');
    expect(status).toBe(200);
    expect(body.indexOf(first.target.number)).toBeGreaterThan(0);
    expect(body.indexOf(first.target.number)).toBeLessThan(body.indexOf(second.target.number));
    expect(body).toContain('Lewat 1 jam');
    expect(body).toContain('Baso Amiruddin Beddu');
    expect(body).toContain('Andi T.');
    expect(body).not.toContain('Andi Tenri Wulandari');
    const late = await clerk.get('/petugas?tampil=lewat');
    expect(late.body).toContain(first.target.number);
    expect(late.body).not.toContain(second.target.number);
    const today = await clerk.get('/petugas?tampil=hari-ini');
    expect(today.body).not.toContain(first.target.number);
    expect(today.body).toContain(second.target.number);
    expect((await clerk.get('/petugas?layanan=sk-usaha')).body).not.toContain(first.target.number);
  });

  it('sends whoever is not signed in to the sign-in page', async () => {
    const answer = await app.fastify.inject('/petugas');
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/petugas/masuk?kembali=%2Fpetugas']);
  });

  it('of another unit does not show the case, says it is empty and what comes next', async () => {
    const { target } = await aCase(app.ctx());
    const { body } = await (await officer('petugas.lemoe')).get('/petugas?tampil=lewat');
    expect(body).not.toContain(target.number);
    expect(body).toContain('Tidak ada berkas di saringan ini.');
  });

  it('lists by itself what waits for applicants', async () => {
    const { target } = await aCase(app.ctx());
    const clerk = await officer('petugas.lompoe');
    await take(clerk, target.number, 'minta-perbaikan', {
      'minta-perbaikan.fields': 'alamat',
      'minta-perbaikan.reason': 'kurang-lengkap',
    });
    expect((await clerk.get('/petugas')).body).not.toContain(target.number);
    const { body } = await clerk.get('/petugas?tampil=menunggu-warga');
    expect(body).toContain(target.number);
    expect(body).toContain('14 hari lagi');
  });

  it('follows a cursor to the next page and survives a wrong one', async () => {
    const clerk = await officer('petugas.lompoe');
    expect((await clerk.get('/petugas?lanjut=../../x&tampil=apa&layanan=%3Cscript%3E')).status).toBe(200);
    for (let index = 0; index < 52; index += 1) await aCase(app.ctx(), { answers: { wilayah: '73.72.01.1004' } });
    const page = await clerk.get('/petugas');
    const next = /href="(\/petugas\?lanjut=[^"]+)"/.exec(page.body)?.[1] ?? '';
    const numbers = (body: string) => new Set(body.match(/\/petugas\/berkas\/P\d{9}"/g));
    const second = await clerk.get(next);
    expect(numbers(page.body).size).toBeGreaterThan(20);
    expect(numbers(second.body).size).toBeGreaterThan(2);
    expect([...numbers(second.body)].filter((number) => numbers(page.body).has(number))).toEqual([]);
  });
});

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
    const { readings, target: after } = await trackCase(app.ctx(), (await aCaseCode(target.id)) ?? '');
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
    const answer = await take(clerk, target.number, 'minta-perbaikan', {
      'minta-perbaikan.note': 'Foto KTP buram di bagian NIK.',
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('href="#minta-perbaikan-reason"');
    expect(answer.body).toContain('Foto KTP buram di bagian NIK.');
    const second = await take(clerk, target.number, 'minta-perbaikan', {
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
    const looked = await take(clerk, target.number, 'minta-perbaikan', { ...fields, _lihat: '1' });
    const sentence = /Ada yang perlu Anda lengkapi: Foto[^<]+/.exec(looked.body)?.[0] ?? '';
    expect(looked.status).toBe(200);
    expect(sentence).toContain('Foto atau berkas tidak terbaca. Bagian NIK buram.');
    expect(sentence).toContain('7 Desember 2026');
    expect((await trackCase(app.ctx(), trackingCode)).target.version).toBe(1);
    expect((await take(clerk, target.number, 'minta-perbaikan', fields)).status).toBe(303);
    const { timeline } = await trackCase(app.ctx(), trackingCode);
    expect(timeline.at(-1)?.text).toBe(sentence);
  });
});

async function aCaseCode(id: string): Promise<string | undefined> {
  const { trackingCodeOf } = await import('../cases/index.ts');
  return trackingCodeOf(app.platform.secrets, id);
}

describe('two officers at once', () => {
  it('the second keeps the form and its words when the case changed but the step is still there', async () => {
    const { target, trackingCode } = await aCase(app.ctx());
    const clerk = await officer('petugas.lompoe');
    const page = await clerk.get(`/petugas/berkas/${target.number}`);
    const stale = formOf(page.body, 'usulkan-tolak');
    await clerk.post(`/petugas/berkas/${target.number}/pesan`, { text: 'Kami cek dulu.', requestId: newId() });
    const answer = await clerk.post(`/petugas/berkas/${target.number}/aksi/usulkan-tolak`, {
      ...stale,
      'usulkan-tolak.alasan_usul': 'Alamatnya di kelurahan lain.',
    });
    expect(answer.status).toBe(409);
    expect(answer.body).toContain('Berkas ini baru saja diubah petugas lain.');
    expect(answer.body).toContain('Alamatnya di kelurahan lain.</textarea>');
    expect(answer.body).toContain('Kami cek dulu.');
    const again = {
      ...formOf(answer.body, 'usulkan-tolak'),
      'usulkan-tolak.alasan_usul': 'Alamatnya di kelurahan lain.',
    };
    expect((await clerk.post(`/petugas/berkas/${target.number}/aksi/usulkan-tolak`, again)).status).toBe(303);
    expect((await trackCase(app.ctx(), trackingCode)).target.state.state).toBe('diputuskan');
  });

  it('the second sees the fresh state and can copy the words when the step is gone', async () => {
    const { target, trackingCode } = await aCase(app.ctx());
    const [one, two] = [await officer('petugas.lompoe'), await officer('petugas.lompoe')];
    const page = await two.get(`/petugas/berkas/${target.number}`);
    const proposed = await take(one, target.number, 'usulkan-tolak', { 'usulkan-tolak.alasan_usul': 'Bukan warga.' });
    expect(proposed.status).toBe(303);
    const answer = await two.post(`/petugas/berkas/${target.number}/aksi/lengkap`, {
      ...formOf(page.body, 'lengkap'),
      'lengkap.catatan': 'Semua cocok dengan KK.',
    });
    expect(answer.status).toBe(409);
    expect(answer.body).toContain('Yang tadi Anda tulis');
    expect(answer.body).toContain('Semua cocok dengan KK.');
    expect(answer.body).toContain('Sekarang tidak ada langkah untuk Anda');
    expect((await trackCase(app.ctx(), trackingCode)).target.version).toBe(2);
  });

  it('exactly one of two different steps sent at the same moment is taken', async () => {
    const { target, trackingCode } = await aCase(app.ctx());
    const [one, two] = [await officer('petugas.lompoe'), await officer('petugas.lompoe')];
    const base = `/petugas/berkas/${target.number}`;
    const forms = [formOf((await one.get(base)).body, 'lengkap'), formOf((await two.get(base)).body, 'usulkan-tolak')];
    const answers = await Promise.all([
      one.post(`${base}/aksi/lengkap`, forms[0]),
      two.post(`${base}/aksi/usulkan-tolak`, { ...forms[1], 'usulkan-tolak.alasan_usul': 'Ganda.' }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 409]);
    expect((await trackCase(app.ctx(), trackingCode)).target.version).toBe(2);
  });

  it('who has taken a case is the only one to decide, until it is handed back', async () => {
    const { target } = await aCase(app.ctx());
    const holder = await officer('kasi.lompoe');
    await take(await officer('petugas.lompoe'), target.number, 'lengkap');
    const task = /name="task" value="([^"]+)"/;
    const page = await holder.get(`/petugas/berkas/${target.number}`);
    const id = task.exec(page.body)?.[1] ?? '';
    const taken = await holder.post(`/petugas/berkas/${target.number}/ambil`, { task: id });
    expect(taken.location).toBe(`/petugas/berkas/${target.number}?kabar=diambil`);
    expect((await holder.get(taken.location ?? '')).body).toContain('Anda yang memegang');
    expect((await holder.get('/petugas?tampil=saya')).body).toContain(target.number);
    const back = await holder.post(`/petugas/berkas/${target.number}/kembalikan`, { task: id });
    expect((await holder.get(back.location ?? '')).body).toContain('Belum ada yang mengambil');
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
    expect((await take(lemoe, target.number, 'lengkap')).status).toBe(303);
    expect((await take(await officer('kasi.lemoe'), target.number, 'paraf')).status).toBe(303);
    expect((await take(await officer('lurah.lemoe'), target.number, 'ttd')).status).toBe(303);
    expect((await trackCase(app.ctx(), trackingCode)).target.state.state).toBe('terbit');
  });
});

describe('signing many at once', () => {
  async function initialled(): Promise<string> {
    const { target } = await aCase(app.ctx());
    await take(await officer('petugas.lompoe'), target.number, 'lengkap');
    return target.number;
  }

  it('does each by itself, says which was refused and why, and twice is once', async () => {
    const numbers = [await initialled(), await initialled(), await initialled()];
    const head = await officer('kasi.lompoe');
    expect((await head.get('/petugas')).body).toContain('Paraf atau tanda tangani yang dipilih');
    const confirm = await head.post('/petugas/tanda-tangan-banyak', { pilih: numbers });
    expect(confirm.body).toContain(`/petugas/berkas/${numbers[0]}/konsep.pdf`);
    const fields = formOf(confirm.body, '/petugas/tanda-tangan-banyak/kirim', 'action');
    // Meanwhile one of them went back to the counter.
    await take(await officer('kasi.lompoe'), numbers[1] ?? '', 'kembalikan', { 'kembalikan.alasan': 'Periksa RT.' });
    await head.get('/petugas');
    const result = await head.post('/petugas/tanda-tangan-banyak/kirim', { ...fields, nomor: numbers });
    expect(result.body).toContain('2 berkas selesai, 1 belum.');
    expect(result.body).toContain('Berkas ini baru saja diubah petugas lain.');
    const again = await head.post('/petugas/tanda-tangan-banyak/kirim', { ...fields, nomor: numbers });
    expect(again.body).toContain('2 berkas selesai, 1 belum.');
    const rows = await app.database.query(
      `select c.state, c.version from cases."case" c where c.number = any(array['${numbers.join("','")}']) order by c.state`,
    );
    expect(rows.map((row) => [row.state, row.version])).toEqual([
      ['diperiksa', 3],
      ['ditandatangani', 3],
      ['ditandatangani', 3],
    ]);
  });

  it('lets nothing through but initials and signatures of this officer', async () => {
    const number = await initialled();
    const clerk = await officer('petugas.lompoe');
    await clerk.get('/petugas');
    const confirm = await clerk.post('/petugas/tanda-tangan-banyak', { pilih: [number, 'P000', number] });
    expect(confirm.body).toContain('Tidak ada yang bisa ditandatangani dari pilihan ini.');
    const forged = {
      nomor: number,
      [`aksi.${number}`]: 'kembalikan',
      [`versi.${number}`]: '2',
      [`permintaan.${number}`]: newId(),
    };
    const head = await officer('kasi.lompoe');
    await head.get('/petugas');
    const result = await head.post('/petugas/tanda-tangan-banyak/kirim', forged);
    expect(result.body).toContain('0 berkas selesai, 1 belum.');
    expect((await head.post('/petugas/tanda-tangan-banyak', {})).location).toBe('/petugas?kabar=pilih');
  });
});

describe('afterwards', () => {
  it('every projection equals its events', async () => {
    const { faults, cases } = await verifyCases(app.ctx());
    expect(faults).toEqual([]);
    expect(cases).toBeGreaterThan(10);
  });
});
