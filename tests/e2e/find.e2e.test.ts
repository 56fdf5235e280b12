// The pages for finding a service before axe, a narrow screen, and without scripts.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestApp } from '../support/app.ts';
import { complaintsOf, excessOf } from '../support/axe.ts';
import { type InBrowser, openInBrowser, type Visit } from '../support/in-browser.ts';

let stage: InBrowser;
let app: TestApp;
let desk: Visit; // one page for all that is only looked at
beforeAll(async () => {
  stage = await openInBrowser();
  app = stage.app;
  desk = await stage.visit();
});
afterAll(() => stage?.close());

const pages = [
  '/',
  '/cari?q=pindah%20rumah',
  '/cari?q=helikopter',
  '/layanan',
  '/layanan?sektor=kesehatan',
  '/layanan/sip-nakes',
  '/layanan/ambulans-112',
  '/layanan/sk-usaha/standar',
  '/layanan/sk-usaha/cetak',
  '/peristiwa/lahir',
  '/bantuan',
  '/maklumat',
];

it.each(pages)('%s is accessible and fits, on a desk and on a phone', async (path) => {
  await desk.page.goto(`${app.url}${path}`);
  for (const width of [1280, 360]) {
    await desk.page.setViewportSize({ width, height: 800 });
    expect(await excessOf(desk.page), `at ${width} px`).toBe(0);
    expect(await complaintsOf(desk.page), `at ${width} px`).toEqual([]);
  }
});

it('/petugas/layanan/keyakinan is accessible and fits', async () => {
  const { context, page } = await stage.visit({ as: 'admin' });
  await page.goto(`${app.url}/petugas/layanan/keyakinan`);
  expect(await page.locator('h1').textContent()).toBe('Layanan yang terbit');
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await excessOf(page), `at ${width} px`).toBe(0);
    expect(await complaintsOf(page), `at ${width} px`).toEqual([]);
  }
  await context.close();
});

it('every page fits the narrowest phone with the largest letters', async () => {
  const { context, page } = await stage.visit({ width: 320 });
  await context.addCookies([{ name: 'ukuran', value: 'a-plus-plus', url: app.url }]);
  for (const path of pages) {
    await page.goto(`${app.url}${path}`);
    expect(await excessOf(page), path).toBe(0);
  }
  await context.close();
});

it('a person finds a lost identity card and starts, without JavaScript', async () => {
  const { context, page } = await stage.visit({ width: 360, javaScriptEnabled: false });
  await page.goto(app.url);
  await page.getByRole('searchbox').fill('ktp ilang');
  await page.getByRole('button', { name: 'Cari' }).click();
  await page.getByRole('link', { name: 'KTP-el: pengganti karena hilang' }).click();
  expect(await page.locator('.promise-headline').textContent()).toBe('Selesai 1 hari kerja');
  await page.getByRole('link', { name: 'Mulai permohonan' }).click();
  expect(new URL(page.url()).pathname).toBe('/layanan/ktp-el-hilang/mulai');
  await context.close();
});
