// Maps without a tile server: the region's own outlines. SHOTS=<folder> keeps pictures.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApp } from '../support/app.ts';
import { createTestClock } from '../support/clock.ts';
import { type InBrowser, openInBrowser, shoot } from '../support/in-browser.ts';

let stage: InBrowser;
let app: TestApp;

beforeAll(async () => {
  stage = await openInBrowser({ clock: createTestClock('2026-11-23T08:00:00+08:00') });
  app = stage.app;
  await app.database.query(
    `insert into complaints.problem (region_id, id, code, title, category, unit_id, lat, long, cell, area_code, status, level, lead_case, opened_at,
       updated_at, published, published_at, public_title, public_text)
     select 'parepare', gen_random_uuid(), left(gen_random_uuid()::text, 18), 'Lampu mati', 'lampu.mati', unit.id, lat, long, 0, area,
       case when at % 4 = 3 then 'closed' else 'open' end, 'open', gen_random_uuid(), '2026-11-20T00:00Z',
       '2026-11-20T00:00Z'::timestamptz - at * interval '1 minute', true, '2026-11-20T00:00Z', 'Lampu mati ke-' || at, 'Gelap'
     from (values (1, -4.0134, 119.6226, '73.72.02.1005'), (2, -4.0121, 119.6240, '73.72.02.1005'), (3, -4.0060, 119.6250, '73.72.03.1004'),
       (4, -4.0200, 119.6280, '73.72.04.1001'), (5, -4.0240, 119.6290, '73.72.04.1004'), (6, -4.0350, 119.6400, '73.72.04.1006'),
       (7, -4.0200, 119.6510, '73.72.01.1004'), (8, -4.0590, 119.6290, '73.72.04.1003'), (9, -3.9820, 119.6470, '73.72.03.1007'),
       (10, -3.9930, 119.6550, '73.72.02.1004'), (11, -4.0095, 119.6330, '73.72.03.1002'), (12, -4.0600, 119.6760, '73.72.01.1005'))
       as place (at, lat, long, area)
     cross join lateral (select id from organisation.unit where region_id = 'parepare' and code = 'dishub') unit`,
  );
}, 240_000);
afterAll(() => stage?.close());

async function open(
  path: string,
  options: { width?: number; script?: boolean; contrast?: boolean } = {},
): Promise<Page> {
  const { width = 360, script = true } = options;
  const { page } = await stage.visit({ width, height: width < 600 ? 740 : 800, javaScriptEnabled: script });
  await page.goto(`${app.url}${path}`);
  return page;
}

/** The page of one problem; `place` says what is known of where it is. */
async function problemPage(place: string): Promise<string> {
  const [row] = await app.database.query(
    `update complaints.problem set ${place} where public_title = 'Lampu mati ke-8' returning code`,
  );
  return `/laporan/${String(row?.code)}`;
}

describe('without JavaScript', () => {
  it.each([360, 1280])('the list has a drawing with numbers and the same as links, at %i px', async (width) => {
    const page = await open('/laporan', { width, script: false });
    const drawing = page.locator('.boardmap .areasketch');
    expect(await drawing.locator('a').count()).toBe(22);
    expect(await drawing.locator('text').allTextContents()).toContain('1');
    expect(await page.locator('.areasketch a:not([tabindex="-1"])').count()).toBe(0);
    await page.locator('summary', { hasText: 'menurut kelurahan' }).click();
    await shoot(page, `tanpa-skrip-${width}`);
    expect((await page.locator('.areacounts li', { hasText: 'Mallusetasi' }).textContent())?.trim()).toBe(
      'Mallusetasi 2',
    );
    await page.locator('.areacounts a', { hasText: 'Mallusetasi' }).click();
    expect(await page.locator('ul.rows > li').count()).toBe(2);
    expect(await page.locator('.areasketch .chosen').count()).toBe(1);
    await page.context().close();
  });
  it('the piece for other sites has the drawing too, cut to the kelurahan of its filter', async () => {
    const page = await open('/laporan/sisipan?wilayah=73.72.04.1003', { script: false });
    expect(await page.locator('.areasketch .chosen').count()).toBe(1);
    expect(await page.locator('.areasketch a:not([target="_blank"])').count()).toBe(0);
    await shoot(page, 'sisipan-360');
    await page.context().close();
  });
});

describe('the map of one problem', () => {
  it.each([360, 1280])('is its point, or its kelurahan as a place that nobody pointed at, at %i px', async (width) => {
    const page = await open(await problemPage('lat = -4.059, long = 119.629, cell = 0'), { width });
    await page.locator('.boardmap-open').waitFor({ state: 'attached' });
    await page.locator('.sketch-area').first().waitFor({ state: 'attached' });
    await shoot(page, `masalah-${width}`);
    await page.goto(`${app.url}${await problemPage('lat = null, long = null, cell = null')}`);
    await page.locator('.boardmap-area').waitFor({ state: 'attached' });
    expect(await page.locator('.boardmap-open').count()).toBe(0);
    await page.locator('[role=status]', { hasText: 'Titiknya tidak ditandai.' }).waitFor();
    await shoot(page, `masalah-tanpa-titik-${width}`);
    await problemPage('lat = -4.059, long = 119.629, cell = 0');
    await page.context().close();
  });
});

describe('the kelurahan of a point on the form', () => {
  const point = (page: Page, lat: number, long: number): Promise<void> =>
    page.evaluate(
      ([north, east]) => {
        const where = document.querySelector('[data-module="report-place"]');
        where?.dispatchEvent(new CustomEvent('placed', { detail: { lat: north, long: east } }));
      },
      [lat, long] as const,
    );
  it('is filled in, proposed near a border, asked about outside, and never taken from who chose it', async () => {
    const { context, page } = await stage.visit({
      ...{ width: 360, height: 740, permissions: ['geolocation'] },
      geolocation: { latitude: -4.06, longitude: 119.63, accuracy: 12 },
    });
    await page.goto(`${app.url}/lapor`);
    const select = page.locator('select[name=wilayah]');
    const said = page.locator('[data-target="area-said"]');
    await page.locator('button', { hasText: 'Gunakan lokasi saya' }).click();
    await said.filter({ hasText: 'kelurahan Lumpue' }).waitFor();
    expect(await select.inputValue()).toBe('73.72.04.1003');
    await point(page, -4.0182, 119.6262);
    await said.filter({ hasText: 'dekat batas' }).waitFor();
    expect(await select.inputValue()).toBe('');
    await shoot(page, 'lapor-batas-360');
    await page.locator('[data-target="area-choices"] button').first().click();
    expect(await select.inputValue()).not.toBe('');
    await point(page, -4.02, 119.58);
    await said.filter({ hasText: 'di luar Kota Parepare' }).waitFor();
    await select.selectOption('73.72.01.1004');
    await point(page, -4.06, 119.63);
    await said.filter({ hasText: 'Pilihan Anda tetap dipakai' }).waitFor();
    expect(await select.inputValue()).toBe('73.72.01.1004');
    await context.close();
  });
});

describe.each([360, 1280])('without a tile server, at %i px', (width) => {
  it('the map of all problems stands on the outlines of the kelurahan, which are no stops and no buttons', async () => {
    const page = await open('/laporan', { width });
    await page.locator('.sketch-area').first().waitFor({ state: 'attached' });
    expect(await page.locator('.sketch-area').count()).toBe(22);
    expect(await page.locator('.sketch-coast').count()).toBe(1);
    expect(await page.locator('.boardmap path:not([aria-hidden=true])').count()).toBe(0);
    await page.locator('.sketch-name span:visible', { hasText: 'Lemoe' }).waitFor();
    await shoot(page, `laporan-${width}`);
    await page.context().close();
  });
  it('the map of the form shows them too', async () => {
    const page = await open('/lapor', { width });
    await page.locator('button', { hasText: 'Tunjuk di peta' }).click();
    await page.locator('.sketch-area').first().waitFor({ state: 'attached' });
    await page.locator('.sketch-name span:visible').first().waitFor();
    await shoot(page, `lapor-${width}`);
    await page.context().close();
  });
  it('a filter by kelurahan draws it out', async () => {
    const page = await open('/laporan?wilayah=73.72.04.1003', { width });
    await page.locator('.boardmap-area').waitFor({ state: 'attached' });
    await page.locator('.sketch-name span:visible', { hasText: 'Lumpue' }).waitFor();
    const [map, area] = [page.locator('.boardmap'), page.locator('.boardmap-area')];
    const [outer, inner] = [await map.boundingBox(), await area.boundingBox()];
    expect((inner?.height ?? 0) / (outer?.height ?? 1)).toBeGreaterThan(0.4);
    await shoot(page, `lumpue-${width}`);
    await page.context().close();
  });
});
