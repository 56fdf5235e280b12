// The telephone desk before axe, a narrow screen and the keyboard; SHOTS=<folder> keeps a picture of each.
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionCookieOf } from '../../src/modules/identity/testing.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchChromium } from '../support/browser.ts';
import { createTestClock } from '../support/clock.ts';
import { applyByProgram } from '../support/program.ts';

let app: TestApp;
let browser: Browser;
let axe: string;
let number: string;
const shots = process.env.SHOTS;

beforeAll(async () => {
  [app, browser, axe] = await Promise.all([
    startTestApp({ loadRegion: true, listen: true, clock: createTestClock('2026-11-23T08:00:00+08:00') }),
    launchChromium(),
    readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
  ]);
  const given = { nama: 'Andi Tenri Wulandari', nik: '7372011708900001', hp: '081299907777' };
  number = (await applyByProgram(app, 'sk-domisili', given)).number;
  if (shots) await mkdir(shots, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

async function officer(width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'id-ID' });
  const [name = '', value = ''] = (await sessionCookieOf(app.ctx(), 'petugas.lompoe')).split('=');
  await context.addCookies([{ name, value, url: app.url }]);
  return context.newPage();
}

async function looksRight(page: Page, name: string, width: number): Promise<void> {
  if (shots) await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true });
  const result = (await page.evaluate(`${axe};axe.run(document, { resultTypes: ['violations'] })`)) as AxeResults;
  expect(result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${name} ${id}: ${node.html}`))).toEqual([]);
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(excess, name).toBeLessThanOrEqual(0);
}

const type = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.type(key);
  await page.keyboard.press('Enter');
};

describe.each([360, 1280])('the telephone desk at %i px', (width) => {
  it('leads from a number to status and due date, by keyboard', async () => {
    const page = await officer(width);
    await page.goto(`${app.url}/kerja/telepon`);
    await looksRight(page, 'phone-desk', width);
    await page.locator('#nomor').focus();
    await type(page, '0812 9990 7777');
    await page.getByText('1 permohonan terbuka dengan nomor ini').waitFor();
    await page.locator('[data-module=elapsed]', { hasText: /Lama panggilan \d+\.\d\d/ }).waitFor();
    await looksRight(page, 'phone-call', width);
    await page.locator('#nama').fill('Andi Tenri Wulandari');
    await page.locator('#nik').fill('0001');
    await page.locator('#fakta').focus();
    await type(page, number);
    await page.getByText('Identitas cocok').waitFor();
    await looksRight(page, 'phone-proven', width);
    await page.context().close();
  });

  it('asks, repeats, and lets a question be opened again', async () => {
    const page = await officer(width);
    await page.goto(`${app.url}/kerja/telepon`);
    await page.locator('#nomor').focus();
    await type(page, '');
    await page.locator('#layanan').selectOption('sk-domisili');
    await page.getByRole('button', { name: 'Mulai bertanya' }).click();
    await page.locator('label', { hasText: /^Ya$/ }).first().click();
    await page.getByRole('button', { name: 'Simpan dan lanjut' }).click();
    await page.getByText('Saya ulangi').waitFor();
    await looksRight(page, 'phone-question', width);
    await page.getByRole('link', { name: 'Betulkan jawaban ini' }).click();
    await page.locator('input[type=radio]:checked').waitFor({ state: 'attached' });
    await page.goto(`${app.url}/kerja/telepon/simulator`);
    await looksRight(page, 'phone-simulator', width);
    await page.context().close();
  });
});
