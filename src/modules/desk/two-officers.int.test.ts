import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { newId } from '../../platform/ids.ts';
import { trackCase, verifyCases } from '../cases/index.ts';
import { aCase } from '../cases/testing.ts';
import { announceChange, forgetMemory } from '../organisation/index.ts';
import { aStaffVisitor, formOf, type StaffVisitor, sendStep } from './testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T08:00:00+08:00') });
}, 120_000);
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-23T08:00:00+08:00'));

const officer = (username: string): Promise<StaffVisitor> => aStaffVisitor(app, username);

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
    expect(answer.body).toContain('Berkas ini baru saja berubah.');
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
    const proposed = await sendStep(one, target.number, 'usulkan-tolak', {
      'usulkan-tolak.alasan_usul': 'Bukan warga.',
    });
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
    await sendStep(await officer('petugas.lompoe'), target.number, 'lengkap');
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

describe('an officer with two roles in one office', () => {
  const wilayah = '73.72.02.1001';
  beforeAll(async () => {
    await app.database.query(`insert into identity.membership (region_id, officer_id, unit_id, role)
      select m.region_id, m.officer_id, m.unit_id, 'kasi' from identity.membership m
      join identity.officer o on o.region_id = m.region_id and o.id = m.officer_id where o.username = 'petugas.labukkang' and m.role = 'petugas'`);
    await announceChange(app.platform);
    forgetMemory(app.platform);
  });

  it('may not initial what he checked himself, and is told why', async () => {
    const { target } = await aCase(app.ctx(), { answers: { wilayah } });
    const both = await officer('petugas.labukkang');
    await sendStep(both, target.number, 'lengkap');
    const sentence = 'Anda sudah menangani langkah lain pada berkas ini.';
    const page = await both.get(`/petugas/berkas/${target.number}`);
    expect(page.body).toContain(sentence);
    expect(page.body).not.toContain('/aksi/paraf');
    const fields = { requestId: newId(), version: '2' };
    const forced = await both.post(`/petugas/berkas/${target.number}/aksi/paraf`, fields);
    expect([forced.status, forced.body.includes(sentence)]).toEqual([403, true]);
    const many = await both.post('/petugas/tanda-tangan-banyak', { pilih: target.number });
    expect(many.body).toContain(sentence);
    expect((await sendStep(await officer('kasi.labukkang'), target.number, 'paraf')).status).toBe(303);
  });

  it('who takes a case keeps a colleague of the same desk from deciding it', async () => {
    const { target } = await aCase(app.ctx(), { answers: { wilayah } });
    await sendStep(await officer('petugas.labukkang'), target.number, 'lengkap');
    const [holder, colleague] = [await officer('petugas.labukkang'), await officer('kasi.labukkang')];
    const before = await colleague.get(`/petugas/berkas/${target.number}`);
    const task = /name="task" value="([^"]+)"/.exec(before.body)?.[1] ?? '';
    await holder.get('/petugas');
    await holder.post(`/petugas/berkas/${target.number}/ambil`, { task });
    const refused = await colleague.post(`/petugas/berkas/${target.number}/aksi/paraf`, {
      ...formOf(before.body, 'paraf'),
      version: '3',
    });
    expect([refused.status, refused.body.includes('sedang dipegang petugas lain')]).toEqual([409, true]);
    const late = await colleague.post(`/petugas/berkas/${target.number}/ambil`, { task });
    expect(late.location).toBe(`/petugas?kabar=dipegang&berkas=${target.number}`);
    expect((await colleague.get(late.location ?? '')).body).toContain('sudah diambil petugas lain');
  });
});

describe('afterwards', () => {
  it('every projection equals its events', async () => {
    const { faults, cases } = await verifyCases(app.ctx());
    expect(faults).toEqual([]);
    expect(cases).toBeGreaterThan(3);
  });
});
