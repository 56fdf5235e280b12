// The telephone desk before axe, a narrow screen and the keyboard; SHOTS=<folder> keeps a picture of each.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApp } from '../support/app.ts';
import { complaintsOf, excessOf } from '../support/axe.ts';
import { createTestClock } from '../support/clock.ts';
import { type InBrowser, openInBrowser, shoot } from '../support/in-browser.ts';
import { applyByProgram } from '../support/program.ts';

let stage: InBrowser;
let app: TestApp;
let number: string;

beforeAll(async () => {
  stage = await openInBrowser({ clock: createTestClock('2026-11-23T08:00:00+08:00') });
  app = stage.app;
  const given = { nama: 'Andi Tenri Wulandari', nik: '7372011708900001', hp: '081299907777' };
  number = (await applyByProgram(app, 'sk-domisili', given)).number;
});
afterAll(() => stage?.close());

/** On the narrowest screen it is made for, and on a desk. */
async function looksRight(page: Page, name: string): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await shoot(page, `${name}-${width}`);
    expect(await complaintsOf(page), `${name} at ${width} px`).toEqual([]);
    expect(await excessOf(page), `${name} at ${width} px`).toBe(0);
  }
}

const type = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.type(key);
  await page.keyboard.press('Enter');
};

describe('the telephone desk', () => {
  it('leads from a number to status and due date, by keyboard', async () => {
    const { context, page } = await stage.visit({ as: 'petugas.lompoe' });
    await page.goto(`${app.url}/kerja/telepon`);
    await looksRight(page, 'phone-desk');
    await page.locator('#nomor').focus();
    await type(page, '0812 9990 7777');
    await page.getByText('1 permohonan terbuka dengan nomor ini').waitFor();
    await page.locator('[data-module=elapsed]', { hasText: /Lama panggilan \d+\.\d\d/ }).waitFor();
    await looksRight(page, 'phone-call');
    await page.locator('#nama').fill('Andi Tenri Wulandari');
    await page.locator('#nik').fill('0001');
    await page.locator('#fakta').focus();
    await type(page, number);
    await page.getByText('Identitas cocok').waitFor();
    await looksRight(page, 'phone-proven');
    await context.close();
  });

  it('asks, repeats, and lets a question be opened again', async () => {
    const { context, page } = await stage.visit({ as: 'petugas.lompoe' });
    await page.goto(`${app.url}/kerja/telepon`);
    await page.locator('#nomor').focus();
    await type(page, '');
    await page.locator('#layanan').selectOption('sk-domisili');
    await page.getByRole('button', { name: 'Mulai bertanya' }).click();
    await page.locator('label', { hasText: /^Ya$/ }).first().click();
    await page.getByRole('button', { name: 'Simpan dan lanjut' }).click();
    await page.getByText('Saya ulangi').waitFor();
    await looksRight(page, 'phone-question');
    await page.getByRole('link', { name: 'Betulkan jawaban ini' }).click();
    await page.locator('input[type=radio]:checked').waitFor({ state: 'attached' });
    await page.goto(`${app.url}/kerja/telepon/simulator`);
    await looksRight(page, 'phone-simulator');
    await context.close();
  });
});
