// The dispatcher's desk in a browser: axe, a narrow screen, and the way of a report over it; SHOTS=<folder> keeps pictures.
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aReport, dispatch } from '../../src/modules/complaints/testing.ts';
import { acceptUpload } from '../../src/modules/documents/index.ts';
import type { TestApp } from '../support/app.ts';
import { complaintsOf, excessOf } from '../support/axe.ts';
import { createTestClock } from '../support/clock.ts';
import { type InBrowser, openInBrowser, shoot } from '../support/in-browser.ts';

let stage: InBrowser;
let app: TestApp;
const numbers: Record<'danger' | 'lamp' | 'twin' | 'secret' | 'sent', string> = {
  danger: '',
  lamp: '',
  twin: '',
  secret: '',
  sent: '',
};

/** A picture with a plate to cover: a white field in the middle. */
async function aPhoto(): Promise<string> {
  const plate = await sharp({ create: { width: 120, height: 40, channels: 3, background: '#ffffff' } })
    .png()
    .toBuffer();
  const path = join(app.platform.config.dataDir, 'foto.jpg');
  await sharp({ create: { width: 800, height: 600, channels: 3, background: '#3b5f4a' } })
    .composite([{ input: plate, left: 340, top: 280 }])
    .jpeg()
    .toFile(path);
  const { size } = await sharp(path).metadata();
  return (await acceptUpload(app.ctx(), { path, fileName: 'foto.jpg', size: size ?? 1 })).id;
}

beforeAll(async () => {
  stage = await openInBrowser({ clock: createTestClock('2026-11-23T08:00:00+08:00') });
  app = stage.app;
  const photos = [await aPhoto()];
  const make = async (key: keyof typeof numbers, over: Parameters<typeof aReport>[1]) => {
    numbers[key] = (await aReport(app.ctx(), over)).number;
  };
  await make('lamp', {
    text: 'Lampu lorong 3 mati sejak Senin malam, hubungi Pak Rahman 081234567890',
    place: 'Depan Masjid Raya',
    photos,
  });
  app.clock.advance({ minutes: 5 });
  await make('twin', { text: 'Lampu jalan lorong tiga padam total', place: 'Lorong 3', category: undefined });
  await make('danger', { text: 'Kabel listrik putus menjuntai di depan sekolah', category: undefined, place: 'SDN 5' });
  await make('secret', {
    text: 'Petugas meminta uang untuk mengurus surat',
    category: undefined,
    level: 'secret',
    point: undefined,
  });
  await make('sent', { text: 'Lampu taman tidak menyala', photos });
  await dispatch(app.ctx(), numbers.sent);
}, 180_000);
afterAll(() => stage?.close());

async function signedIn(
  username: string,
  options: { width?: number; scripts?: boolean } = {},
): Promise<BrowserContext> {
  const { width = 1280, scripts = true } = options;
  const { context, page } = await stage.visit({ width, javaScriptEnabled: scripts, as: username });
  await page.close(); // each test opens its own
  return context;
}

it.each([360, 1280])('the list is without complaints and fits at %i px', async (width) => {
  const context = await signedIn('verifikator.diskominfo', { width });
  const page = await context.newPage();
  await page.goto(`${app.url}/kerja/laporan`);
  await shoot(page, `list-${width}`);
  expect(await excessOf(page)).toBeLessThanOrEqual(0);
  await page.locator('.oneTap summary').first().click();
  await shoot(page, `list-open-${width}`);
  expect(await complaintsOf(page)).toEqual([]);
  await context.close();
});

it('forwards with one tap and takes it back', async () => {
  const context = await signedIn('verifikator.diskominfo');
  const page = await context.newPage();
  await page.goto(`${app.url}/kerja/laporan`);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(
    `/kerja/laporan/${numbers.lamp}`,
  );
  await page.locator(`form[action$="/${numbers.lamp}/teruskan"] button`).click();
  await page.getByText('sudah diteruskan').waitFor();
  expect(await page.locator(`form[action$="/${numbers.lamp}/teruskan"]`).count()).toBe(0);
  await shoot(page, 'forwarded');
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await page.getByText('kembali ke daftar Anda').waitFor();
  expect(await page.locator(`form[action$="/${numbers.lamp}/teruskan"]`).count()).toBe(1);
  await context.close();
});

async function photoAddress(number: string): Promise<string> {
  const [row] = await app.database.query(
    `select f.id from complaints.photo f join complaints.report r on r.case_id = f.case_id where r.number = '${number}'`,
  );
  return `/kerja/laporan/${number}/foto/${String(row?.id)}`;
}

it.each([360, 1280])('report, gate and covering tool are without complaints and fit at %i px', async (width) => {
  const context = await signedIn('verifikator.diskominfo', { width });
  const page = await context.newPage();
  const pages = {
    report: `/kerja/laporan/${numbers.lamp}`,
    gate: `/kerja/laporan/${numbers.lamp}/tayang`,
    cover: `${await photoAddress(numbers.lamp)}/tutupi`,
  };
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(`${app.url}${path}`);
    await shoot(page, `${name}-${width}`);
    expect([name, await excessOf(page)]).toEqual([name, 0]);
    expect([name, await complaintsOf(page)]).toEqual([name, []]);
  }
  await context.close();
});

it('draws a box over a plate, publishes the photo, and everybody gets it black', async () => {
  const context = await signedIn('verifikator.diskominfo');
  const page = await context.newPage();
  await page.goto(`${app.url}/kerja/laporan/${numbers.lamp}/tayang`);
  await page.getByRole('link', { name: /Tutupi wajah/ }).click();
  const box = await page.locator('canvas').boundingBox();
  if (!box) throw new Error('nothing to draw on');
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(0.4, 0.45));
  await page.mouse.down();
  await page.mouse.move(...at(0.5, 0.5));
  await page.mouse.move(...at(0.6, 0.56));
  await page.mouse.up();
  expect(Number(await page.locator('#width-1').inputValue())).toBeCloseTo(20, 0);
  await shoot(page, 'cover-drawn');
  await page.getByRole('button', { name: 'Tutupi dan simpan' }).click();
  await page.getByText('sudah ditutupi').first().waitFor();
  await page.getByLabel('Tampilkan foto ini').check();
  await page.getByRole('button', { name: 'Tayangkan' }).click();
  await page.getByText('sekarang dilihat umum').waitFor();
  await shoot(page, 'gate-published');
  await page.getByRole('link', { name: 'Lihat halaman umumnya' }).click();
  const source = await page.locator('figure img').first().getAttribute('src');
  const picture = Buffer.from(await (await page.request.get(`${app.url}${source}`)).body());
  const { data } = await sharp(picture)
    .extract({ left: 380, top: 290, width: 20, height: 20 })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(Math.max(...data)).toBeLessThan(60);
  await context.close();
});

/** Only keys: whoever cannot use a pointer does all of this. */
async function press(page: Page, name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> {
  await page.getByRole(role, { name }).first().focus();
  await page.keyboard.press('Enter');
}

it('merges a report with another problem and takes that back, by keyboard', async () => {
  const context = await signedIn('verifikator.diskominfo');
  const page = await context.newPage();
  await page.goto(`${app.url}/kerja/laporan/${numbers.twin}`);
  await press(page, /^Gabungkan ke laporan ini/);
  await page.getByText('Laporan sudah digabung').waitFor();
  await page.locator('#alasan-lepas').focus();
  await page.keyboard.type('Tiang yang lain');
  await page.keyboard.press('Enter');
  await page.getByText('Laporan ditangani sendiri lagi').waitFor();
  expect(await page.locator('form[action$="/gabung"]').count()).toBeGreaterThan(0);
  await context.close();
});

it('forwards several at once and undoes it from the list of joint actions, by keyboard', async () => {
  const context = await signedIn('verifikator.diskominfo');
  const page = await context.newPage();
  await page.goto(`${app.url}/kerja/laporan?tampil=urut`);
  for (const number of [numbers.lamp, numbers.twin]) {
    await page.locator(`input[name="pilih"][value="${number}"]`).focus();
    await page.keyboard.press('Space');
  }
  await page.getByText('2 laporan dipilih').waitFor();
  await press(page, 'Teruskan bersama');
  for (const [field, value] of Object.entries({ unit: 'dishub', kelas: 'biasa', prioritas: 'sedang' }))
    await page.locator(`select[name="${field}"]`).selectOption(value);
  await shoot(page, 'choose-1280');
  await press(page, 'Teruskan semua');
  await page.getByText('Selesai dikerjakan').waitFor();
  await shoot(page, 'batch-1280');
  expect(await complaintsOf(page)).toEqual([]);
  await press(page, 'Tindakan bersama', 'link');
  await page.getByText('2 dari 2 berhasil').waitFor();
  await shoot(page, 'batches-1280');
  expect(await complaintsOf(page)).toEqual([]);
  await press(page, 'Urungkan semua');
  await page.getByText('Sudah diurungkan').first().waitFor();
  await page.goto(`${app.url}/kerja/laporan?tampil=urut`);
  for (const number of [numbers.lamp, numbers.twin])
    expect(await page.locator(`input[name="pilih"][value="${number}"]`).count()).toBe(1);
  await context.close();
});

it('shows reports on a map drawn from the list, whose links and zoom buttons take the keyboard', async () => {
  const context = await signedIn('verifikator.diskominfo');
  const page = await context.newPage();
  for (const path of ['/kerja/laporan?tampil=terbuka&peta=1', `/kerja/laporan/${numbers.lamp}`]) {
    await page.goto(`${app.url}${path}`);
    await page.locator('.boardmap .leaflet-interactive').first().waitFor();
    await page.getByRole('button', { name: 'Perbesar' }).focus();
    await page.keyboard.press('Enter');
    expect([path, await complaintsOf(page)]).toEqual([path, []]);
  }
  await context.close();
  const plain = await signedIn('verifikator.diskominfo', { scripts: false });
  const still = await plain.newPage();
  await still.goto(`${app.url}/kerja/laporan?tampil=terbuka&peta=1`);
  expect(await still.locator('.boardmap').isVisible()).toBe(false);
  expect(await still.locator(`#laporan-di-peta a[href="/kerja/laporan/${numbers.lamp}"]`).isVisible()).toBe(true);
  await plain.close();
});

it.each([360, 1280])(
  'desk, batches, watched cases, links, templates: no complaints, and they fit at %i px',
  async (width) => {
    const admin = await signedIn('admin', { width });
    const context = await signedIn('verifikator.diskominfo', { width });
    const page = await context.newPage();
    const [batch] = await app.database.query('select id from dispatch.batch limit 1');
    await page.goto(`${app.url}/kerja/laporan/${numbers.lamp}`);
    const watch = page.locator('form[action$="/pantau"] button');
    if ((await watch.count()) > 0) await watch.click();
    await page.goto(`${app.url}/petugas/berkas/${numbers.lamp}/taut`);
    if (width === 360) {
      await page.getByLabel('Nomor berkas atau laporan lain').fill(numbers.twin);
      await page.getByLabel('Alasan').fill('Lampu di lorong yang sama');
      await page.getByRole('button', { name: 'Tautkan', exact: true }).click();
      await page.getByText('sudah tertaut').waitFor();
    }
    const pages = {
      map: '/kerja/laporan?tampil=terbuka&peta=1',
      batches: '/kerja/laporan/banyak',
      batch: `/kerja/laporan/banyak/${String(batch?.id)}`,
      watched: '/petugas/pantauan',
      links: `/petugas/berkas/${numbers.lamp}/taut`,
      beyond: `/kerja/laporan/${numbers.lamp}?sebab=listrik`,
      case: `/petugas/berkas/${numbers.lamp}`,
    };
    const templates = await admin.newPage();
    await templates.goto(`${app.url}/petugas/kalimat-laporan`);
    for (const [name, path] of [...Object.entries(pages), ['templates', '']] as const) {
      const shown = name === 'templates' ? templates : page;
      if (path !== '') await page.goto(`${app.url}${path}`);
      await shoot(shown, `${name}-${width}`);
      expect([name, await excessOf(shown)]).toEqual([name, 0]);
      expect([name, await complaintsOf(shown)]).toEqual([name, []]);
      if (process.env.SHOTS) await darkAndForced(shown, `${name}-${width}`);
    }
    await admin.close();
    await context.close();
  },
  120_000,
);

async function darkAndForced(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await shoot(page, `${name}-forced`);
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
}
