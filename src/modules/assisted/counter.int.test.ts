import { request } from 'node:http';
import jsQR from 'jsqr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { textOf, type Visitor } from '../../../tests/support/visitor.ts';
import { performAction } from '../cases/index.ts';
import { anOfficer } from '../cases/testing.ts';
import { type PrintedPicture, type PrinterSimulator, startPrinterSimulator } from './receipt/printer-simulator.ts';
import { counterOf, entryOf, numberOn, openCounter, pressOn } from './testing.ts';

let app: TestApp;
let printer: PrinterSimulator;
let officer: Visitor;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, listen: true, clock: createTestClock('2026-11-24T09:00:00+08:00') });
  printer = await startPrinterSimulator();
  officer = await counterOf(app);
});
afterAll(async () => {
  await printer?.close();
  await app?.close();
});

const send = async () => {
  const receipt = await pressOn(officer, await openCounter(officer), 'kirim');
  return { receipt, number: numberOn(receipt), id: receipt.path.split('/').at(-1) ?? '' };
};
const caseRow = async (number: string) => {
  const [row] = await app.database.query(
    `select (e.data)::text as data, e.at from cases."case" c
     join cases.event e on e.case_id = c.id and e.seq = 1 where c.number = '${number}'`,
  );
  return { at: row?.at, data: JSON.parse(String(row?.data)) as Record<string, unknown> };
};

describe('the counter screen', () => {
  it('shows every question with its code and the sentence of its condition', async () => {
    const text = textOf(await openCounter(officer));
    expect(text).toMatch(/Bagian ini diisi jika .*Lembaga/);
    expect(text).toMatch(/K1 .*Surat ini untuk siapa/);
    expect(text).toMatch(/Asli sudah dilihat/);
  });

  it('sends once, however often it is pressed, also from another tab', async () => {
    const screen = await openCounter(officer);
    const [one, two] = await Promise.all([pressOn(officer, screen, 'kirim'), pressOn(officer, screen, 'kirim')]);
    const three = await pressOn(officer, screen, 'kirim');
    expect(numberOn(three)).toMatch(/^P\d{9}$/);
    expect(new Set([one, two, three].map(numberOn))).toEqual(new Set([numberOn(three)]));
  });

  it('keeps how the identity was seen and forgets what was typed', async () => {
    const { number, id } = await send();
    const { data } = await caseRow(number);
    expect(data.assisted).toEqual({ mode: 'counter', identity: 'ktp-el' });
    expect(data.seen).toEqual(['ktp-el-pemohon', 'kartu-keluarga', 'pengantar-rt-rw']);
    const [entry] = await app.database.query(`select answers::text, note::text from assisted.entry where id = '${id}'`);
    expect(entry).toEqual({ answers: '{}', note: '{}' });
  });

  it('names what is missing and keeps every typed value', async () => {
    const screen = await openCounter(officer);
    const page = await pressOn(officer, screen, 'kirim', { nik: '737201', _kenal: [], _pernyataan: [], asli: [] });
    expect(page.status).toBe(422);
    const text = textOf(page);
    expect(text).toMatch(/NIK harus 16 angka. Anda mengisi 6/);
    expect(text).toMatch(/Pilih bagaimana identitas pemohon dilihat/);
    expect(text).toMatch(/Unggah KTP-el Anda/);
    expect(page.body).toMatch(/value="Jalan Bau Massepe 12"/);
    expect(numberOn(await pressOn(officer, page, 'kirim'))).toMatch(/^P/);
  });

  it('opens an unsent entry again for its officer, and for nobody else', async () => {
    const screen = await openCounter(officer);
    const kept = await pressOn(officer, screen, 'simpan', { keperluan: 'Membuka rekening' });
    expect(kept.path).toContain(`isian=${entryOf(screen)}`);
    expect(kept.body).toContain('Membuka rekening');
    const stranger = await counterOf(app, 'petugas.lemoe');
    expect((await openCounter(stranger, `?isian=${entryOf(screen)}`)).status).toBe(404);
  });

  it('practises without sending', async () => {
    const before = await app.database.query('select count(*) as n from cases."case"');
    const screen = await openCounter(officer, '?latihan=1');
    const page = await pressOn(officer, screen, 'kirim');
    expect(textOf(page)).toMatch(/Isian lengkap/);
    expect(await app.database.query('select count(*) as n from cases."case"')).toEqual(before);
  });

  it('lets nobody who entered a case verify or sign it', async () => {
    const kasi = await counterOf(app, 'kasi.lompoe');
    const receipt = await pressOn(kasi, await openCounter(kasi), 'kirim');
    const number = numberOn(receipt);
    const act = async (username: string, action: string) =>
      performAction(app.ctx(await anOfficer(app.ctx(), username)), {
        number,
        requestId: `${username}:${action}:${number}`,
        command: { action, recorded: {} },
      });
    await act('petugas.lompoe', 'lengkap');
    await expect(act('kasi.lompoe', 'paraf')).rejects.toMatchObject({ code: 'cases.separation' });
  });
});

describe('a paper form', () => {
  it('is printed blank with codes and a code that opens its very version', async () => {
    const page = await officer.get('/kerja/kertas/sk-domisili');
    expect(page.status).toBe(200);
    expect(textOf(page)).toMatch(/P2 NIK Anda/);
    expect(page.body.match(/class="paper-box"/g)?.length).toBeGreaterThan(16 + 8);
    expect((await officer.get('/layanan/sk-domisili/formulir')).status).toBe(200);
    const [version] = await app.database.query(
      `select version_id as id from assisted.entry where service = 'sk-domisili' limit 1`,
    );
    const screen = await openCounter(officer, `?cara=kertas&versi=${String(version?.id)}`);
    expect(screen.body).toContain(`name="_versi" value="${String(version?.id)}"`);
  });

  it('asks when it was received; the clock starts there and the receipt says both', async () => {
    const screen = await openCounter(officer, '?cara=kertas');
    const none = await pressOn(officer, screen, 'kirim', { _kenal: undefined });
    expect(textOf(none)).toMatch(/Isi kapan formulir kertas diterima/);
    const given = { _kenal: undefined, _terima_tanggal: '23-11-26', _terima_jam: '10.30' };
    const receipt = await pressOn(officer, none, 'kirim', given);
    const { data, at } = await caseRow(numberOn(receipt));
    expect(data.assisted).toEqual({ mode: 'paper', receivedAt: '2026-11-23T02:30:00.000Z' });
    expect(JSON.stringify(data.clocks)).toContain('2026-11-23T02:30:00.000Z');
    expect(new Date(String(at)).toISOString()).toBe('2026-11-24T01:00:00.000Z');
    expect(textOf(receipt)).toMatch(/Diterima: Senin, 23 November 2026 pukul 10.30 WITA/);
    expect(textOf(receipt)).toMatch(/Dimasukkan: Selasa, 24 November 2026 pukul 09.00 WITA/);
  });

  it('takes no time that has not come', async () => {
    const given = { _kenal: undefined, _terima_tanggal: '25-11-26', _terima_jam: '10.30' };
    const page = await pressOn(officer, await openCounter(officer, '?cara=kertas'), 'kirim', given);
    expect(textOf(page)).toMatch(/Waktu terima formulir belum lewat/);
  });
});

async function equip(fields: Record<string, string>): Promise<number> {
  const page = await officer.get('/kerja/loket/alat');
  const values = { nama: 'Loket 1', lebar: '80', ...fields };
  return (await officer.submit(page, values, { action: /alat$/ })).status;
}
async function sitDown(): Promise<void> {
  const page = await officer.get('/kerja/loket');
  const id = /name="loket" value="([0-9a-f-]{36})"/.exec(page.body)?.[1] ?? '';
  await officer.submit(page, { loket: id }, { action: /tempat$/ });
}

/** What a phone's camera would read from the printed dots. */
function readQr({ width, height, dots }: PrintedPicture): string | undefined {
  const quiet = 32;
  const [w, h] = [width + 2 * quiet, height + 2 * quiet];
  const pixels = new Uint8ClampedArray(w * h * 4).fill(255);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (dots[y * width + x] === 1)
        pixels.fill(0, ((y + quiet) * w + x + quiet) * 4, ((y + quiet) * w + x + quiet) * 4 + 3);
  return jsQR.default(pixels, w, h)?.data;
}

describe('the receipt', () => {
  it('is printed at the counter: number, promise and a code that can be read, but no name and no NIK', async () => {
    expect(await equip({ alamat: '127.0.0.1', port: String(printer.port) })).toBe(200);
    await sitDown();
    const { receipt, number } = await send();
    const done = await officer.submit(receipt, {}, { action: /cetak$/ });
    expect(textOf(done)).toMatch(/Tanda terima dicetak/);
    const paper = printer.papers.at(-1);
    const text = paper?.lines.join('\n') ?? '';
    expect(text).toContain(`P ${number.slice(1, 4)} ${number.slice(4, 7)} ${number.slice(7)}`);
    expect(text.replace(/\s+/g, ' ')).toMatch(/Selesai paling lambat Selasa, 24 November 2026 pukul 10.00 WITA/);
    expect(text).not.toMatch(/Wulandari|7372/);
    expect(paper?.cut).toBe(true);
    const [qr] = paper?.pictures ?? [];
    expect(qr && readQr(qr)).toMatch(/\/lacak\/[\w-]+$/);
  });

  it('has a picture that asks no other site for anything', async () => {
    const { id } = await send();
    const picture = await officer.get(`/kerja/loket/tanda-terima/${id}/pratinjau.svg?lebar=58`);
    expect(picture.headers['content-type']).toMatch(/svg/);
    expect(picture.body).not.toMatch(/@import|googleapis|<style/);
  });

  it('says so when the printer is off, and shows the number all the same', async () => {
    const off = await startPrinterSimulator();
    await off.close();
    expect(await equip({ alamat: '127.0.0.1', port: String(off.port) })).toBe(200);
    await sitDown();
    const { receipt, number } = await send();
    const page = await officer.submit(receipt, {}, { action: /cetak$/ });
    expect(page.status).toBe(503);
    expect(textOf(page)).toMatch(/Pencetak tidak menjawab/);
    expect(numberOn(page)).toBe(number);
  });

  it.each([
    ['169.254.169.254', '9100'],
    ['8.8.8.8', '9100'],
    ['printer.example.com', '9100'],
    ['0.0.0.0', '9100'],
    ['::ffff:8.8.8.8', '9100'],
    ['192.168.1.5', '5432'],
    ['127.0.0.1', '80'],
    ['0177.0.0.1', '9100'],
  ])('is never sent to %s port %s', async (alamat, port) => {
    expect(await equip({ alamat, port })).toBe(422);
  });

  it('belongs to the officer who entered the case', async () => {
    const { id } = await send();
    const stranger = await counterOf(app, 'petugas.lemoe');
    expect((await stranger.get(`/kerja/loket/tanda-terima/${id}`)).status).toBe(404);
  });
});

describe("the citizen's screen", () => {
  it('shows the city alone until somebody is served', async () => {
    const fresh = await counterOf(app, 'petugas.lapadde');
    expect(textOf(await fresh.get('/kerja/loket/layar'))).toMatch(/Kota Parepare/);
  });

  it('shows the answers without the whole NIK, takes the confirmation, and ends with the number', async () => {
    expect(await equip({ alamat: '', benar: 'true' })).toBe(200);
    await sitDown();
    const screen = await openCounter(officer);
    const refused = await pressOn(officer, screen, 'kirim');
    expect(textOf(refused)).toMatch(/tunggu jawaban Benar/);
    await pressOn(officer, screen, 'tampilkan');
    const shown = await officer.get('/kerja/loket/layar');
    expect(textOf(shown)).toMatch(/Andi Tenri Wulandari/);
    expect(textOf(shown)).toMatch(/7372 \*\*\*\* \*\*\*\* 0001/);
    expect(shown.body).not.toMatch(/73720117|7372 0117/);
    const agreed = await officer.submit(shown, { jawab: 'right' }, { action: /layar$/ });
    expect(textOf(agreed)).toMatch(/Anda sudah membenarkan/);
    const changed = await pressOn(officer, screen, 'kirim', { keperluan: 'Keperluan lain' });
    expect(changed.status).toBe(422); // another answer needs another confirmation
    const receipt = await pressOn(officer, screen, 'kirim');
    const { data } = await caseRow(numberOn(receipt));
    expect(data.assisted).toEqual({ mode: 'counter', identity: 'ktp-el', confirmed: 'screen' });
    const thanks = textOf(await officer.get('/kerja/loket/layar'));
    expect(thanks).toMatch(/Terima kasih/);
    expect(thanks).toContain(numberOn(receipt).slice(1, 4));
    app.clock.advance({ minutes: 4 });
    expect(textOf(await officer.get('/kerja/loket/layar'))).not.toMatch(/Terima kasih/);
    await equip({ alamat: '' });
  });

  it('is nudged when the officer keeps something', { timeout: 20_000 }, async () => {
    const cookie = [...officer.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const heard = new Promise<string>((resolve, reject) => {
      const line = request(`${app.url}/kerja/loket/kabar`, { headers: { cookie } }, (answer) => {
        answer.setEncoding('utf8');
        let text = '';
        answer.on('data', (chunk: string) => {
          text += chunk;
          if (!text.includes('event: berubah')) return;
          line.destroy();
          resolve(String(answer.headers['content-type']));
        });
        answer.on('error', reject);
      });
      line.on('error', reject);
      line.end();
    });
    const screen = await openCounter(officer);
    await pressOn(officer, screen, 'tampilkan');
    expect(await heard).toMatch(/text\/event-stream/);
  });
});
