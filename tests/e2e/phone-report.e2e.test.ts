// A report taken at the telephone with nothing but the keyboard, every press counted; SHOTS=<folder> keeps pictures.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keystrokeSeconds } from '../../src/lib/keystroke-level.ts';
import { anOfficer } from '../../src/modules/cases/testing.ts';
import { publish } from '../../src/modules/complaints/index.ts';
import { aReport } from '../../src/modules/complaints/testing.ts';
import type { TestApp } from '../support/app.ts';
import { complaintsOf, excessOf } from '../support/axe.ts';
import { createTestClock } from '../support/clock.ts';
import { type InBrowser, openInBrowser, shoot } from '../support/in-browser.ts';

let stage: InBrowser;
let app: TestApp;
const lapadde = '73.72.02.1004';

beforeAll(async () => {
  stage = await openInBrowser({ clock: createTestClock('2026-11-23T08:00:00+08:00') });
  app = stage.app;
});
afterAll(() => stage?.close());

async function officer({ width = 1280, scripts = true } = {}): Promise<Page> {
  const { page } = await stage.visit({ width, height: 900, javaScriptEnabled: scripts, as: 'petugas.lompoe' });
  page.setDefaultTimeout(20_000);
  return page;
}
async function looksRight(page: Page, name: string): Promise<void> {
  await shoot(page, name);
  expect(await complaintsOf(page), name).toEqual([]);
  expect(await excessOf(page), name).toBe(0);
}
/** The name of what has the focus; of a button without one, its words. */
const atHand = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement;
    return one?.getAttribute('name') ?? (one?.matches('button,a') ? one.textContent?.trim() : '') ?? '';
  });
const reportsWith = (text: string) =>
  app.database.query(
    `select r.number, r.category, r.area_code, r.place, r.level, e.channel, e.data -> 'answers' ->> 'nama' as name,
       e.data -> 'answers' ->> 'hp' as phone, e.data -> 'assisted' ->> 'mode' as mode
     from complaints.report r join cases.event e on e.case_id = r.case_id and e.seq = 1 where r.body = $1`,
    [text],
  );

/** Counts what is pressed. Free text is what the caller dictates; the rest is what the screen costs. */
function countingKeyboard(page: Page) {
  const counted = { keys: 0, dictated: 0, decisions: 0 };
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) {
      counted.keys += key.startsWith('Control+') ? 2 : 1;
      await page.keyboard.press(key);
    }
  };
  return {
    counted,
    async answer(question: string, ...keys: readonly string[]) {
      await expect.poll(() => atHand(page), { message: `at hand before ${question}`, timeout: 20_000 }).toBe(question);
      counted.decisions += 1;
      await press(...keys);
    },
    async dictated(question: string, text: string, ...keys: readonly string[]) {
      counted.dictated += text.length;
      await this.answer(question, ...text, ...keys);
    },
  };
}

// 120 characters, as callers speak; the kelurahan is not named in it.
const text =
  'Lampu jalan di lorong belakang pasar mati sejak tiga hari, gelap sekali, kemarin malam ada warga yang jatuh dari motor.';

/** Typical professional typing, slower than the keystroke-level model takes: 4 keys a second, 48 words a minute. */
const keysPerSecond = 4;

describe('a report by telephone', () => {
  it('is taken with the keyboard alone in less than 60 seconds', { timeout: 120_000 }, async () => {
    const page = await officer();
    await page.goto(`${app.url}/kerja/telepon`);
    const keyboard = countingKeyboard(page);
    await keyboard.dictated('nomor', '081234567890', 'Tab', 'Tab', 'Enter');
    await keyboard.dictated('isi', text, 'Tab');
    await keyboard.answer('kategori', '1');
    // Whoever calls about wrongdoing by officials is told of channels outside of the city.
    expect(await page.getByText('Melaporkan pelanggaran pegawai').count()).toBe(1);
    await keyboard.answer('wilayah', 'l', 'a', 'p', 'Enter');
    await keyboard.dictated('patokan', 'belakang Pasar Lakessi', 'Enter');
    await keyboard.answer('anonim', 'Enter'); // open, without a name: what nearly everybody wants
    await keyboard.dictated('nama', 'Andi Tenri', 'Enter');
    await keyboard.answer('hp', 'Enter'); // the number of the call is there already
    await keyboard.answer('_aksi', 'Enter');
    await page.waitForURL(/selesai/);
    await page.locator('.phone-spelled').waitFor();
    await keyboard.answer('Penelepon berikutnya', 'Enter');
    await page.waitForURL(/kerja\/telepon$/);
    await expect.poll(() => atHand(page), { timeout: 20_000 }).toBe('nomor');
    const { keys, dictated, decisions } = keyboard.counted;
    const model = keystrokeSeconds(keyboard.counted);
    const typed = keys / keysPerSecond;
    process.stdout.write(
      `report by telephone: ${keys} keys, ${dictated} of them dictated, ${decisions} decisions; ${typed.toFixed(1)} s of typing at 4 keys a second, ${model.toFixed(1)} s by the keystroke-level model\n`,
    );
    expect(text.length).toBe(119);
    expect(keys - dictated).toBeLessThanOrEqual(16);
    expect(typed).toBeLessThanOrEqual(50);
    expect(model).toBeLessThanOrEqual(55);
    expect(await reportsWith(text)).toEqual([
      expect.objectContaining({
        ...{ category: 'lampu.mati', area_code: lapadde, place: 'belakang Pasar Lakessi', level: 'open' },
        ...{ channel: 'phone', name: 'Andi Tenri', phone: '+6281234567890', mode: 'phone' },
      }),
    ]);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await page.context().close();
  });

  it('reads the number back in large letters, word by word', { timeout: 120_000 }, async () => {
    const page = await officer();
    await page.goto(`${app.url}/kerja/telepon`);
    await page.locator('#nomor').press('Enter');
    await page.waitForURL(/panggilan/);
    await expect.poll(() => atHand(page), { timeout: 20_000 }).toBe('Terima laporan'); // nobody known under this number: one key
    await page.keyboard.press('Enter');
    await page.waitForURL(/laporan/);
    await page.locator('#isi').fill('Got di depan rumah tersumbat');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/selesai/);
    const [{ number } = { number: '' }] = await reportsWith('Got di depan rumah tersumbat');
    const size = await page
      .locator('.phone-spelled')
      .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
    expect(size).toBeGreaterThanOrEqual(28);
    expect(await page.locator('.phone-spelled').textContent()).toMatch(
      /^L, (nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)/,
    );
    expect((await page.locator('.number').textContent())?.replace(/\s/g, '')).toContain(String(number));
    await looksRight(page, 'phone-report-sent-1280');
    await page.context().close();
  });

  it('shows 112 while words of danger are typed', { timeout: 120_000 }, async () => {
    const page = await fresh();
    expect(await page.locator('[data-target=danger]').isVisible()).toBe(false);
    await page.locator('#isi').pressSequentially('Ada kabel listrik putus dan orang tersengat');
    await page.getByText('Penelepon menyebut bahaya.').waitFor();
    await looksRight(page, 'phone-report-danger-1280');
    await page.context().close();
  });

  it('loses nothing when the page is reloaded, or opened on another machine', { timeout: 120_000 }, async () => {
    const page = await fresh();
    await page.locator('#isi').pressSequentially('Sampah tidak diangkut');
    await page.locator('#patokan').fill('ujung lorong 5');
    await page.reload();
    expect(await page.inputValue('#isi')).toBe('Sampah tidak diangkut');
    expect(await page.inputValue('#patokan')).toBe('ujung lorong 5');
    await page.locator('#nama').fill('Besse');
    await page.locator('[data-target=draft]', { hasText: 'Tersimpan' }).waitFor();
    const elsewhere = await officer();
    await elsewhere.goto(page.url());
    expect(await elsewhere.inputValue('#isi')).toBe('Sampah tidak diangkut');
    expect(await elsewhere.inputValue('#nama')).toBe('Besse');
    await elsewhere.context().close();
    await page.context().close();
  });
});

/** A report screen just opened for a caller whose number is hidden. */
async function fresh(options: { width?: number; scripts?: boolean } = {}): Promise<Page> {
  const page = await officer(options);
  await page.goto(`${app.url}/kerja/telepon`);
  await page.getByRole('button', { name: 'Terima laporan' }).click();
  await page.waitForURL(/kerja\/telepon\/laporan/);
  return page;
}

describe('a problem that is known', () => {
  it('is joined by one key while the caller still speaks, and by a button without scripts', {
    timeout: 180_000,
  }, async () => {
    const known = 'Drainase di depan pasar tersumbat, air meluap ke jalan';
    const { problemId = '' } = await aReport(app.ctx(), { text: known, category: 'drainase.tersumbat', area: lapadde });
    const verifier = app.ctx(await anOfficer(app.ctx(), 'verifikator.diskominfo'));
    await publish(verifier, { problemId, title: 'Drainase tersumbat', text: known });
    const supporters = async () =>
      (await app.database.query('select supporters from complaints.problem where id = $1', [problemId]))[0]?.supporters;

    const page = await fresh();
    await page.locator('#isi').fill('Drainase depan pasar tersumbat dan air meluap');
    await page.locator('#wilayah').selectOption(lapadde);
    await page.locator('.phone-known').waitFor();
    await looksRight(page, 'phone-report-known-1280');
    await page.keyboard.press('F6');
    await page.waitForURL(/ikut/);
    await looksRight(page, 'phone-report-joined-1280');
    expect(await supporters()).toBe(1);
    await page.keyboard.press('Enter');
    await page.waitForURL(/kerja\/telepon$/);
    await page.context().close();

    const plain = await fresh({ scripts: false, width: 360 });
    await plain.locator('#isi').fill('Drainase depan pasar tersumbat dan air meluap');
    await plain.locator('#wilayah').selectOption(lapadde);
    await plain.getByRole('button', { name: 'kirim laporan' }).click();
    await plain.getByText('Apakah masalah yang sama?').waitFor();
    await shoot(plain, 'phone-report-plain-known-360');
    expect(await plain.inputValue('#isi')).toBe('Drainase depan pasar tersumbat dan air meluap');
    await plain.getByRole('button', { name: 'kirim laporan' }).click(); // not that one
    await plain.waitForURL(/selesai/);
    expect(await supporters()).toBe(1);
    expect(await reportsWith('Drainase depan pasar tersumbat dan air meluap')).toHaveLength(1);
    await plain.context().close();
  });
});

describe.each([360, 1280])('the screen at %i px', (width) => {
  it('has no barrier and no sideways scrolling', { timeout: 120_000 }, async () => {
    const page = await fresh({ width });
    await looksRight(page, `phone-report-${width}`);
    await page.locator('#isi').pressSequentially('Jalan berlubang besar di depan sekolah');
    await page.locator('.sense-choice').first().waitFor();
    await looksRight(page, `phone-report-guess-${width}`);
    await page.context().close();
  });

  it('says what is missing and keeps what was typed', { timeout: 120_000 }, async () => {
    const page = await fresh({ width, scripts: false });
    await page.locator('#nama').fill('Besse');
    await page.locator('#hp').fill('12');
    await page.getByRole('button', { name: 'kirim laporan' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.inputValue('#nama')).toBe('Besse');
    expect(await page.inputValue('#hp')).toBe('12');
    await page.context().close();
  });
});
