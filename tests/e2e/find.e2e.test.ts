// The pages for finding a service before axe, a narrow screen, and without scripts.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionCookieOf } from '../../src/modules/identity/testing.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { type OpenBrowser, openBrowser } from '../support/browser.ts';

let app: TestApp;
let browser: OpenBrowser;
let axe: string;
beforeAll(async () => {
  [app, browser, axe] = await Promise.all([
    startTestApp({ loadRegion: true, listen: true }),
    openBrowser(),
    readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

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

async function complaintsOf(page: Page): Promise<string[]> {
  const result = (await page.evaluate(`${axe};axe.run(document, { resultTypes: ['violations'] })`)) as AxeResults;
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}
async function overflowOf(page: Page): Promise<unknown> {
  return await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

describe.each([360, 1280])('at %i px', (width) => {
  it.each(pages)('%s is accessible and fits', async (path) => {
    const page = await browser.newPage({ width });
    await page.goto(`${app.url}${path}`);
    expect(await overflowOf(page)).toBe(0);
    expect(await complaintsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('/petugas/layanan/keyakinan is accessible and fits', async () => {
    const page = await browser.newPage({ width });
    const [name = '', value = ''] = (await sessionCookieOf(app.ctx(), 'admin')).split('=');
    await page.context().addCookies([{ name, value, url: app.url }]);
    await page.goto(`${app.url}/petugas/layanan/keyakinan`);
    expect(await page.locator('h1').textContent()).toBe('Layanan yang terbit');
    expect(await overflowOf(page)).toBe(0);
    expect(await complaintsOf(page)).toEqual([]);
    await page.context().close();
  });
});

it('every page fits the narrowest phone with the largest letters', async () => {
  const page = await browser.newPage({ width: 320 });
  await page.context().addCookies([{ name: 'ukuran', value: 'a-plus-plus', url: app.url }]);
  for (const path of pages) {
    await page.goto(`${app.url}${path}`);
    expect(await overflowOf(page), path).toBe(0);
  }
});

it('a person finds a lost identity card and starts, without JavaScript', async () => {
  const page = await browser.newPage({ width: 360, javaScriptEnabled: false });
  await page.goto(app.url);
  await page.getByRole('searchbox').fill('ktp ilang');
  await page.getByRole('button', { name: 'Cari' }).click();
  await page.getByRole('link', { name: 'KTP-el: pengganti karena hilang' }).click();
  expect(await page.locator('.promise-headline').textContent()).toBe('Selesai 1 hari kerja');
  await page.getByRole('link', { name: 'Mulai permohonan' }).click();
  expect(new URL(page.url()).pathname).toBe('/layanan/ktp-el-hilang/mulai');
});
