// The public page of one problem with its history, photos and "follow by e-mail". SHOTS=<folder> keeps pictures.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOfficer } from '../../src/modules/cases/testing.ts';
import { publish } from '../../src/modules/complaints/index.ts';
import { officerStep } from '../../src/modules/complaints/testing.ts';
import { aReportInHand } from '../../src/modules/crew/testing.ts';
import { acceptUpload } from '../../src/modules/documents/index.ts';
import type { TestApp } from '../support/app.ts';
import { complaintsOf, excessOf } from '../support/axe.ts';
import { createTestClock } from '../support/clock.ts';
import { type InBrowser, openInBrowser, shoot } from '../support/in-browser.ts';
import { aPhoto } from '../support/papers.ts';

let stage: InBrowser;
let app: TestApp;
let address: string;

async function anUpload(name: string): Promise<string> {
  const { writeFile } = await import('node:fs/promises');
  const path = join(app.platform.config.dataDir, name);
  await writeFile(path, await aPhoto());
  return (await acceptUpload(app.ctx(), { path, fileName: name, size: 1 })).id;
}

beforeAll(async () => {
  stage = await openInBrowser({ clock: createTestClock('2026-11-23T08:00:00+08:00') });
  app = stage.app;
  const { number, problemId = '' } = await aReportInHand(app, { photos: [await anUpload('sebelum.jpg')] });
  const verifier = app.ctx(await anOfficer(app.ctx(), 'verifikator.diskominfo'));
  app.clock.advance({ hours: 5 });
  const data = { dikerjakan: 'Lampu diganti.', bukti: [await anUpload('sesudah.jpg')] };
  await officerStep(app.ctx(), 'petugas.dishub', { number, action: 'selesaikan', data });
  await publish(verifier, { problemId, title: 'Lampu lorong 3 mati', text: 'Lorong gelap sejak Senin malam.' });
  await app.database.query(
    `update complaints.photo set public_upload_id = upload_id where problem_id = '${problemId}'`,
  );
  const [row] = await app.database.query(`select code from complaints.problem where id = '${problemId}'`);
  address = `${app.url}/laporan/${String(row?.code)}`;
}, 240_000);
afterAll(() => stage?.close());

describe.each([360, 1280])('the page of a problem at %i px', (width) => {
  it('shows before and after, tells what happened, and takes an address to follow', async () => {
    const { context, page } = await stage.visit({ width });
    await page.goto(address);
    await page.locator('.timeline li', { hasText: 'melaporkan sudah beres' }).waitFor();
    expect(await page.locator('.photopair img').count()).toBe(2);
    const tops = await page
      .locator('.photopair > div')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(tops[0] === tops[1]).toBe(width === 1280);
    await shoot(page, `problem-${width}`);
    expect(await complaintsOf(page)).toEqual([]);
    await page.locator('#email').fill(`warga${width}@contoh.id`);
    await page.locator('button', { hasText: 'Ikuti laporan ini' }).click();
    await page.locator('[role=status]', { hasText: 'Buka e-mail Anda' }).waitFor();
    expect(await excessOf(page)).toBe(0);
    await context.close();
  });
});

describe('the map of all problems', () => {
  it('puts no point on the way of the keyboard to the list', async () => {
    const { context, page } = await stage.visit();
    await page.goto(`${app.url}/laporan`);
    await page.locator('.boardmap path').first().waitFor();
    const stops = page.locator('.boardmap [tabindex="0"], .boardmap path[role=button]');
    expect(await stops.count()).toBe(0);
    expect(await page.locator('.boardmap path:not([aria-hidden=true])').count()).toBe(0);
    await page.locator('.boardmap a[role=button]').last().focus();
    await page.keyboard.press('Tab');
    // The counts of the kelurahan, closed, are one stop; then the list.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('ul.rows') !== null)).toBe(true);
    await context.close();
  });
});
