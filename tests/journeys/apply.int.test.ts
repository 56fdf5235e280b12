// Applying on the web without scripts, as people do it: with mistakes, twice, and without a network now and then.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import {
  applyForDomicile,
  codeOf,
  declared,
  draftOf,
  errorsOf,
  fillIn,
  pagesOfDomicile,
  startDomicile,
  stepOf,
} from '../support/journey.ts';
import { aPhoto, asFile } from '../support/papers.ts';
import { createVisitor, formOf, textOf, type Visitor } from '../support/visitor.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
});
afterAll(() => app.close());
const visit = (options = {}): Visitor => createVisitor(app.fastify, options);
const caseCount = async () => Number((await app.database.query('select count(*) as n from cases."case"'))[0]?.n);

describe('applying without scripts', () => {
  it('leads from the service through every question to a receipt with number, code and promise', async () => {
    const visitor = visit();
    const check = await fillIn(visitor, await startDomicile(visitor));
    expect(textOf(check)).toContain('Andi Tenri Wulandari');
    expect(textOf(check)).toContain('IMG_20261122.jpg');
    const receipt = await visitor.submit(check, declared);
    expect(receipt.path).toMatch(/^\/lacak\/[2-9A-HJ-NP-Z]{20}\/tanda-terima$/);
    const text = textOf(receipt);
    expect(text).toMatch(/P \d{3} \d{3} \d{3}/);
    expect(text).toContain('Selesai paling lambat Senin, 23 November 2026 pukul 08.30 WITA');
    expect(text).toContain('Kelurahan Lompoe');
    const tracking = await visit().get(`/lacak/${codeOf(receipt)}`);
    expect(tracking.status).toBe(200);
    expect(textOf(tracking)).toContain('Petugas memeriksa berkas');
  });

  it('asks whether the service fits before any personal answer, and offers the fitting one', async () => {
    const visitor = visit();
    const first = await startDomicile(visitor);
    expect(stepOf(first)).toBe('kelayakan/tinggal-di-parepare');
    const refused = await visitor.submit(first, { tinggal_di_parepare: 'false' });
    expect(refused.status).toBe(200);
    expect(refused.body).toContain('href="/layanan/pindah-datang"');
    const back = /href="([^"]*kelayakan[^"]*)"/.exec(refused.body)?.[1] ?? '';
    const again = await visitor.get(back);
    expect((await visitor.submit(again, { tinggal_di_parepare: 'true' })).path).toContain('kelayakan/bukan');
  });

  it('says when another service may fit better, and lets one go on all the same', async () => {
    const visitor = visit();
    const second = await visitor.submit(await startDomicile(visitor), { tinggal_di_parepare: 'true' });
    const advice = await visitor.submit(second, { alamat_usaha_saja: 'true' });
    expect(textOf(advice)).toContain('Untuk usaha perorangan biasanya dipakai surat keterangan usaha');
    expect(advice.body).toContain('href="/layanan/sk-usaha"');
    const onward = /href="(\/permohonan\/[\w-]+\/isi\/keperluan)"/.exec(advice.body)?.[1] ?? '';
    expect(stepOf(await visitor.get(onward))).toBe('isi/keperluan');
  });

  it('answers a mistake with 422, what to do, and everything that was typed', async () => {
    const visitor = visit();
    const page = await fillIn(visitor, await startDomicile(visitor), 'isi/pemohon');
    const wrong = await visitor.submit(page, { nama: 'Andi', nik: '737201170890', hp: 'tidak ada' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('<title>Perlu diperbaiki:');
    expect(errorsOf(wrong)).toContain('Ada 2 yang perlu diperbaiki');
    expect(wrong.body).toContain('href="#nik"');
    expect(errorsOf(wrong)).toContain('NIK harus 16 angka. Anda mengisi 12.');
    expect(formOf(wrong).values.get('nik')).toEqual(['737201170890']);
    expect(formOf(wrong).values.get('hp')).toEqual(['tidak ada']);
    const right = await visitor.submit(wrong, pagesOfDomicile['isi/pemohon']);
    expect(stepOf(right)).toBe('dokumen/ktp-el-pemohon');
  });

  it('takes a better photo in place of the first, and lets it be taken away', async () => {
    const visitor = visit();
    const check = await fillIn(visitor, await startDomicile(visitor));
    const paper = await visitor.get(`/permohonan/${draftOf(check)}/dokumen/ktp-el-pemohon?dari=periksa`);
    const better = await visitor.submit(paper, { berkas: asFile(await aPhoto(), 'lebih-terang.jpg') });
    expect(stepOf(better)).toBe('periksa');
    expect(textOf(better)).toContain('lebih-terang.jpg');
    const again = await visitor.get(`/permohonan/${draftOf(check)}/dokumen/ktp-el-pemohon`);
    expect(again.body.match(/name="_remove"/g)).toHaveLength(1);
    const id = /name="_remove" value="([^"]+)"/.exec(again.body)?.[1] ?? '';
    const gone = await visitor.submit(again, { _remove: id });
    expect(gone.body).not.toContain('lebih-terang.jpg');
    expect(stepOf(await visitor.get(`/permohonan/${draftOf(check)}`))).toBe('dokumen/ktp-el-pemohon');
  });

  it('keeps the other answers of a page whose photo was not accepted, and one photo where one is asked', async () => {
    const visitor = visit();
    const draft = draftOf(await visitor.submit(await visitor.get('/layanan/sk-tidak-mampu/mulai')));
    const page = await visitor.get(`/permohonan/${draft}/isi/rumah`);
    const refused = await visitor.submit(page, { foto_rumah: asFile(Buffer.from('x'), 'a.jpg'), punya_pbb: 'ya' });
    expect(refused.status).toBe(422);
    expect(errorsOf(refused)).toContain('Jenis berkas tidak didukung');
    expect(formOf(refused).values.get('punya_pbb')).toEqual(['ya']);
    for (const name of ['pertama.jpg', 'kedua.jpg'])
      await visitor.submit(await visitor.get(`/permohonan/${draft}/isi/rumah`), {
        foto_rumah: asFile(await aPhoto(), name),
        punya_pbb: 'ya',
      });
    const kept = await visitor.get(`/permohonan/${draft}/isi/rumah`);
    expect(kept.body.match(/name="_remove_file"/g)).toHaveLength(1);
  });

  it('goes from the check page to one answer and straight back', async () => {
    const visitor = visit();
    const check = await fillIn(visitor, await startDomicile(visitor));
    const change = /href="([^"]*isi\/keperluan\?dari=periksa)"/.exec(check.body)?.[1] ?? '';
    const page = await visitor.get(change);
    const back = await visitor.submit(page, { jenis: 'tetap', keperluan: 'Mendaftar sekolah' });
    expect(stepOf(back)).toBe('periksa');
    expect(textOf(back)).toContain('Mendaftar sekolah');
  });

  it('asks only for what a changed answer newly needs', async () => {
    const visitor = visit();
    const check = await fillIn(visitor, await startDomicile(visitor));
    const page = await visitor.get(`/permohonan/${draftOf(check)}/isi/keperluan?dari=periksa`);
    const next = await visitor.submit(page, { jenis: 'sementara', keperluan: 'Kuliah' });
    expect(stepOf(next)).toBe('isi/tinggal-sementara');
  });

  it('is continued on another device by its link, with every answer and paper still there', async () => {
    const phone = visit();
    const page = await fillIn(phone, await startDomicile(phone), 'dokumen/kartu-keluarga');
    const later = await phone.submit(page, { _later: 'true' });
    expect(stepOf(later)).toBe('nanti');
    const link = /href="https?:\/\/[^/"]+(\/permohonan\/[\w-]{22})"/.exec(later.body)?.[1] ?? '';
    const mailed = await phone.submit(later, { email: 'andi@contoh.id' });
    expect(textOf(mailed)).toContain('Tautan sudah dikirim');
    const computer = visit();
    const resumed = await computer.get(link);
    expect(stepOf(resumed)).toBe('dokumen/kartu-keluarga');
    const check = await fillIn(computer, resumed);
    expect(textOf(check)).toContain('Andi Tenri Wulandari');
    expect(codeOf(await computer.submit(check, declared))).toHaveLength(20);
  });
});

describe('sending', () => {
  it('twice at the same moment makes one case and one receipt', async () => {
    const visitor = visit();
    const check = await fillIn(visitor, await startDomicile(visitor));
    const before = await caseCount();
    const sent = await Promise.all(Array.from({ length: 4 }, () => visitor.submit(check, declared)));
    expect(new Set(sent.map((seen) => seen.path)).size).toBe(1);
    expect(sent.every((seen) => seen.status === 200)).toBe(true);
    expect((await caseCount()) - before).toBe(1);
  });

  it('again after the answer was lost on the way shows the first receipt', async () => {
    const visitor = visit();
    const check = await fillIn(visitor, await startDomicile(visitor));
    const before = await caseCount();
    const lost = await visitor.submit(check, declared, { follow: false });
    const retried = await visitor.submit(check, declared);
    expect(retried.path).toBe(lost.headers.location);
    expect((await caseCount()) - before).toBe(1);
  });

  it('leaves nothing to send again when somebody goes back', async () => {
    const visitor = visit();
    const check = await fillIn(visitor, await startDomicile(visitor));
    const receipt = await visitor.submit(check, declared);
    for (const path of ['', '/periksa', '/isi/pemohon', '/dokumen/kartu-keluarga', '/terkirim'])
      expect((await visitor.get(`/permohonan/${draftOf(check)}${path}`)).path).toBe(receipt.path);
  });

  it('waits for the declaration', async () => {
    const visitor = visit();
    const check = await fillIn(visitor, await startDomicile(visitor));
    const refused = await visitor.submit(check);
    expect(refused.status).toBe(422);
    expect(errorsOf(refused)).toContain('Centang pernyataan ini');
  });

  it('keeps the personal answers of a sent draft nowhere but in the case', async () => {
    await applyForDomicile(visit());
    const drafts = await app.database.query(
      'select answers, documents from applications.draft where sent_at is not null',
    );
    expect(drafts.length).toBeGreaterThan(0);
    for (const draft of drafts) expect(draft).toEqual({ answers: {}, documents: [] });
  });
});
