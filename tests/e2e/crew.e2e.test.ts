// The crew at a broken lamp, with the network cut in the middle, in a real browser. SHOTS=<folder> keeps pictures.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aReportInHand } from '../../src/modules/crew/testing.ts';
import type { TestApp } from '../support/app.ts';
import { complaintsOf, excessOf } from '../support/axe.ts';
import { createTestClock } from '../support/clock.ts';
import { type InBrowser, openInBrowser, shoot, type Visit } from '../support/in-browser.ts';
import { aPhoto } from '../support/papers.ts';
import { type Relay, startRelay } from '../support/relay.ts';

let stage: InBrowser;
let app: TestApp;
let wire: Relay;
const here = { latitude: -4.012345, longitude: 119.623744 }; // 32 m from the lamp

beforeAll(async () => {
  stage = await openInBrowser({ clock: createTestClock('2026-11-23T08:00:00+08:00') });
  app = stage.app;
  wire = await startRelay(app.url);
});
afterAll(async () => {
  await stage?.close();
  await wire?.close();
});

const crew = (width = 360): Promise<Visit> =>
  stage.visit({ width, as: 'petugas.dishub', base: wire.url, geolocation: here, permissions: ['geolocation'] });

const state = (page: Page, text: string) => page.locator('[data-target=state]', { hasText: text }).waitFor();
const countOf = async (sql: string): Promise<number> => Number((await app.database.query(sql))[0]?.n);
const visitsTo = (number: string) =>
  countOf(
    `select count(*)::int as n from crew.visit v join cases."case" c on c.id = v.case_id where c.number = '${number}'`,
  );
const stateOf = async (number: string) =>
  (await app.database.query(`select state from cases."case" where number = '${number}'`))[0]?.state;

/** A photo as a camera without a position in it makes it: the phone says where it was. */
async function bare(): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(await aPhoto(1200, 900))
    .jpeg()
    .toBuffer();
}
async function addPhoto(page: Page, field: string, name: string): Promise<void> {
  await page.locator(`#${field}`).setInputFiles({ name, mimeType: 'image/jpeg', buffer: await bare() });
  await page.locator(`[data-target=places-${field}] li`, { hasText: name }).waitFor();
}

function onPhone(page: Page, shelf: string): Promise<string> {
  return page.evaluate(
    (name) =>
      new Promise<string>((done) => {
        const request = indexedDB.open('lapangan', 1);
        request.onsuccess = () => {
          const all = request.result.transaction(name).objectStore(name).getAll();
          all.onsuccess = () => done(JSON.stringify(all.result));
        };
      }),
    shelf,
  );
}

describe('the crew where there is no signal', () => {
  it('finds its list and the report, records the visit, and it is sent once when the network is back', async () => {
    const { number } = await aReportInHand(app, { name: 'Besse Nurhayati', phone: '081244556677' });
    const { context, page } = await crew();
    await page.goto(`${wire.url}/lapangan`);
    await state(page, 'Daftar ini tersimpan di HP ini.');
    expect(await onPhone(page, 'jobs')).not.toMatch(/Besse|4455/);
    wire.cut();
    await context.setOffline(true);
    await page.reload();
    await state(page, 'Tanpa sinyal.');
    await page.locator(`[data-number="${number}"] a`, { hasText: 'Kerjakan' }).click();
    await page.locator('[data-target=known]', { hasText: 'Lampu lorong 3 mati' }).waitFor();
    await addPhoto(page, 'sebelum', 'mati.jpg');
    await page.locator('[data-target=places-sebelum]', { hasText: '32 m dari titik laporan' }).waitFor();
    await page.locator('[name=dikerjakan]').fill('Lampu diganti dan dicoba.');
    await page.locator('[name=menit]').fill('25');
    await state(page, 'Tersimpan di HP ini pukul');
    await page.reload();
    await page.locator('[data-target=places-sebelum] li', { hasText: 'mati.jpg' }).waitFor();
    expect(await page.locator('[name=dikerjakan]').inputValue()).toBe('Lampu diganti dan dicoba.');
    await addPhoto(page, 'sesudah', 'menyala.jpg');
    await shoot(page, 'crew-offline-360');
    expect(await complaintsOf(page)).toEqual([]);
    await page.locator('button', { hasText: 'Laporkan selesai' }).click();
    await state(page, 'Terkirim sendiri saat ada sinyal.');
    expect(await visitsTo(number)).toBe(0);
    wire.mend();
    await context.setOffline(false);
    await state(page, 'Pelapor sedang ditanya.');
    await shoot(page, 'crew-sent-360');
    expect(await visitsTo(number)).toBe(1);
    expect(await stateOf(number)).toBe('menunggu-pelapor');
    const photos = await app.database.query(
      `select p.kind, p.source, p.distance_m from crew.photo p join cases."case" c on c.id = p.case_id where c.number = '${number}' order by p.kind`,
    );
    expect(photos).toEqual([
      { kind: 'after', source: 'phone', distance_m: 32 },
      { kind: 'before', source: 'phone', distance_m: 32 },
    ]);
    expect(await onPhone(page, 'visits')).not.toContain('Lampu diganti');
    await page.goto(`${wire.url}/lapangan`);
    await state(page, 'Daftar ini tersimpan di HP ini.');
    expect(await onPhone(page, 'jobs')).not.toContain(number);
    await context.close();
  });

  it('is not stored twice when the answers to the first tries were lost, the photo included', async () => {
    const { number } = await aReportInHand(app);
    const { context, page } = await crew();
    await page.goto(`${wire.url}/lapangan/${number}`);
    await state(page, 'Siap dibawa tanpa sinyal');
    await addPhoto(page, 'sesudah', 'menyala.jpg');
    await page.locator('[name=dikerjakan]').fill('Lampu diganti.');
    const lost = new Set<string>();
    await page.route(`**/lapangan/${number}**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      const part = pathname.split('/').pop() ?? '';
      if (route.request().method() !== 'POST' || lost.has(part)) return route.fallback();
      lost.add(part);
      await route.fetch();
      return route.abort('connectionreset');
    });
    await page.locator('button', { hasText: 'Laporkan selesai' }).click();
    await state(page, 'Terkirim sendiri saat ada sinyal.');
    for (const left of ['foto', 'selesai'])
      await expect
        .poll(
          async () => {
            await page.evaluate(() => window.dispatchEvent(new Event('online')));
            return lost.has(left);
          },
          { timeout: 20_000, interval: 2000 },
        )
        .toBe(true);
    await page.reload();
    await expect.poll(() => onPhone(page, 'visits'), { timeout: 20_000 }).toContain('"state":"sent"');
    expect([...lost].sort()).toEqual([number, 'foto', 'selesai'].sort());
    expect(await visitsTo(number)).toBe(1);
    expect(
      await countOf(
        `select count(*)::int as n from crew.photo p join cases."case" c on c.id = p.case_id where c.number = '${number}'`,
      ),
    ).toBe(1);
    await context.close();
  });

  it('measures the time between start and stop, and asks for the proof before anything is sent', async () => {
    const { number } = await aReportInHand(app);
    const { context, page } = await crew();
    await context.clock.install({ time: new Date('2026-11-23T08:02:00+08:00') });
    await page.goto(`${wire.url}/lapangan/${number}`);
    await state(page, 'Siap dibawa tanpa sinyal');
    await page.locator('button', { hasText: 'Mulai bekerja' }).click();
    await context.clock.fastForward('35:00');
    await page.locator('button', { hasText: 'Berhenti bekerja' }).click();
    expect(await page.locator('[name=menit]').inputValue()).toBe('35');
    await page.locator('[name=dikerjakan]').fill('Dilihat.');
    await page.locator('button', { hasText: 'Laporkan selesai' }).click();
    await state(page, 'Tambah foto sesudah, atau tulis alasan tanpa foto.');
    expect(await visitsTo(number)).toBe(0);
    await context.close();
  });
});

describe.each([360, 1280])('at %i px', (width) => {
  it('list, map and report read well to everybody and fit the screen', async () => {
    const near = await aReportInHand(app, { point: { lat: -4.0125, long: 119.6239 }, text: 'Lampu dekat' });
    const far = await aReportInHand(app, {
      ...{ point: { lat: -4.03, long: 119.64 }, text: 'Lampu di ujung jalan mati, sangat gelap bila hujan.' },
      place: 'Seberang SD 5',
    });
    const { context, page } = await crew(width);
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(`${wire.url}/lapangan`);
    await state(page, 'Daftar ini tersimpan di HP ini.');
    await page.locator('.boardmap path').first().waitFor();
    await page.locator('button', { hasText: 'Urutkan dari yang terdekat' }).click();
    await state(page, 'Diurutkan dari yang terdekat.');
    const order = await page
      .locator('[data-number]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-number')));
    expect(order.indexOf(near.number)).toBeLessThan(order.indexOf(far.number));
    expect(await page.locator('.boardmap [tabindex="0"]').count()).toBe(0);
    await shoot(page, `crew-list-${width}`);
    expect(await complaintsOf(page)).toEqual([]);
    await page.goto(`${wire.url}/lapangan/${far.number}`);
    await state(page, 'Siap dibawa tanpa sinyal');
    await addPhoto(page, 'sebelum', 'jauh.jpg');
    await page.locator('.crew-far', { hasText: 'Jauh: 2,7 km' }).waitFor();
    await shoot(page, `crew-visit-${width}`);
    expect(await complaintsOf(page)).toEqual([]);
    expect(await excessOf(page)).toBe(0);
    expect(problems).toEqual([]);
    await context.close();
  });
});
