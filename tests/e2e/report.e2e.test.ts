// Reporting in a real browser: with scripts, without, and with the network cut in the middle. SHOTS=<folder> keeps pictures.
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOfficer } from '../../src/modules/cases/testing.ts';
import { publish } from '../../src/modules/complaints/index.ts';
import { aReport } from '../../src/modules/complaints/testing.ts';
import type { TestApp } from '../support/app.ts';
import { complaintsOf, excessOf } from '../support/axe.ts';
import { createTestClock } from '../support/clock.ts';
import { type InBrowser, openInBrowser, shoot, type Visit } from '../support/in-browser.ts';
import { type Relay, startRelay } from '../support/relay.ts';

let stage: InBrowser;
let app: TestApp;
let wire: Relay; // a way to the application that can be cut, for the service worker too

beforeAll(async () => {
  stage = await openInBrowser({ clock: createTestClock('2026-11-23T08:00:00+08:00') });
  app = stage.app;
  wire = await startRelay(app.url);
});
afterAll(async () => {
  await stage?.close();
  await wire?.close();
});

async function citizen(more: { width?: number; javaScriptEnabled?: boolean } = {}): Promise<Visit> {
  const visit = await stage.visit({
    width: 360,
    geolocation: { latitude: -4.0125, longitude: 119.6235, accuracy: 12 },
    permissions: ['geolocation'],
    ...more,
  });
  visit.page.setDefaultTimeout(20_000);
  return visit;
}

const reportsOf = (text: string) =>
  app.database.query(
    `select r.number, r.category, r.lat, r.long, (select count(*)::int from complaints.photo p where p.case_id = r.case_id) as photos
     from complaints.report r where r.body = $1`,
    [text],
  );

/** A photo that says it was taken at 4 degrees 0 minutes 45 seconds south, 119 degrees 37 minutes 25 seconds east. */
async function placedPhoto(): Promise<Buffer> {
  return sharp({ create: { width: 640, height: 480, channels: 3, background: '#446' } })
    .jpeg()
    .withExif({
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '4/1 0/1 45/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '119/1 37/1 25/1',
      },
    })
    .toBuffer();
}
const asFile = (buffer: Buffer, name = 'jalan.jpg') => ({ name, mimeType: 'image/jpeg', buffer });
const write = (page: Page, text: string) => page.locator('textarea[name=isi]').fill(text);
const send = (page: Page) => page.getByRole('button', { name: 'Kirim laporan', exact: true }).click();
const received = (page: Page) => page.getByRole('heading', { name: 'Laporan diterima' }).waitFor();

/** The form's own scripts have started and the page is kept for a time without network. */
async function openForm(page: Page, base = app.url): Promise<void> {
  await page.goto(`${base}/lapor`);
  const isKept = () =>
    page.evaluate(async () => {
      const cache = await caches.open('lapor');
      const needs = [...document.querySelectorAll('link[href^="/aset/"], script[src^="/aset/"]')];
      const paths = needs.map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? '');
      const kept = await Promise.all(['/lapor', ...paths].map((path) => cache.match(path, { ignoreVary: true })));
      return kept.every((one) => one !== undefined);
    });
  await expect.poll(isKept, { timeout: 20_000 }).toBe(true);
}

describe('a citizen with a phone', () => {
  it('writes, takes a suggestion, uses the place of the photo, and has a number', async () => {
    const { context, page } = await citizen();
    await openForm(page);
    await page.locator('#foto').setInputFiles(asFile(await placedPhoto()));
    await page.getByText('Foto ini diambil di -4.0125, 119.6236').waitFor();
    await page.getByRole('button', { name: 'Pakai tempat foto' }).click();
    const text = 'Lampu jalan mati di depan masjid, gelap sekali';
    await write(page, text);
    await page
      .getByRole('button', { name: /^Lampu/ })
      .first()
      .click();
    await page.getByText('Yang menangani: Dinas Perhubungan').waitFor();
    expect(await complaintsOf(page)).toEqual([]);
    expect(await excessOf(page)).toBe(0);
    await shoot(page, 'report-360');
    await send(page);
    await received(page);
    await shoot(page, 'report-receipt-360');
    expect(await reportsOf(text)).toEqual([
      expect.objectContaining({ category: 'lampu.mati', lat: -4.0125, long: expect.closeTo(119.6236, 3), photos: 1 }),
    ]);
    await context.close();
  });

  it('is told at once of a fifth photo, and on the receipt of a file that is no photo; the others arrive', async () => {
    const { context, page } = await citizen();
    await openForm(page);
    const text = 'Trotoar pecah di depan sekolah, lima foto';
    await write(page, text);
    const photos = await Promise.all([1, 2, 3, 4, 5].map(async (at) => asFile(await placedPhoto(), `${at}.jpg`)));
    await page.locator('#foto').setInputFiles(photos);
    await send(page);
    await page.getByText('Paling banyak empat foto. Pilih lagi').waitFor();
    expect(await reportsOf(text)).toEqual([]);
    await page
      .locator('#foto')
      .setInputFiles([...photos.slice(0, 2), asFile(Buffer.from('bukan foto'), 'catatan.jpg')]);
    await page.getByText('Boleh', { exact: true }).click();
    await send(page);
    await received(page);
    await page.getByText('1 berkas tidak dapat dibuka').waitFor();
    await shoot(page, 'report-lost-file-360');
    expect(await reportsOf(text)).toEqual([expect.objectContaining({ photos: 2 })]);
    const shared = `select c.projection #>> '{answers,bagikan}' as shared from cases."case" c
      join complaints.report r on r.case_id = c.id where r.body = $1`;
    expect(await app.database.query(shared, [text])).toEqual([{ shared: 'ya' }]);
    await context.close();
  });

  it('sees 112 while words of danger are being written, and again on the receipt', async () => {
    const { context, page } = await citizen();
    await openForm(page);
    const call = page.getByRole('alert').getByRole('link', { name: 'Telepon 112' });
    expect(await call.isVisible()).toBe(false);
    await write(page, 'Rumah di lorong tiga terbakar, api besar');
    await call.waitFor();
    expect(await call.getAttribute('href')).toBe('tel:112');
    await shoot(page, 'report-danger-360');
    await send(page);
    await received(page);
    expect(await page.locator('main a[href="tel:112"]').count()).toBe(1);
    await context.close();
  });

  it('uses the place of the phone or a tap on the map, and may choose another category than suggested', async () => {
    const { context, page } = await citizen({ width: 1280 });
    await openForm(page);
    await page.getByRole('button', { name: 'Gunakan lokasi saya' }).click();
    await page.getByText('Lokasi tercatat, ketelitian 12 meter').waitFor();
    expect(await page.locator('[name="lokasi.lat"]').inputValue()).toBe('-4.012500');
    await page.getByRole('button', { name: 'Tunjuk di peta' }).click();
    await page.locator('.leaflet-container').waitFor();
    await page.locator('[data-target=map]').click({ position: { x: 200, y: 120 } });
    await page.getByText('Titik di peta tercatat').waitFor();
    expect(await page.locator('[name="lokasi.lat"]').inputValue()).not.toBe('-4.012500');
    const text = 'Lampu jalan mati dekat taman bermain';
    await write(page, text);
    await page
      .getByRole('button', { name: /^Lampu/ })
      .first()
      .click();
    await page
      .locator('#kategori')
      .selectOption('fasum.taman-kotor')
      .catch(() => page.locator('#kategori').selectOption({ index: 3 }));
    const chosen = await page.locator('#kategori').inputValue();
    await shoot(page, 'report-1280');
    expect(await complaintsOf(page)).toEqual([]);
    await send(page);
    await received(page);
    expect(await reportsOf(text)).toEqual([expect.objectContaining({ category: chosen })]);
    await context.close();
  });

  it('is shown what others reported already, joins them, or sends all the same', async () => {
    const { problemId = '' } = await aReport(app.ctx(), { text: 'Sampah menumpuk', category: 'sampah.tumpukan-liar' });
    const verifier = app.ctx(await anOfficer(app.ctx(), 'verifikator.diskominfo'));
    const shown = 'Sampah menumpuk di ujung lorong, bau menyengat sampai ke sekolah.';
    await publish(verifier, { problemId, title: 'Sampah menumpuk di ujung lorong', text: shown });
    const { context, page } = await citizen();
    await openForm(page);
    const text = 'Sampah menumpuk bau menyengat di ujung lorong';
    await write(page, text);
    await page.locator('#kategori').selectOption('sampah.tumpukan-liar');
    await page.locator('[name="wilayah"]').evaluate((select: HTMLSelectElement) => {
      select.value = '73.72.01.1004';
    });
    await send(page);
    await page.getByRole('heading', { name: 'Apakah ini masalah yang sama?' }).waitFor();
    await page.getByText(shown).waitFor();
    await shoot(page, 'report-similar-360');
    expect(await complaintsOf(page)).toEqual([]);
    expect(await reportsOf(text)).toEqual([]);
    await send(page);
    await received(page);
    expect(await reportsOf(text)).toHaveLength(1);

    await openForm(page);
    await write(page, `${text} lagi`);
    await page.locator('#kategori').selectOption('sampah.tumpukan-liar');
    await page.locator('[name="wilayah"]').evaluate((select: HTMLSelectElement) => {
      select.value = '73.72.01.1004';
    });
    await send(page);
    await page
      .getByRole('button', { name: /Sama, saya juga merasakan/ })
      .first()
      .click();
    await page.getByText('Anda dihitung satu kali').waitFor();
    expect(await reportsOf(`${text} lagi`)).toEqual([]);
    await context.close();
  });
});

describe('without a network', () => {
  it('a report is kept on the phone, survives closing the page, and is sent once when the network is back', async () => {
    const { context, page } = await citizen();
    await openForm(page, wire.url);
    wire.cut();
    await context.setOffline(true);
    await page.reload();
    const text = 'Jalan berlubang besar di tikungan, tanpa sinyal';
    await write(page, text);
    await page
      .locator('#foto')
      .setInputFiles([asFile(await placedPhoto(), 'satu.jpg'), asFile(await placedPhoto(), 'dua.jpg')]);
    await send(page);
    await page.getByText('Belum terkirim. Disimpan pukul').waitFor();
    await shoot(page, 'report-outbox-360');
    expect(await complaintsOf(page)).toEqual([]);
    expect(await reportsOf(text)).toEqual([]);
    await page.reload();
    await page.getByText('Belum terkirim. Disimpan pukul').waitFor();
    wire.mend();
    await context.setOffline(false);
    await page.getByText('Terkirim. Nomor laporan L').waitFor({ timeout: 40_000 }); // a busy machine may miss the first tries
    expect(await reportsOf(text)).toEqual([expect.objectContaining({ photos: 2 })]);
    await page.reload();
    await page.getByText('Terkirim. Nomor laporan L').waitFor();
    expect(await reportsOf(text)).toHaveLength(1);
    await context.close();
  });

  it('cut in the middle: the text is there once, the photos follow, although answers were lost on the way', async () => {
    const { context, page } = await citizen();
    await openForm(page);
    const text = 'Pohon tumbang menutup trotoar, sinyal putus-putus';
    await write(page, text);
    await page.locator('#foto').setInputFiles(asFile(await placedPhoto()));
    let [texts, photos, lasts] = [0, 0, 0];
    // The office has it, the phone does not hear of it: of the text, of the photo, and of the last step, once each.
    await page.route('**/api/v1/complaints', async (route) => {
      texts += 1;
      if (texts > 1) return route.fallback();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await page.route('**/api/v1/uploads', async (route) => {
      photos += 1;
      return photos === 1 ? route.abort('connectionreset') : route.fallback();
    });
    await page.route('**/api/v1/complaints/attachments', async (route) => {
      lasts += 1;
      if (lasts > 1) return route.fallback();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await send(page);
    await page.getByText('Belum terkirim. Disimpan pukul').waitFor();
    expect(await reportsOf(text)).toHaveLength(1);
    await page.getByRole('button', { name: 'Kirim sekarang' }).click();
    await page.getByText('1 berkas menyusul saat ada sinyal').waitFor();
    await page.getByRole('button', { name: 'Kirim sekarang' }).click();
    await expect.poll(() => lasts).toBe(1);
    await page.getByRole('button', { name: 'Kirim sekarang' }).click();
    await page.getByText('Terkirim. Nomor laporan L').waitFor();
    expect(await reportsOf(text)).toEqual([expect.objectContaining({ photos: 1 })]);
    expect([texts, lasts]).toEqual([2, 2]);
    await context.close();
  });

  it('a report that waits can be removed, and then is never sent', async () => {
    const { context, page } = await citizen();
    await openForm(page);
    await context.setOffline(true);
    const text = 'Laporan yang dibatalkan sebelum terkirim';
    await write(page, text);
    await send(page);
    await page.getByRole('button', { name: 'Hapus dari HP ini' }).click();
    await page.getByText('Belum terkirim. Disimpan').waitFor({ state: 'detached' });
    await context.setOffline(false);
    await page.reload();
    await page.waitForTimeout(2500);
    expect(await reportsOf(text)).toEqual([]);
    await context.close();
  });
});

describe('without JavaScript', () => {
  it('the form, a mistake, a photo and the receipt', async () => {
    const { context, page } = await citizen({ javaScriptEnabled: false });
    await page.goto(`${app.url}/lapor`);
    await shoot(page, 'report-plain-360');
    expect(await page.getByRole('button', { name: 'Gunakan lokasi saya' }).isVisible()).toBe(false);
    const text = 'Selokan mampet di depan pasar';
    await write(page, text);
    await page.locator('#hp').fill('12');
    await send(page);
    await page.getByText('Ada 1 yang perlu diperbaiki').waitFor();
    expect(await page.locator('textarea[name=isi]').inputValue()).toBe(text);
    await page.locator('#hp').fill('');
    await page.locator('#foto').setInputFiles(asFile(await placedPhoto()));
    await send(page);
    await received(page);
    expect(await reportsOf(text)).toEqual([expect.objectContaining({ photos: 1 })]);
    await context.close();
  });
});
