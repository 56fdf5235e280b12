// Somebody reports at a counter, with a photo, and follows by the number on the paper. What was handed in is called by its name everywhere.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PrinterSimulator, startPrinterSimulator } from '../../src/modules/assisted/receipt/printer-simulator.ts';
import { findReceipt } from '../../src/modules/cases/index.ts';
import { sendMessage } from '../../src/modules/hotline/service/send.ts';
import { newId } from '../../src/platform/ids.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createTestClock } from '../support/clock.ts';
import { aPhoto, asFile } from '../support/papers.ts';
import { staffVisitor } from '../support/staff.ts';
import { createVisitor, type Seen, textOf, type Values, type Visitor } from '../support/visitor.ts';

let app: TestApp;
let printer: PrinterSimulator;
let officer: Visitor;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, listen: true, clock: createTestClock('2026-11-24T09:00:00+08:00') });
  printer = await startPrinterSimulator();
  officer = await staffVisitor(app, 'petugas.lompoe');
  const equipment = await officer.get('/kerja/loket/alat');
  const counter = { nama: 'Loket 1', lebar: '80', alamat: '127.0.0.1', port: String(printer.port) };
  await officer.submit(equipment, counter, { action: /alat$/ });
  const picker = await officer.get('/kerja/loket');
  const id = /name="loket" value="([0-9a-f-]{36})"/.exec(picker.body)?.[1] ?? '';
  await officer.submit(picker, { loket: id }, { action: /tempat$/ });
}, 120_000);
afterAll(async () => {
  await printer?.close();
  await app?.close();
});

/** What the page itself says, without menus. */
const inMain = (page: Seen): string => textOf({ ...page, body: /<main[\s\S]*<\/main>/.exec(page.body)?.[0] ?? '' });

async function taken(
  service: string,
  values: Values,
): Promise<{ receipt: Seen; number: string; code: string; paper: string }> {
  const screen = await officer.get(`/kerja/loket/${service}`);
  const receipt = await officer.submit(
    screen,
    { ...values, _aksi: 'kirim', _pernyataan: ['0'] },
    { action: new RegExp(`loket/${service}$`) },
  );
  expect(receipt.path, textOf(receipt)).toContain('/tanda-terima/');
  const number = /data-number="([A-Z]\d{9})"/.exec(receipt.body)?.[1] ?? '';
  const entry = receipt.path.split('/').at(-1)?.split('?')[0] ?? '';
  const code = (await findReceipt(app.ctx(), `entry:${entry}`))?.trackingCode ?? '';
  await officer.submit(receipt, {}, { action: /cetak$/ });
  return { receipt, number, code, paper: (printer.papers.at(-1)?.lines ?? []).join('\n').replace(/\s+/g, ' ') };
}

describe('a report at the counter', () => {
  it('is taken with a photo and without papers of identity, printed, and followed by its number', async () => {
    const photo = asFile(await aPhoto(), 'lubang.jpg', 'image/jpeg');
    const { receipt, number, code, paper } = await taken('pengaduan', {
      ...{ jenis: 'pengaduan', isi: 'Jalan berlubang besar di depan sekolah', wilayah: '73.72.01.1004' },
      ...{ patokan: 'Depan SDN 5', anonim: 'tidak', nama: 'Andi Tenri', hp: '0812 3456 7890' },
      'dokumen.foto-bukti': [photo],
    });
    expect(number).toMatch(/^L\d{9}$/);
    expect(textOf(receipt)).toContain('Laporan diterima');
    expect(inMain(receipt)).not.toMatch(/ermohonan/);
    expect(paper).toContain(`L ${number.slice(1, 4)} ${number.slice(4, 7)} ${number.slice(7)}`);
    expect(paper).toContain('Nomor laporan');
    // Five working days are for the first answer, on the screen and on paper.
    for (const told of [textOf(receipt), paper]) expect(told).toMatch(/Jawaban pertama paling lambat/);
    expect(`${textOf(receipt)} ${paper}`).not.toContain('Selesai paling lambat');
    expect(paper).not.toMatch(/ermohonan|Masih kurang|Berkas lengkap|Andi|0812/);
    const [row] = await app.database.query(
      `select r.channel, r.level, (select count(*)::int from complaints.photo p where p.case_id = r.case_id) as photos
       from complaints.report r where r.number = $1`,
      [number],
    );
    expect(row).toEqual({ channel: 'counter', level: 'open', photos: 1 });
    const citizen = createVisitor(app.fastify);
    const tracked = await citizen.submit(await citizen.get('/lacak'), { number, phone: '7890' }, { action: /lacak$/ });
    expect(textOf(tracked)).toContain('Laporan Anda');
    expect(textOf(await citizen.get(`/lacak/${code}`))).toContain('Laporan diterima');
  });
});

const message = {
  isi: 'Terima kasih, taman kota kini bersih',
  jenis: 'terima-kasih',
  wilayah: '73.72.01.1004',
  anonim: 'tidak',
};

describe('a message to the mayor', () => {
  it('is called a message at the counter, on the paper and on the tracking page, in both languages', async () => {
    const { receipt, code, paper } = await taken('pesan-wali-kota', { ...message, nama: 'Andi Tenri' });
    expect(textOf(receipt)).toContain('Pesan diterima');
    expect(paper).toContain('Nomor pesan');
    expect(`${inMain(receipt)} ${paper}`).not.toMatch(/[Ll]aporan|ermohonan/);
    const citizen = createVisitor(app.fastify);
    const slip = textOf(await citizen.get(`/lacak/${code}/tanda-terima`));
    expect(slip).toMatch(/Pesan diterima.*Nomor pesan/);
    const page = await citizen.get(`/lacak/${code}`);
    expect(textOf(page)).toContain('Pesan Anda');
    expect(inMain(page)).not.toMatch(/[Ll]aporan Anda|Laporan diterima/);
    const reader = createVisitor(app.fastify, { language: 'en' });
    expect(textOf(await reader.get(`/lacak/${code}/tanda-terima`))).toMatch(/Message received.*Message number/);
    expect(textOf(await reader.get(`/lacak/${code}`))).toContain('Your message');
  });

  it('is called a message in the letter about it', async () => {
    const email = 'ani@contoh.id';
    await sendMessage(app.ctx(), {
      key: newId(),
      text: message.isi,
      kind: 'thanks',
      level: 'open',
      name: 'Ani',
      email,
    });
    const [mail] = await app.database.query('select subject from notifications.message where recipient = $1', [email]);
    expect(String(mail?.subject)).toMatch(/^Pesan L .* diterima$/);
  });
});
