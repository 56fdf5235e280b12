// The officers' pages before axe, a narrow screen and the keyboard; SHOTS=<folder> keeps a picture of each.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApp } from '../support/app.ts';
import { complaintsOf, excessOf } from '../support/axe.ts';
import { createTestClock } from '../support/clock.ts';
import { type InBrowser, openInBrowser, shoot } from '../support/in-browser.ts';
import { applyByProgram } from '../support/program.ts';
import { takeStep } from '../support/staff.ts';

let stage: InBrowser;
let app: TestApp;
let numbers: { fresh: string; initialled: string; asked: string; licence: string };

beforeAll(async () => {
  stage = await openInBrowser({ clock: createTestClock('2026-11-23T08:00:00+08:00') });
  app = stage.app;
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
});
afterAll(() => stage?.close());

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

it.each(pages)('$name reads well to everybody and fits every screen', async ({ name, as, reach }) => {
  const { context, page } = await stage.visit({ as });
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  await reach(page);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await shoot(page, `${name}-${width}`);
    expect(await excessOf(page), `at ${width} px`).toBe(0);
    expect(await complaintsOf(page, { opened: true }), `at ${width} px`).toEqual([]);
  }
  expect(problems.filter((problem) => !problem.includes('422'))).toEqual([]);
  await context.close();
});

describe('a case at a desk', () => {
  it('is opened from the inbox by j and Enter', async () => {
    const { context, page } = await stage.visit({ as: 'petugas.lompoe' });
    await page.goto(`${app.url}/petugas`);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/petugas\/berkas\/P\d{9}$/);
    await context.close();
  });

  it('has its photos beside the checklist', async () => {
    const { context, page } = await stage.visit({ as: 'petugas.dpmptsp' });
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
    const { context, page } = await stage.visit({ as: 'petugas.lompoe', width: 360, javaScriptEnabled: false });
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
