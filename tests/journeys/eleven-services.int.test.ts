// Eleven services from the application to the letter or the recorded result, every step through the officers' pages.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getTracked, trackCase, verifyCases } from '../../src/modules/cases/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createTestClock } from '../support/clock.ts';
import { eventually } from '../support/office.ts';
import { aPdf, aPhoto, asFile } from '../support/papers.ts';
import { applyByProgram } from '../support/program.ts';
import { type Step, staffVisitor, takeStep } from '../support/staff.ts';
import { createVisitor } from '../support/visitor.ts';

const morning = '2026-11-23T08:00:00+08:00';
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, worker: true, clock: createTestClock(morning) });
}, 120_000);
afterAll(() => app.close());
beforeEach(() => app.clock.set(morning));

const kelurahan: readonly Step[] = [
  { by: 'petugas.lompoe', do: 'lengkap', values: { catatan: 'Cocok dengan KK.' } },
  { by: 'kasi.lompoe', do: 'paraf' },
  { by: 'lurah.lompoe', do: 'ttd' },
];
const dukcapil: readonly Step[] = [
  { by: 'petugas.disdukcapil', do: 'lengkap' },
  { by: 'verifikator.disdukcapil', do: 'cocok' },
  { by: 'kadis.disdukcapil', do: 'setujui' },
  {
    by: 'petugas.disdukcapil',
    do: 'serahkan',
    values: { nomor_hasil: '7372-LT-23112026-0001', cara_serah: 'diambil', penerima: 'pemohon', bukti_terima: '0001' },
  },
];
const inFavour = { hasil: 'setuju', alasan: 'Memenuhi syarat.' };
const visit: Step = {
  by: 'peninjau.dinkes',
  do: 'tinjau-lokasi',
  values: {
    'tanggal_tinjau.day': '23',
    'tanggal_tinjau.month': '11',
    'tanggal_tinjau.year': '2026',
    sesuai: 'true',
    temuan: 'Ruang praktik bersih dan terang.',
  },
};
const appointment = {
  'tanggal.day': '25',
  'tanggal.month': '11',
  'tanggal.year': '2026',
  jam: '09.00-10.00',
  tempat: 'Kantor Disdukcapil',
};

interface Journey {
  readonly service: string;
  readonly steps: readonly Step[];
  readonly ends: string;
  readonly shows: string; // on the tracking page of the applicant
  readonly letter: boolean;
}
const recorded = { ends: 'selesai', shows: '7372-LT-23112026-0001', letter: false } as const;
const journeys: readonly Journey[] = [
  ...['sk-domisili', 'sk-tidak-mampu', 'sk-usaha'].map((service) => ({
    service,
    steps: kelurahan,
    ends: 'terbit',
    shows: 'Surat siap diunduh',
    letter: true,
  })),
  {
    service: 'sk-ahli-waris',
    steps: [
      { by: 'petugas.lompoe', do: 'lengkap' },
      { by: 'kasi.lompoe', do: 'paraf' },
      { by: 'lurah.lompoe', do: 'ttd-lurah' },
      { by: 'camat.bacukiki', do: 'kuatkan' },
    ],
    ends: 'terbit',
    shows: 'Camat',
    letter: true,
  },
  {
    service: 'ktp-el-hilang',
    steps: [
      { by: 'petugas.disdukcapil', do: 'jadwalkan', values: appointment },
      { by: 'petugas.disdukcapil', do: 'ganti-jadwal', values: { ...appointment, 'tanggal.day': '26' } },
      { by: 'petugas.disdukcapil', do: 'datang' },
      ...dukcapil.slice(1),
    ],
    ...recorded,
  },
  ...['kk-perubahan', 'akta-kelahiran', 'akta-kematian', 'pindah-datang', 'kia'].map((service) => ({
    service,
    steps: dukcapil,
    ...recorded,
  })),
  {
    service: 'sip-nakes',
    steps: [
      { by: 'petugas.dpmptsp', do: 'lengkap' },
      { by: 'ahli-teknis.dinkes', do: 'pendapat-teknis', values: inFavour },
      { by: 'ahli-teknis.pupr', do: 'pendapat-tata-ruang', values: inFavour },
      visit,
      { by: 'verifikator.dpmptsp', do: 'rekomendasi' },
      { by: 'kadis.dpmptsp', do: 'ttd' },
    ],
    ends: 'terbit',
    shows: 'Izin siap diunduh',
    letter: true,
  },
];

describe('each of the eleven services', () => {
  it.each(journeys)('$service goes from the application to its end', async (journey) => {
    const { number, trackingCode } = await applyByProgram(app, journey.service);
    for (const step of journey.steps) {
      app.clock.advance({ minutes: 2 });
      const seen = await takeStep(app, number, step);
      expect(seen.path, `${step.do} by ${step.by}`).toBe(`/petugas?kabar=tersimpan&berkas=${number}`);
    }
    const target = await getTracked(app.ctx(), trackingCode);
    expect(target.state).toMatchObject({ state: journey.ends, status: 'done', waitsFor: 'nobody' });
    if (journey.letter) {
      const { letter } = await eventually(async () => {
        const { state } = await getTracked(app.ctx(), trackingCode);
        return state.letter ? { letter: state.letter } : undefined;
      });
      expect(letter.number).toMatch(/\/2026$/);
      const pdf = await createVisitor(app.fastify).get(`/lacak/${trackingCode}/surat.pdf`);
      expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    }
    const page = await createVisitor(app.fastify).get(`/lacak/${trackingCode}`);
    expect(page.body).toContain(journey.shows);
    expect(page.body).toContain('Siapa yang melihat data Anda');
    expect(page.body).toContain('Seluruh isi permohonan');
  });

  it('leave every projection equal to its events', async () => {
    const { cases, faults } = await verifyCases(app.ctx());
    expect(faults).toEqual([]);
    expect(cases).toBe(journeys.length);
  });
});

describe('a domicile letter that needed completing', () => {
  it('is corrected by its owner and then signed, and the promise stood still meanwhile', async () => {
    const { number, trackingCode } = await applyByProgram(app, 'sk-domisili');
    const due = (await trackCase(app.ctx(), trackingCode)).promise?.dueAt;
    const asked = await takeStep(app, number, {
      by: 'petugas.lompoe',
      do: 'minta-perbaikan',
      values: {
        fields: ['keperluan'],
        documents: ['ktp-el-pemohon'],
        reason: 'tidak-terbaca',
        note: 'Tulis keperluan dengan lengkap.',
      },
    });
    expect(asked.path).toContain('kabar=tersimpan');
    app.clock.set('2026-11-24T10:00:00+08:00');
    const owner = createVisitor(app.fastify);
    const page = await owner.get(`/lacak/${trackingCode}/lengkapi`);
    expect(page.body).toContain('Foto atau berkas tidak terbaca. Tulis keperluan dengan lengkap.');
    const photo = asFile(await aPhoto(), 'ktp-baru.jpg', 'image/jpeg');
    const sent = await owner.submit(page, { keperluan: 'Melamar kerja di pelabuhan', 'dokumen.ktp-el-pemohon': photo });
    expect(sent.path).toBe(`/lacak/${trackingCode}`);
    const after = await trackCase(app.ctx(), trackingCode);
    expect(after.target.state).toMatchObject({
      state: 'diperiksa',
      answers: { keperluan: 'Melamar kerja di pelabuhan' },
    });
    expect(after.promise?.dueAt?.getTime()).toBeGreaterThan(due?.getTime() ?? 0);
    const clerk = await staffVisitor(app, 'petugas.lompoe');
    const desk = await clerk.get(`/petugas/berkas/${number}`);
    expect(desk.body).toContain('ktp-baru.jpg');
    expect(desk.body).toContain('Diminta: Untuk apa surat ini?, KTP-el Anda');
    for (const step of kelurahan) await takeStep(app, number, step);
    expect((await trackCase(app.ctx(), trackingCode)).target.state.state).toBe('terbit');
  });
});

describe('the papers of a case', () => {
  it('are shown as they are, run nothing, and are read where the owner sees it', async () => {
    const { number, trackingCode } = await applyByProgram(app, 'sk-domisili');
    const clerk = await staffVisitor(app, 'petugas.lompoe');
    const page = await clerk.get(`/petugas/berkas/${number}`);
    const href = /<img src="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const photo = await clerk.get(href);
    expect(photo.headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' });
    expect(String(photo.headers['content-security-policy'])).toContain('sandbox');
    expect(String(photo.headers['content-disposition'])).toContain('inline');
    // A PDF is shown in a frame of this site and in no other.
    expect(String(page.headers['content-security-policy'])).toContain("frame-src 'self'");
    const draft = await clerk.get(`/petugas/berkas/${number}/konsep.pdf`);
    expect(draft.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-frame-options': 'SAMEORIGIN' });
    expect(String(draft.headers['content-security-policy'])).toContain("frame-ancestors 'self'");
    const other = await applyByProgram(app, 'sk-domisili');
    expect((await clerk.get(href.replace(number, other.number))).status).toBe(404);
    const owner = await createVisitor(app.fastify).get(`/lacak/${trackingCode}`);
    expect(owner.body).toContain('Dokumen: KTP-el Anda');
  });

  it('that an officer adds to a step stay with it through a mistake in the form', async () => {
    const { number } = await applyByProgram(app, 'sip-nakes');
    await takeStep(app, number, { by: 'petugas.dpmptsp', do: 'lengkap' });
    const inspector = await staffVisitor(app, 'peninjau.dinkes');
    const page = await inspector.get(`/petugas/berkas/${number}`);
    const foto = asFile(await aPhoto(), 'ruang.jpg', 'image/jpeg');
    const action = /\/aksi\/tinjau-lokasi$/;
    const wrong = await inspector.submit(page, { 'tinjau-lokasi.foto': foto }, { action });
    expect(wrong.status).toBe(422);
    const bad = asFile(aPdf().subarray(0, 40), 'x.svg', 'image/svg+xml');
    const refused = await inspector.submit(wrong, { 'tinjau-lokasi.foto': bad }, { action });
    expect(refused.status).toBe(422);
    const values = Object.entries(visit.values ?? {}).map(([name, value]) => [`tinjau-lokasi.${name}`, value] as const);
    const done = await inspector.submit(refused, Object.fromEntries(values), { action });
    expect(done.path).toContain('kabar=tersimpan');
    const seen = await (await staffVisitor(app, 'petugas.dpmptsp')).get(`/petugas/berkas/${number}`);
    expect(seen.body).toContain('ruang.jpg');
  });
});
