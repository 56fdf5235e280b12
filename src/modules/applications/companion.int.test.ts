import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { draftOf, fillIn } from '../../../tests/support/journey.ts';
import { staffVisitor } from '../../../tests/support/staff.ts';
import { createVisitor, type Seen, type Values, type Visitor } from '../../../tests/support/visitor.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
});
afterAll(() => app.close());

const helper = {
  nama_pendamping: 'Baso Beddu',
  hp_pendamping: '0812 1111 2222',
  hubungan: 'rt-rw',
  hp_pemohon: '0813 3333 4444',
  cara_setuju: 'beside-me',
  setuju: 'true',
};

async function startFor(who: Visitor, over: Values = {}): Promise<Seen> {
  const start = await who.get('/layanan/sk-domisili/mulai');
  expect(start.body).toContain('/layanan/sk-domisili/bantu');
  return who.submit(await who.get('/layanan/sk-domisili/bantu'), { ...helper, ...over }, { action: /\/bantu$/ });
}

/** Filled in and sent by the helper: his page, the number, and the applicant's link. */
async function sendFor(who: Visitor): Promise<{ page: Seen; number: string; code: string }> {
  const check = await fillIn(who, await startFor(who), 'periksa');
  const page = await who.submit(
    check,
    { 'pernyataan-0': 'true', 'pernyataan-1': 'true', 'pernyataan-2': 'true' },
    { action: /kirim$/ },
  );
  const number = /P\d{9}/.exec(page.body.replaceAll(' ', ''))?.[0] ?? '';
  const code = /\/lacak\/([0-9A-Z]{20})/.exec(page.body)?.[1] ?? '';
  return { page, number, code };
}

describe('somebody who fills in for another', () => {
  it('is asked who they are, both numbers, and what was agreed; nothing typed is lost', async () => {
    const who = createVisitor(app.fastify);
    const wrong = await startFor(who, { hp_pemohon: '', setuju: undefined });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('value="Baso Beddu"');
    expect(wrong.body.match(/href="#(hp_pemohon|setuju)"/g)).toHaveLength(2);
  });

  it('is on record with the case, and sees afterwards only where it stands', async () => {
    const who = createVisitor(app.fastify);
    const { page, number, code } = await sendFor(who);
    expect(page.path).toMatch(/\/pendamping$/);
    expect(page.body).not.toMatch(/Wulandari|7372011708900001/);
    const [stored] = await app.database.query(
      `select projection -> 'assisted' as assisted from cases."case" where number = '${number}'`,
    );
    expect(stored).toMatchObject({
      assisted: {
        mode: 'companion',
        helperName: 'Baso Beddu',
        helperPhone: '+6281211112222',
        applicantPhone: '+6281333334444',
        relation: 'rt-rw',
        identity: 'beside-me',
        consent: expect.stringContaining('Saya setuju'),
      },
    });
    expect(code).toHaveLength(20);
    app.clock.advance({ days: 2 });
    const later = await who.get(page.path);
    expect(later.body).toContain(number.slice(1, 4));
    expect(later.body).not.toContain(code);
  });

  it('is named to the applicant by first name, who can say that it is not theirs', async () => {
    const { number, code } = await sendFor(createVisitor(app.fastify));
    const applicant = createVisitor(app.fastify);
    const tracked = await applicant.get(`/lacak/${code}`);
    expect(tracked.body).toContain('Diisi oleh Baso (RT/RW) atas persetujuan Anda');
    expect(tracked.body).not.toContain('Beddu');
    const told = await applicant.submit(tracked, {}, { action: /bukan-saya$/ });
    expect(told.body).toContain('Laporan Anda sudah kami terima');
    await applicant.submit(tracked, {}, { action: /bukan-saya$/ });
    const messages = await app.database.query(
      `select e.data from cases.event e join cases."case" c on c.id = e.case_id where c.number = '${number}' and e.kind = 'message'`,
    );
    expect(messages).toHaveLength(1);
    const officer = await staffVisitor(app, 'petugas.lompoe');
    expect((await officer.get(`/petugas/berkas/${number}`)).body).toContain(
      'Pemohon menyatakan ini bukan permohonannya',
    );
  });

  it('as an officer is recorded with the own account', async () => {
    const officer = await staffVisitor(app, 'petugas.lompoe');
    const page = await officer.get('/layanan/sk-domisili/bantu');
    expect(page.body).toContain('value="Baso Amiruddin Beddu"');
    const draft = await officer.submit(page, helper, { action: /\/bantu$/ });
    expect(draftOf(draft)).toHaveLength(22);
    const [row] = await app.database.query(
      `select companion ->> 'officerId' as id from applications.draft where companion ->> 'officerId' is not null`,
    );
    expect(row).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });

  it('changes nothing for people who fill in for themselves', async () => {
    const who = createVisitor(app.fastify);
    const start = await who.submit(await who.get('/layanan/sk-domisili/mulai'), {}, { action: /\/mulai$/ });
    expect(start.status).toBe(200);
    expect(start.body).not.toContain('pendamping');
  });
});
