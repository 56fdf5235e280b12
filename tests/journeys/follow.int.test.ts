// After sending: completing, writing, withdrawing, the letter and its proof, as the applicant meets them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '../../src/definition/fields/types.ts';
import { writeMessage } from '../../src/modules/cases/index.ts';
import { aCase, anOfficer } from '../../src/modules/cases/testing.ts';
import { newId } from '../../src/platform/ids.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { applyForDomicile, errorsOf } from '../support/journey.ts';
import { eventually, issueDomicileLetter, numberOf, officerDoes } from '../support/office.ts';
import { aPdf, aPhoto, asFile } from '../support/papers.ts';
import { createVisitor, formOf, textOf, type Visitor } from '../support/visitor.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, worker: true });
});
afterAll(() => app.close());
const visit = (): Visitor => createVisitor(app.fastify);

async function aSentApplication(): Promise<{ visitor: Visitor; code: string; number: string }> {
  const visitor = visit();
  const code = await applyForDomicile(visitor);
  return { visitor, code, number: await numberOf(app, code) };
}

describe('completing what the office asked for', () => {
  async function asked() {
    const sent = await aSentApplication();
    await officerDoes(app, 'petugas.lompoe', {
      number: sent.number,
      action: 'minta-perbaikan',
      data: { fields: ['keperluan'], documents: ['ktp-el-pemohon'], reason: 'tidak-terbaca', note: 'Foto KTP buram.' },
    });
    return sent;
  }

  it('shows exactly what is asked, keeps a refused try, and goes back to the officer', async () => {
    const { visitor, code } = await asked();
    const tracking = await visitor.get(`/lacak/${code}`);
    expect(textOf(tracking)).toContain('Ada yang perlu Anda lengkapi');
    expect(textOf(tracking)).toContain('Foto atau berkas tidak terbaca. Foto KTP buram.');
    const page = await visitor.get(`/lacak/${code}/lengkapi`);
    expect(page.body).toContain('name="keperluan"');
    expect(page.body).toContain('name="dokumen.ktp-el-pemohon"');
    expect(page.body).not.toContain('name="nik"');
    expect(page.body).not.toContain('kartu-keluarga');
    const photo = asFile(await aPhoto(), 'ktp.jpg', 'image/jpeg');
    const refused = await visitor.submit(page, { keperluan: '', 'dokumen.ktp-el-pemohon': photo });
    expect(refused.status).toBe(422);
    expect(errorsOf(refused)).not.toContain('Unggah KTP');
    const sent = await visitor.submit(refused, { keperluan: 'Mendaftar kuliah' });
    expect(sent.path).toBe(`/lacak/${code}`);
    expect(textOf(sent)).toContain('Perbaikan Anda diterima');
    expect(textOf(sent)).toContain('Petugas memeriksa berkas');
  });

  it('asks for the paper when only the answer came', async () => {
    const { visitor, code } = await asked();
    const page = await visitor.get(`/lacak/${code}/lengkapi`);
    const refused = await visitor.submit(page, { keperluan: 'Kuliah' });
    expect(refused.status).toBe(422);
    expect(errorsOf(refused)).toContain('Unggah KTP-el Anda');
  });

  it('sent twice at the same moment is one completion', async () => {
    const { visitor, code, number } = await asked();
    const page = await visitor.get(`/lacak/${code}/lengkapi`);
    const photo = asFile(await aPhoto(), 'ktp.jpg', 'image/jpeg');
    const values = { keperluan: 'Kuliah', 'dokumen.ktp-el-pemohon': photo };
    const both = await Promise.all([visitor.submit(page, values), visitor.submit(page, values)]);
    expect(both.map((seen) => [seen.status, seen.path])).toEqual(Array(2).fill([200, `/lacak/${code}`]));
    const events = await app.database.query(
      `select count(*)::int as n from cases.event e join cases."case" c on c.id = e.case_id
       where c.number = $1 and e.data->>'kind' = 'resubmit'`,
      [number],
    );
    expect(events[0]?.n).toBe(1);
  });

  it('a file that is none says so at its field', async () => {
    const { visitor, code } = await asked();
    const page = await visitor.get(`/lacak/${code}/lengkapi`);
    const values = { keperluan: 'Kuliah', 'dokumen.ktp-el-pemohon': asFile(Buffer.from('bukan foto'), 'ktp.jpg') };
    const refused = await visitor.submit(page, values);
    expect(refused.status).toBe(422);
    expect(errorsOf(refused)).toContain('Jenis berkas tidak didukung');
  });
});

describe('completing a photo and a list', () => {
  const poverty: Answers = {
    keperluan: 'berobat',
    pekerjaan: 'Nelayan',
    penghasilan: 900_000,
    tanggungan: 3,
    foto_rumah: ['01890000-0000-7000-8000-000000000001'],
    no_kk: '7372010101150001',
  };
  async function askedForPhoto() {
    const { target, trackingCode } = await aCase(app.ctx(), { service: 'sk-tidak-mampu', answers: poverty });
    await officerDoes(app, 'petugas.lompoe', {
      number: target.number,
      action: 'minta-perbaikan',
      data: { fields: ['foto_rumah', 'pekerjaan'], reason: 'tidak-terbaca', note: '' },
    });
    return { code: trackingCode, number: target.number, visitor: visit() };
  }

  it('a photo asked for again replaces the old one, and survives a mistake beside it', async () => {
    const { visitor, code, number } = await askedForPhoto();
    const page = await visitor.get(`/lacak/${code}/lengkapi`);
    const empty = await visitor.submit(page, {});
    expect(empty.status).toBe(422);
    expect(errorsOf(empty)).toContain('Ada 1 yang perlu diperbaiki');
    const photo = asFile(await aPhoto(), 'rumah.jpg', 'image/jpeg');
    const mistake = await visitor.submit(empty, { foto_rumah: photo, pekerjaan: '' });
    expect(mistake.status).toBe(422);
    const sent = await visitor.submit(mistake, { pekerjaan: 'Buruh' });
    expect([sent.path, textOf(sent).includes('Perbaikan Anda diterima')]).toEqual([`/lacak/${code}`, true]);
    const rows = await app.database.query('select projection from cases."case" where number = $1', [number]);
    const answers = (rows[0]?.projection as { answers?: Record<string, unknown> } | undefined)?.answers ?? {};
    expect(answers.pekerjaan).toBe('Buruh');
    expect(answers.foto_rumah).not.toEqual(poverty.foto_rumah);
    const uploads = await app.database.query('select attached_at from documents.upload where id = $1', [
      (answers.foto_rumah as string[])[0],
    ]);
    expect(uploads[0]?.attached_at).not.toBeNull();
  });

  it('a file that is no photo loses nothing else on the page', async () => {
    const { visitor, code } = await askedForPhoto();
    const page = await visitor.get(`/lacak/${code}/lengkapi`);
    const refused = await visitor.submit(page, {
      foto_rumah: asFile(Buffer.from('x'), 'a.jpg'),
      pekerjaan: 'Tukang becak',
    });
    expect(refused.status).toBe(422);
    expect(errorsOf(refused)).toContain('Jenis berkas tidak didukung');
    expect(formOf(refused).values.get('pekerjaan')).toEqual(['Tukang becak']);
  });
});

describe('writing with the office', () => {
  it('works both ways, and a message sent twice is one message', async () => {
    const { visitor, code, number } = await aSentApplication();
    const page = await visitor.get(`/lacak/${code}`);
    const text = 'Apakah <b>hari ini</b> bisa selesai?';
    await Promise.all([1, 2].map(() => visitor.submit(page, { text }, { action: /pesan$/ })));
    const officer = app.ctx(await anOfficer(app.ctx(), 'petugas.lompoe'));
    await writeMessage(officer, { number, text: 'Bisa, sebelum sore.', requestId: newId() });
    const shown = await visitor.get(`/lacak/${code}`);
    expect(shown.body.split('&lt;b>hari ini').length - 1).toBe(1);
    expect(textOf(shown)).toContain('Bisa, sebelum sore.');
    expect(textOf(shown)).toContain('Petugas kelurahan');
  });

  it('an empty or endless message keeps the page and says what to do', async () => {
    const { visitor, code } = await aSentApplication();
    const page = await visitor.get(`/lacak/${code}`);
    expect((await visitor.submit(page, { text: '  ' }, { action: /pesan$/ })).status).toBe(422);
    const long = await visitor.submit(page, { text: 'a'.repeat(2001) }, { action: /pesan$/ });
    expect(long.status).toBe(422);
    expect(long.body).toContain('a'.repeat(2001));
  });
});

describe('withdrawing', () => {
  it('twice is once, and says that it is over', async () => {
    const { visitor, code } = await aSentApplication();
    const page = await visitor.get(`/lacak/${code}`);
    const both = await Promise.all([1, 2].map(() => visitor.submit(page, {}, { action: /batalkan$/ })));
    for (const seen of both) expect([seen.status, seen.path]).toEqual([200, `/lacak/${code}`]);
    const over = await visitor.get(`/lacak/${code}`);
    expect(textOf(over)).toContain('Dibatalkan');
    expect(over.body).not.toContain('/batalkan"');
  });
});

describe('finding an application again', () => {
  it('works with the number as people write it and the end of the phone number', async () => {
    const { code, number } = await aSentApplication();
    const visitor = visit();
    const page = await visitor.get('/lacak');
    const typed = `${number[0]?.toLowerCase()} ${number.slice(1, 4)}-${number.slice(4, 7)} ${number.slice(7)}`;
    expect((await visitor.submit(page, { number: typed, phone: '7890' })).path).toBe(`/lacak/${code}`);
    expect((await visitor.submit(page, { code: code.toLowerCase().replace(/(.{4})/g, '$1 ') })).path).toBe(
      `/lacak/${code}`,
    );
    const wrong = await visitor.submit(page, { number: typed, phone: '0000' });
    expect(wrong.status).toBe(422);
    expect(textOf(wrong)).toContain('Nomor dan angka HP tidak cocok');
  });
});

describe('the letter', () => {
  it('is downloaded by its owner, told genuine from altered, and every reader is named', async () => {
    const { visitor, code, number } = await aSentApplication();
    await issueDomicileLetter(app, number);
    const done = await eventually(async () => {
      const seen = await visitor.get(`/lacak/${code}`);
      return seen.body.includes('surat.pdf') ? seen : undefined;
    });
    expect(textOf(done)).toMatch(/Petugas kelurahan, Kelurahan Lompoe/);
    const letter = await visitor.get(`/lacak/${code}/surat.pdf`);
    expect(letter.headers['content-type']).toBe('application/pdf');
    expect(letter.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const verify = await app.database.query('select verify_id from letters.letter where case_number = $1', [number]);
    const page = await visitor.get(`/verifikasi/${String(verify[0]?.verify_id)}`);
    expect(textOf(page)).not.toContain('Andi Tenri Wulandari');
    const check = async (bytes: Uint8Array) =>
      textOf(await visitor.submit(page, { berkas: asFile(bytes, 'surat.pdf', 'application/pdf') }));
    expect(await check(letter.bytes)).toContain('Asli. Berkas ini sama persis');
    const altered = Buffer.from(letter.bytes);
    const middle = Math.floor(altered.length / 3);
    altered[middle] = (altered[middle] ?? 0) ^ 1;
    expect(await check(altered)).toContain('Berubah.');
    expect(await check(aPdf())).toContain('Tidak dikenal.');
    const anywhere = await visitor.get('/verifikasi');
    const file = asFile(letter.bytes, 'surat.pdf', 'application/pdf');
    expect(textOf(await visitor.submit(anywhere, { berkas: file }))).toContain('Asli.');
  });
});
