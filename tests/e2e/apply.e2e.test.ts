// Applying in a real browser, with scripts and without, on a phone: pressed twice, gone back, cut off on the way.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApp } from '../support/app.ts';
import { type InBrowser, openInBrowser, type Visit } from '../support/in-browser.ts';
import { officerDoes } from '../support/office.ts';
import { aPdf, aPhoto } from '../support/papers.ts';

let stage: InBrowser;
let app: TestApp;
let photo: Buffer;
beforeAll(async () => {
  [stage, photo] = await Promise.all([openInBrowser({ worker: true }), aPhoto(2400, 1800)]);
  app = stage.app;
});
afterAll(() => stage?.close());

const onward = (page: Page) => page.getByRole('button', { name: 'Simpan dan lanjut' }).click();
const cases = async () => Number((await app.database.query('select count(*) as n from cases."case"'))[0]?.n);

const aPhone = (javaScriptEnabled: boolean): Promise<Visit> =>
  stage.visit({ width: 360, height: 740, javaScriptEnabled, hasTouch: true });

/** From the service's first page to the check page, as a thumb does it. */
async function fillIn(page: Page): Promise<void> {
  await page.goto(`${app.url}/layanan/sk-domisili/mulai`);
  await page.getByRole('button', { name: 'Mulai permohonan' }).click();
  await page.getByText('Ya', { exact: true }).click();
  await onward(page);
  await page.getByRole('heading', { name: 'hanya untuk alamat usaha' }).waitFor();
  await page.getByText('Tidak', { exact: true }).click();
  await onward(page);
  await page.getByText('Warga tetap').click();
  await page.getByLabel('Untuk apa surat ini?').fill('Melamar kerja');
  await onward(page);
  await page.locator('select[name=wilayah]').selectOption({ label: 'Lompoe' });
  await page.getByLabel('Jalan dan nomor rumah').fill('Jalan Bau Massepe 12');
  await page.getByLabel('RT', { exact: true }).fill('1');
  await page.getByLabel('RW', { exact: true }).fill('2');
  await page.getByText('Tidak', { exact: true }).click();
  await onward(page);
  await page.getByLabel('Nama lengkap Anda').fill('Andi Tenri Wulandari');
  await page.getByLabel('NIK Anda').fill('7372 0117 0890 0001');
  await page.getByLabel('Nomor HP').fill('0812 3456 7890');
  await onward(page);
  for (const paper of ['KTP-el Anda', 'Kartu Keluarga']) {
    await page.getByRole('heading', { name: paper }).waitFor();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: photo });
    await onward(page);
  }
  await page.getByRole('heading', { name: 'Pengantar RT/RW' }).waitFor();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'rt.pdf', mimeType: 'application/pdf', buffer: aPdf() });
  await onward(page);
  await page.getByRole('heading', { name: 'Periksa lagi sebelum kirim' }).waitFor();
}

const tick = (page: Page) => page.getByText('Data yang saya isi benar').click();
const send = (page: Page) => page.getByRole('button', { name: 'Kirim permohonan' });

describe.each([true, false])('with scripts: %s', (scripts) => {
  it('an application is filled in, changed, sent, completed and withdrawn', async () => {
    const { context, page } = await aPhone(scripts);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await fillIn(page);
    const before = await cases();
    const draft = new URL(page.url()).pathname.replace(/periksa$/, 'kirim');
    await page.getByRole('link', { name: 'Ubah' }).nth(3).click();
    await page.getByLabel('Untuk apa surat ini?').fill('Mendaftar sekolah');
    await onward(page);
    await page.getByText('Mendaftar sekolah').waitFor();
    await send(page).click();
    await page.getByRole('alert').getByText('Centang pernyataan ini').waitFor();
    await tick(page);
    await send(page).dblclick();
    await page.getByRole('heading', { name: 'Permohonan diterima' }).waitFor();
    expect((await cases()) - before).toBe(1);
    const receipt = page.url();
    // Back leads over the form that was refused once; asking for it again by its address shows what came of it.
    await page.goto(page.url().replace(/\/lacak\/.*/, draft));
    expect(page.url()).toBe(receipt);

    const number =
      (await page
        .getByText(/^P \d{3} \d{3} \d{3}$/)
        .first()
        .textContent()) ?? '';
    await officerDoes(app, 'petugas.lompoe', {
      number: number.replace(/\s/g, ''),
      action: 'minta-perbaikan',
      data: { fields: ['keperluan'], documents: ['kartu-keluarga'], reason: 'tidak-terbaca', note: '' },
    });
    await page.getByRole('link', { name: 'Lacak permohonan' }).click();
    await page.getByRole('link', { name: 'Lengkapi sekarang' }).click();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'kk.jpg', mimeType: 'image/jpeg', buffer: photo });
    await page.getByRole('button', { name: 'Kirim perbaikan' }).click();
    await page.getByText('Perbaikan Anda diterima').waitFor();
    await page.getByText('Batalkan permohonan', { exact: true }).click();
    await page.getByRole('button', { name: 'Ya, batalkan permohonan' }).click();
    await page.getByText('Dibatalkan').first().waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('the network', () => {
  it('cut between sending and the answer costs nothing: sending again shows the one receipt', async () => {
    const { context, page } = await aPhone(true);
    await fillIn(page);
    const before = await cases();
    const check = page.url();
    await tick(page);
    // The form arrives; its answer does not.
    await page.route('**/kirim', async (route) => {
      await route.fetch({ maxRedirects: 0 });
      await route.abort('connectionreset');
    });
    await send(page).click();
    await page.waitForURL(/chrome-error/).catch(() => undefined);
    expect((await cases()) - before).toBe(1);
    await page.unroute('**/kirim');
    await page.goto(check);
    await page.getByRole('heading', { name: 'Permohonan diterima' }).waitFor();
    expect((await cases()) - before).toBe(1);
    await context.close();
  });

  it('lost while a photo travels leaves the page as it was, ready to try again', async () => {
    const { context, page } = await aPhone(true);
    await fillIn(page);
    await page.goBack();
    await page.route('**/dokumen/**', (route) =>
      route.request().method() === 'POST' ? route.abort('connectionreset') : route.continue(),
    );
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'rt.pdf', mimeType: 'application/pdf', buffer: aPdf() });
    await Promise.all([page.waitForEvent('requestfailed'), onward(page)]);
    await page.waitForFunction('!document.querySelector("progress, [aria-disabled]")');
    await page.unroute('**/dokumen/**');
    await onward(page);
    await page.getByRole('heading', { name: 'Periksa lagi sebelum kirim' }).waitFor();
    await context.close();
  });
});
