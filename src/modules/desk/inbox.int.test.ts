import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { newId } from '../../platform/ids.ts';
import { verifyCases } from '../cases/index.ts';
import { aCase } from '../cases/testing.ts';
import { aStaffVisitor, formOf, type StaffVisitor, sendStep } from './testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T08:00:00+08:00') });
}, 120_000);
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-23T08:00:00+08:00'));

const officer = (username: string): Promise<StaffVisitor> => aStaffVisitor(app, username);

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
    await sendStep(clerk, target.number, 'minta-perbaikan', {
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
    expect(numbers(page.body).size).toBe(20);
    expect(numbers(second.body).size).toBeGreaterThan(2);
    expect([...numbers(second.body)].filter((number) => numbers(page.body).has(number))).toEqual([]);
  });
});

describe('signing many at once', () => {
  async function initialled(): Promise<string> {
    const { target } = await aCase(app.ctx());
    await sendStep(await officer('petugas.lompoe'), target.number, 'lengkap');
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
    await sendStep(await officer('kasi.lompoe'), numbers[1] ?? '', 'kembalikan', {
      'kembalikan.alasan': 'Periksa RT.',
    });
    await head.get('/petugas');
    const result = await head.post('/petugas/tanda-tangan-banyak/kirim', { ...fields, nomor: numbers });
    expect(result.body).toContain('2 berkas selesai, 1 belum.');
    expect(result.body).toContain('Berkas ini baru saja berubah.');
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
    expect(cases).toBeGreaterThan(3);
  });
});
