// A site visit without a network, in a real browser: filled in, reloaded, sent once. SHOTS=<folder> keeps pictures.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApp } from '../support/app.ts';
import { complaintsOf, excessOf } from '../support/axe.ts';
import { createTestClock } from '../support/clock.ts';
import { type InBrowser, openInBrowser, shoot, type Visit } from '../support/in-browser.ts';
import { officerDoes } from '../support/office.ts';
import { aPhoto } from '../support/papers.ts';
import { applyByProgram } from '../support/program.ts';
import { takeStep } from '../support/staff.ts';

let stage: InBrowser;
let app: TestApp;
beforeAll(async () => {
  stage = await openInBrowser({ clock: createTestClock('2026-11-23T08:00:00+08:00') });
  app = stage.app;
});
afterAll(() => stage?.close());

async function aLicence(): Promise<string> {
  const { number } = await applyByProgram(app, 'sip-nakes');
  await takeStep(app, number, { by: 'petugas.dpmptsp', do: 'lengkap' });
  return number;
}

async function inspector(width = 360): Promise<Visit> {
  const visit = await stage.visit({ width, as: 'peninjau.dinkes' });
  await visit.context.clock.setFixedTime('2026-11-23T08:02:00+08:00');
  return visit;
}

/** From the list to a page that is ready to be taken along. */
async function prepare(page: Page, number: string): Promise<void> {
  await page.goto(`${app.url}/kerja/tinjau`);
  await page.locator(`form[action*="${number}"] button`).click();
  await state(page, 'Siap dibawa tanpa sinyal');
}

const state = (page: Page, text: string) => page.locator('[data-target=state]', { hasText: text }).waitFor();

async function fill(page: Page): Promise<void> {
  await page.locator('[name="tanggal_tinjau.day"]').fill('23');
  await page.locator('[name="tanggal_tinjau.month"]').fill('11');
  await page.locator('[name="tanggal_tinjau.year"]').fill('2026');
  await page.locator('label', { hasText: /^Ya$/ }).click();
  await page.locator('[name=temuan]').fill('Ruang tunggu ada, jalan masuk untuk kursi roda belum ada.');
  await page.locator('#foto').setInputFiles({ name: 'pintu.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() });
  await state(page, 'Tersimpan di HP ini pukul');
}

async function closings(number: string): Promise<Record<string, unknown>[]> {
  return app.database.query(
    `select e.data from cases.event e join cases."case" c on c.id = e.case_id
     where c.number = '${number}' and e.kind = 'task-closed' and e.data ->> 'task' = 'tinjau-lokasi'`,
  );
}

/** What of the visit is still on the device. */
function onDevice(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((done) => {
        const request = indexedDB.open('tinjau', 1);
        request.onsuccess = () => {
          const all = request.result.transaction('visits').objectStore('visits').getAll();
          all.onsuccess = () => done(JSON.stringify(all.result));
        };
      }),
  );
}

describe('a visit without a network', () => {
  it('is filled in, survives a reload, and is sent once when the network is back', async () => {
    const number = await aLicence();
    const { context, page } = await inspector();
    await prepare(page, number);
    await shoot(page, 'visit-ready-360');
    await context.setOffline(true);
    await fill(page);
    await page.reload();
    await state(page, 'Tersimpan di HP ini pukul');
    expect(await page.locator('[name=temuan]').inputValue()).toContain('Ruang tunggu ada');
    expect(await page.locator('#foto').evaluate((input: HTMLInputElement) => input.files?.length)).toBe(1);
    await page.locator('button', { hasText: 'Kirim hasil' }).click();
    await state(page, 'Terkirim sendiri saat ada sinyal');
    await shoot(page, 'visit-waiting-360');
    expect(await closings(number)).toEqual([]);
    await page.goto(`${app.url}/kerja/tinjau`);
    await page.locator(`[data-visit^="${number}/"]`, { hasText: 'Tersimpan di HP ini' }).waitFor();
    await context.setOffline(false);
    await page.locator(`[data-visit^="${number}/"]`, { hasText: 'Terkirim pukul' }).waitFor();
    const closed = await closings(number);
    expect(closed).toHaveLength(1);
    expect(closed[0]).toMatchObject({
      data: { visitedAt: '2026-11-23T00:02:00.000Z', recorded: { foto: [expect.any(String)] } },
    });
    expect(await onDevice(page)).not.toContain('Ruang tunggu');
    expect(
      await page.evaluate(() =>
        caches.open('tinjau').then((cache) => cache.keys().then((all) => all.map((one) => one.url))),
      ),
    ).not.toContainEqual(expect.stringContaining(number));
    await context.close();
  });

  it('is not stored twice when the answer to the first try was lost', async () => {
    const number = await aLicence();
    const { context, page } = await inspector();
    await prepare(page, number);
    await fill(page);
    let lost = 0;
    await page.route(`**/kerja/tinjau/${number}/*`, async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.fallback();
      lost += 1;
      await route.fetch();
      return route.abort('connectionreset');
    });
    await page.locator('button', { hasText: 'Kirim hasil' }).click();
    await state(page, 'Terkirim sendiri saat ada sinyal');
    expect(lost).toBe(1);
    expect(await closings(number)).toHaveLength(1);
    await page.reload();
    await page.goto(`${app.url}/kerja/tinjau`);
    await expect.poll(() => onDevice(page), { timeout: 10_000 }).toContain('"state":"sent"');
    expect(await closings(number)).toHaveLength(1);
    await context.close();
  });

  it('keeps the words and says so when the task was closed meanwhile', async () => {
    const number = await aLicence();
    const { context, page } = await inspector();
    await prepare(page, number);
    await context.setOffline(true);
    await fill(page);
    await page.locator('button', { hasText: 'Kirim hasil' }).click();
    await state(page, 'Terkirim sendiri saat ada sinyal');
    const data = { tanggal_tinjau: '2026-11-23', sesuai: true, temuan: 'Diisi di kantor.' };
    await officerDoes(app, 'peninjau.dinkes', { number, action: 'tinjau-lokasi', data });
    await context.setOffline(false);
    await page.locator('h1', { hasText: 'Tugas ini sudah ditutup' }).waitFor();
    await page.locator('.card', { hasText: 'Ruang tunggu ada' }).waitFor();
    await shoot(page, 'visit-closed-360');
    expect(await complaintsOf(page)).toEqual([]);
    expect(await closings(number)).toHaveLength(1);
    await context.close();
  });

  it('asks once more before signing out throws unsent work away', async () => {
    const number = await aLicence();
    const { context, page } = await inspector();
    await prepare(page, number);
    await fill(page);
    await page.reload();
    await state(page, 'Tersimpan di HP ini pukul');
    const exit = page.locator('form[action="/petugas/keluar"] button');
    await exit.click();
    await page.locator('[role=alert]', { hasText: 'belum terkirim' }).waitFor();
    await exit.click();
    await page.waitForURL(/\/petugas\/masuk/);
    await expect
      .poll(() => page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length)))
      .toBe(0);
    expect(await page.evaluate(() => caches.has('tinjau'))).toBe(false);
    await context.close();
  });
});

describe.each([360, 1280])('at %i px', (width) => {
  it('the list and the visit read well to everybody and fit the screen', async () => {
    const number = await aLicence();
    const { context, page } = await inspector(width);
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(`${app.url}/kerja/tinjau`);
    await page.locator('h1').waitFor();
    await shoot(page, `visits-${width}`);
    expect(await complaintsOf(page)).toEqual([]);
    await prepare(page, number);
    await shoot(page, `visit-${width}`);
    expect(await complaintsOf(page)).toEqual([]);
    expect(await excessOf(page)).toBe(0);
    expect(problems).toEqual([]);
    await context.close();
  });
});
