// The officers' pages before axe, a narrow screen and the keyboard; SHOTS=<folder> keeps a picture of each.
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionCookieOf } from '../../src/modules/identity/testing.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchChromium } from '../support/browser.ts';
import { createTestClock } from '../support/clock.ts';
import { applyByProgram } from '../support/program.ts';
import { takeStep } from '../support/staff.ts';

let app: TestApp;
let browser: Browser;
let axe: string;
let numbers: { fresh: string; initialled: string; asked: string; licence: string };
const shots = process.env.SHOTS;

beforeAll(async () => {
  [app, browser, axe] = await Promise.all([
    startTestApp({ loadRegion: true, listen: true, clock: createTestClock('2026-11-23T08:00:00+08:00') }),
    launchChromium(),
    readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
  ]);
  const late = await applyByProgram(app, 'sk-usaha', { nama: 'Muhammad Yusuf Rahman' });
  app.clock.advance({ hours: 2 });
  const initialled = await applyByProgram(app, 'sk-tidak-mampu');
  await takeStep(app, initialled.number, { by: 'petugas.lompoe', do: 'lengkap', values: { catatan: 'Sesuai DTSEN.' } });
  await takeStep(app, late.number, { by: 'petugas.lompoe', do: 'lengkap' });
  const asked = await applyByProgram(app, 'sk-domisili');
  const correction = { fields: 'alamat', documents: 'ktp-el-pemohon', reason: 'tidak-terbaca', note: 'NIK buram.' };
  await takeStep(app, asked.number, { by: 'petugas.lompoe', do: 'minta-perbaikan', values: correction });
  const licence = await applyByProgram(app, 'sip-nakes');
  await takeStep(app, licence.number, { by: 'petugas.dpmptsp', do: 'lengkap' });
  const fresh = await applyByProgram(app, 'sk-domisili', { nama: 'Andi Tenri Wulandari', nik: '7372015708900001' });
  await applyByProgram(app, 'sk-usaha', { nama: 'Hasnah Daeng Bau' });
  app.clock.advance({ minutes: 5 });
  numbers = {
    fresh: fresh.number,
    initialled: initialled.number,
    asked: asked.number,
    licence: licence.number,
  };
  if (shots) await mkdir(shots, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

async function signedIn(username: string, options: { width: number; scripts?: boolean }): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: options.width, height: 800 },
    locale: 'id-ID',
    javaScriptEnabled: options.scripts ?? true,
  });
  const [name = '', value = ''] = (await sessionCookieOf(app.ctx(), username)).split('=');
  await context.addCookies([{ name, value, url: app.url }]);
  return context;
}

async function complaintsOf(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  const result = (await page.evaluate(`${axe};axe.run(document, { resultTypes: ['violations'] })`)) as AxeResults;
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}

interface DeskPage {
  readonly name: string;
  readonly as: string;
  readonly reach: (page: Page) => Promise<unknown>;
}
const open = (path: () => string) => (page: Page) => page.goto(`${app.url}${path()}`);
const pages: readonly DeskPage[] = [
  { name: 'inbox', as: 'petugas.lompoe', reach: open(() => '/petugas') },
  { name: 'inbox-to-sign', as: 'kasi.lompoe', reach: open(() => '/petugas') },
  { name: 'inbox-waiting', as: 'petugas.lompoe', reach: open(() => '/petugas?tampil=menunggu-warga') },
  { name: 'inbox-empty', as: 'petugas.lemoe', reach: open(() => '/petugas') },
  { name: 'inbox-saved', as: 'petugas.lompoe', reach: open(() => `/petugas?kabar=tersimpan&berkas=${numbers.fresh}`) },
  { name: 'case', as: 'petugas.lompoe', reach: open(() => `/petugas/berkas/${numbers.fresh}`) },
  { name: 'case-to-initial', as: 'kasi.lompoe', reach: open(() => `/petugas/berkas/${numbers.initialled}`) },
  { name: 'case-waiting', as: 'petugas.lompoe', reach: open(() => `/petugas/berkas/${numbers.asked}`) },
  { name: 'case-inspection', as: 'peninjau.dinkes', reach: open(() => `/petugas/berkas/${numbers.licence}`) },
  {
    name: 'case-mistakes',
    as: 'petugas.lompoe',
    reach: async (page) => {
      await page.goto(`${app.url}/petugas/berkas/${numbers.fresh}`);
      await page.locator('#tindakan-minta-perbaikan > summary').click();
      await page.locator('#langkah-minta-perbaikan button:not([name])').click();
      await page.locator('.summary-bad').waitFor();
    },
  },
  {
    name: 'sign-many',
    as: 'kasi.lompoe',
    reach: async (page) => {
      await page.goto(`${app.url}/petugas`);
      for (const box of await page.locator('.pick input[name=pilih]').all()) await box.check();
      await page.locator('.bulk-bar button').click();
      await page.locator('form[action$="/kirim"]').waitFor();
    },
  },
  { name: 'find', as: 'petugas.lompoe', reach: open(() => '/petugas/cari?q=P123') },
];

describe.each([360, 1280])('at %i px', (width) => {
  it.each(pages)('$name reads well to everybody and fits the screen', async ({ name, as, reach }) => {
    const context = await signedIn(as, { width });
    try {
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      page.on('pageerror', (error) => problems.push(String(error)));
      await reach(page);
      if (shots) await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true });
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(excess).toBeLessThanOrEqual(0);
      expect(await complaintsOf(page)).toEqual([]);
      expect(problems.filter((problem) => !problem.includes('422'))).toEqual([]);
    } finally {
      await context.close();
    }
  });
});

describe('a case at a desk', () => {
  it('is opened from the inbox by j and Enter', async () => {
    const context = await signedIn('petugas.lompoe', { width: 1280 });
    const page = await context.newPage();
    await page.goto(`${app.url}/petugas`);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/petugas\/berkas\/P\d{9}$/);
    await context.close();
  });

  it('has its photos beside the checklist', async () => {
    const context = await signedIn('petugas.dpmptsp', { width: 1280 });
    const page = await context.newPage();
    const refused: string[] = [];
    page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
    await page.goto(`${app.url}/petugas/berkas/${numbers.licence}`);
    const picture = page.locator('.viewer img').first();
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
      .toBe(900);
    expect(refused).toEqual([]);
    await context.close();
  });

  it('takes a step without scripts, with the box beside the picture', async () => {
    const context = await signedIn('petugas.lompoe', { width: 360, scripts: false });
    const page = await context.newPage();
    const { number } = await applyByProgram(app, 'sk-domisili');
    await page.goto(`${app.url}/petugas/berkas/${number}`);
    await page.locator('.viewer input[type=checkbox]').first().check();
    await page.locator('#tindakan-minta-perbaikan > summary').click();
    await page.locator('label[for="minta-perbaikan-reason"]').click();
    await page.locator('#langkah-minta-perbaikan button:not([name])').click();
    await page.waitForURL(/kabar=tersimpan/);
    await page.goto(`${app.url}/petugas/berkas/${number}`);
    expect(await page.locator('.audit').textContent()).toContain('Diminta: KTP-el Anda');
    await context.close();
  });
});
