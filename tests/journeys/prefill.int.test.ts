// Once only: a second application begins with what the first one said, and the person has the last word.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCounter } from '../../src/modules/assisted/testing.ts';
import { trackingCodeOf } from '../../src/modules/cases/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { applyForDomicile, codeOf, declared, draftOf, fillIn, stepOf } from '../support/journey.ts';
import { numberOf } from '../support/office.ts';
import { staffVisitor } from '../support/staff.ts';
import { createVisitor, type Seen, textOf, type Values, type Visitor } from '../support/visitor.ts';

let app: TestApp;
let code: string;
let number: string;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
  code = await applyForDomicile(createVisitor(app.fastify));
  number = await numberOf(app, code);
});
afterAll(() => app.close());
const visit = (language = 'id'): Visitor => createVisitor(app.fastify, { language });

async function again(visitor: Visitor, layanan: string): Promise<Seen> {
  const page = await visitor.get(`/lacak/${code}/ajukan-lagi`);
  return visitor.submit(page, { layanan }, { action: /ajukan-lagi/ });
}
async function draftAnswers(service: string): Promise<{ answers: Record<string, unknown>; filled: unknown }> {
  const rows = await app.database.query(
    `select answers, filled from applications.draft where service = '${service}' order by created_at desc, id desc limit 1`,
  );
  return rows[0] as { answers: Record<string, unknown>; filled: unknown };
}

const pagesOfIncome: Readonly<Record<string, Values>> = {
  'isi/penghasilan': { pekerjaan: 'Nelayan', penghasilan: '1500000' },
  'isi/keperluan': { keperluan: 'KIP Kuliah', punya_pbb: 'tidak' },
  'isi/pemohon': {},
  'isi/tempat-tinggal': {},
};

describe('another service, from the tracking page of the first', () => {
  it('holds what is known, says where it comes from, and counts it on the check page and the receipt', async () => {
    const visitor = visit();
    const tracking = await visitor.get(`/lacak/${code}`);
    expect(tracking.body).toContain(`href="/lacak/${code}/ajukan-lagi"`);
    const first = await again(visitor, 'sk-penghasilan');
    expect(stepOf(first)).toBe('isi/penghasilan');
    expect(textOf(first)).not.toContain('Sudah kami isi');
    const person = await fillIn(visitor, first, 'isi/pemohon', pagesOfIncome);
    expect(textOf(person)).toContain(`Sudah kami isi dari permohonan ${number}. Ubah bila salah.`);
    expect(person.body).toMatch(/<input[^>]*name="nama"[^>]*value="Andi Tenri Wulandari"/);
    const check = await fillIn(visitor, person, 'periksa', pagesOfIncome);
    const counted = `4 isian tidak perlu ditulis lagi. Kami isi dari permohonan ${number}.`;
    expect(textOf(check)).toContain(counted);
    const receipt = await visitor.submit(check, declared);
    expect(textOf(receipt)).toContain(counted);
    expect(textOf(await visit().get(`/lacak/${codeOf(receipt)}/tanda-terima`))).toContain(counted);
  });

  it('takes the word of the person where it was changed, and counts that answer no more', async () => {
    const visitor = visit();
    const pages = { ...pagesOfIncome, 'isi/pemohon': { hp: '0852 1111 2222' } };
    const check = await fillIn(visitor, await again(visitor, 'sk-penghasilan'), 'periksa', pages);
    expect(textOf(check)).toContain('3 isian tidak perlu ditulis lagi');
    const receipt = await visitor.submit(check, declared);
    const written = await numberOf(app, codeOf(receipt));
    const rows = await app.database.query(`select projection from cases."case" where number = '${written}'`);
    expect(rows[0]?.projection).toMatchObject({
      answers: { hp: '+6285211112222', nik: '7372011708900001' },
      filled: { from: number, count: 3 },
    });
  });

  it('asks about eligibility all the same, and never fills in the NIK of somebody else', async () => {
    const first = await again(visit(), 'akta-perkawinan');
    expect(stepOf(first)).toBe('kelayakan/bukan-perkawinan-islam');
    const { answers, filled } = await draftAnswers('akta-perkawinan');
    expect(Object.keys(answers).sort()).toEqual(['hp', 'nama', 'nik']);
    expect(filled).toEqual({ from: number, fields: ['nama', 'nik', 'hp'] });
  });

  it('fills in no place that need not be where the person lives', async () => {
    await again(visit(), 'sk-usaha');
    expect(Object.keys((await draftAnswers('sk-usaha')).answers).sort()).toEqual(['hp', 'nama', 'nik']);
  });

  it('keeps personal data out of every address', async () => {
    const visitor = visit();
    const first = await again(visitor, 'sk-penghasilan');
    expect(draftOf(first)).toMatch(/^[\w-]{22}$/);
    expect(first.path).not.toMatch(/7372|0812|Andi/);
  });

  it('says it in English, and asks for the service when none was chosen', async () => {
    const visitor = visit('en');
    const page = await visitor.get(`/lacak/${code}/ajukan-lagi`);
    expect(textOf(page)).toContain('Apply for another service with this data');
    const refused = await visitor.submit(page, { layanan: '' }, { action: /ajukan-lagi/ });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('role="alert"');
  });

  it('opens with the code of that very case only', async () => {
    const visitor = visit();
    const page = await visitor.get(`/lacak/${code}/ajukan-lagi`);
    const other = `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`;
    expect((await visitor.get(`/lacak/${other}/ajukan-lagi`)).status).toBe(404);
    const forged = { ...page, body: page.body.replaceAll(code, other) };
    const answer = await visitor.submit(forged, { layanan: 'sk-penghasilan' }, { action: /ajukan-lagi/ });
    expect(answer.status).toBe(404);
  });
});

describe('an officer at the counter, for a person who applied before', () => {
  const search = async (officer: Visitor, nik: string): Promise<Seen> => {
    const screen = await openCounter(officer);
    return officer.submit(
      screen,
      { _nik_dicari: nik, hp: '0813 0000 1111', _aksi: 'isi' },
      { action: /loket\/sk-domisili$/ },
    );
  };
  const readings = async (): Promise<number> => {
    const rows = await app.database.query(
      `select count(*)::int as n from cases.access_event e where e.reason = 'prefill' and e.subject = 'case'`,
    );
    return Number(rows[0]?.n);
  };

  it('gets the answers of the latest case of that NIK, keeps what was typed, and the owner sees the reading', async () => {
    const screen = await search(await staffVisitor(app, 'petugas.lompoe'), '7372 0117 0890 0001');
    expect(screen.status).toBe(200);
    expect(screen.path).not.toContain('7372');
    expect(textOf(screen)).toMatch(/\d isian kami isi dari permohonan P\d{9}\. Bacakan, dan ubah bila salah\./);
    expect(screen.body).toMatch(/<input[^>]*name="nama"[^>]*value="Andi Tenri Wulandari"/);
    expect(screen.body).toMatch(/<input[^>]*name="hp"[^>]*value="0813 0000 1111"/);
    expect(await readings()).toBe(1);
    const [row] = await app.database.query(
      `select c.id, c.number from cases.access_event e join cases."case" c on c.id = e.case_id where e.reason = 'prefill'`,
    );
    expect(textOf(screen)).toContain(`dari permohonan ${String(row?.number)}`);
    const owner = await visit().get(`/lacak/${trackingCodeOf(app.ctx().secrets, String(row?.id))}`);
    expect(textOf(owner)).toContain('Mengisi permohonan Anda berikutnya di loket');
  });

  it('gets nothing in another unit, and nothing is read or told', async () => {
    const before = await readings();
    const screen = await search(await staffVisitor(app, 'petugas.lemoe'), '7372011708900001');
    expect(textOf(screen)).toContain('Tidak ada permohonan terdahulu dengan NIK ini di unit Anda');
    expect(screen.body).not.toContain('Andi Tenri');
    expect(await readings()).toBe(before);
  });
});
