// The counter in a real browser: a domicile letter entered with nothing but the keyboard, every press counted.
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keystrokeSeconds } from '../../src/lib/keystroke-level.ts';
import type { TestApp } from '../support/app.ts';
import { complaintsOf, excessOf } from '../support/axe.ts';
import { createTestClock } from '../support/clock.ts';
import { type InBrowser, openInBrowser, shoot } from '../support/in-browser.ts';

let stage: InBrowser;
let app: TestApp;
beforeAll(async () => {
  stage = await openInBrowser({ clock: createTestClock('2026-11-23T08:00:00+08:00') });
  app = stage.app;
});
afterAll(() => stage?.close());

const signedIn = ({ width = 1280 } = {}): Promise<{ context: BrowserContext; page: Page }> =>
  stage.visit({ width, height: 900, as: 'petugas.lompoe' });

/** A keyboard that counts. Each question answered is one decision: reading it, looking at the card, choosing. */
function countingKeyboard(page: Page) {
  const counted = { keys: 0, decisions: 0 };
  const press = async (key: string) => {
    counted.keys += key.startsWith('Control+') || key.startsWith('Shift+') ? 2 : 1;
    await page.keyboard.press(key);
  };
  return {
    counted,
    /** Types into the question that must be at hand, then goes on. */
    async answer(question: string, ...keys: readonly string[]) {
      expect(await questionAtHand(page), `at hand before ${question}`).toBe(question);
      counted.decisions += 1;
      for (const key of keys) await press(key);
    },
    press,
  };
}

/** The name of the control that has the focus. */
function questionAtHand(page: Page): Promise<string> {
  return page.evaluate(() => {
    const control = document.activeElement;
    return control?.getAttribute('name') ?? control?.tagName ?? '';
  });
}

const typed = (text: string): readonly string[] => [...text, 'Enter'];

/** The journey of a practised officer with the card and the family card in front of him. */
async function enterDomicile(page: Page) {
  const keyboard = countingKeyboard(page);
  const { answer, press } = keyboard;
  await answer('_kenal', '1');
  await answer('tinggal_di_parepare', 'y');
  await answer('alamat_usaha_saja', 't');
  await answer('jenis', '1');
  await answer('keperluan', ...typed('melamar kerja'));
  await answer('wilayah', 'Enter'); // the officer's own kelurahan is there already
  await answer('alamat.street', ...typed('Jl Bau Massepe 12'));
  await answer('alamat.rt', ...typed('1'));
  await answer('alamat.rw', ...typed('2'));
  await answer('alamat.landmark', 'Enter');
  await answer('lama_tinggal', ...typed('170890'));
  await answer('punya_pbb', '2');
  await answer('nama', ...typed('Andi Tenri Wulandari'));
  await answer('nik', ...typed('7372011708900001'));
  await answer('hp', ...typed('081234567890'));
  await answer('asli', '1');
  await answer('asli', '1');
  await answer('asli', '1');
  await answer('_pernyataan', '1');
  keyboard.counted.decisions += 1; // everything is there: send
  await press('Control+Enter');
  return keyboard.counted;
}

describe('a domicile letter at the counter', () => {
  it('puts keys typed ahead where they belong, however fast they come', async () => {
    const { context, page } = await signedIn();
    await page.goto(`${app.url}/kerja/loket/sk-domisili`);
    // All within one turn of the browser: no frame is drawn in between.
    const chosen = await page.evaluate(() => {
      for (const key of ['1', 'y', 't', '1'])
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      const value = (name: string) => document.querySelector<HTMLInputElement>(`[name="${name}"]:checked`)?.value;
      return [
        ...['tinggal_di_parepare', 'alamat_usaha_saja', 'jenis'].map(value),
        document.activeElement?.getAttribute('name'),
      ];
    });
    expect(chosen).toEqual(['true', 'false', 'tetap', 'keperluan']);
    await context.close();
  });

  it('is entered by a practised officer within 60 seconds of keystrokes', async () => {
    const { context, page } = await signedIn();
    await page.goto(`${app.url}/kerja/loket/sk-domisili`);
    await shoot(page, 'counter-1280');
    const counted = await enterDomicile(page);
    await page.waitForURL(/tanda-terima/);
    const seconds = keystrokeSeconds(counted);
    process.stdout.write(
      `domicile letter: ${counted.keys} keys, ${counted.decisions} decisions, ${seconds.toFixed(1)} s by the keystroke-level model\n`,
    );
    expect(seconds).toBeLessThanOrEqual(60);
    await shoot(page, 'receipt-1280');
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    const [row] = await app.database.query(
      `select e.channel, e.data -> 'seen' as seen, e.data -> 'answers' ->> 'lama_tinggal' as since from cases.event e where e.channel = 'counter'`,
    );
    expect(row).toEqual({
      channel: 'counter',
      seen: ['ktp-el-pemohon', 'kartu-keluarga', 'pengantar-rt-rw'],
      since: '1990-08-17',
    });
    await context.close();
  });

  it('hides what is off the path while one answers, and says what is still empty', async () => {
    const { context, page } = await signedIn();
    await page.goto(`${app.url}/kerja/loket/sk-domisili`);
    const organisation = page.locator('[data-page="lembaga"]');
    expect(await organisation.isVisible()).toBe(false);
    await page.locator('[name="jenis"][value="lembaga"]').focus();
    await page.keyboard.press('3');
    await organisation.waitFor({ state: 'visible' });
    expect(await page.locator('[data-document="akta-lembaga"]').isVisible()).toBe(true);
    await page.locator('[name="tinggal_di_parepare"][value="false"]').focus();
    await page.keyboard.press('t');
    await page.locator('[data-unmet="tinggal-di-parepare"]').waitFor({ state: 'visible' });
    await page.keyboard.press('F3');
    await page.keyboard.type('p2');
    await page.keyboard.press('Enter');
    expect(await questionAtHand(page)).toBe('nik');
    await page.keyboard.press('F1');
    expect(await page.locator('.counter-keys').isVisible()).toBe(true);
    await context.close();
  });

  it('keeps typed text when the session has ended, and sends it after signing in again', async () => {
    const { context, page } = await signedIn();
    await page.goto(`${app.url}/kerja/loket/sk-domisili`);
    const session = (await context.cookies()).filter(({ name }) => name !== 'peramban');
    await context.clearCookies({ name: /^(?!peramban)/ });
    await page.fill('[name="keperluan"]', 'Membuka rekening');
    await page.keyboard.press('Control+Enter');
    await page.locator('[data-session]').waitFor();
    expect(await page.inputValue('[name="keperluan"]')).toBe('Membuka rekening');
    await context.addCookies(session);
    await page.reload();
    expect(await page.inputValue('[name="keperluan"]')).toBe('Membuka rekening');
    await context.close();
  });

  it('shows the box for the NIK of an earlier application, and no button of the papers smaller than a fingertip', async () => {
    const { context, page } = await signedIn({ width: 360 });
    await page.goto(`${app.url}/kerja/loket/sk-domisili`);
    expect(await page.locator('#_nik_dicari').isVisible()).toBe(true);
    const heights = await page
      .locator('.counter .button:visible')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().height)));
    expect(heights.length).toBeGreaterThan(3);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(48);
    await context.close();
  });

  it('shows on the second screen what is typed, and what the citizen says on the first', async () => {
    const { context, page } = await signedIn({ width: 1024 });
    const second = await context.newPage();
    await second.goto(`${app.url}/kerja/loket/layar`);
    await page.goto(`${app.url}/kerja/loket/sk-domisili`);
    await page.fill('[name="nama"]', 'Andi Tenri Wulandari');
    await page.fill('[name="nik"]', '7372011708900001');
    await second.getByText('Andi Tenri Wulandari').waitFor();
    expect(await second.locator('body').textContent()).not.toMatch(/7372 ?0117/);
    expect(await complaintsOf(second)).toEqual([]);
    const size = await second.locator('.citizen-screen-in').evaluate((element) => getComputedStyle(element).fontSize);
    expect(size).toBe('21px');
    await shoot(second, 'citizen-check-1024');
    await second.locator('[value="right"]').click();
    await page.getByText(/Warga membenarkan isian ini/).waitFor();
    await context.close();
  });

  const places = ['/kerja/loket', '/kerja/loket/sk-domisili', '/kerja/loket/sk-domisili?cara=kertas'];
  it.each([...places, '/kerja/loket/alat', '/kerja/kertas/sk-domisili'])(
    'has no barrier and no sideways scrolling on any screen: %s',
    async (place) => {
      const { context, page } = await signedIn();
      await page.goto(`${app.url}${place}`);
      for (const width of [1280, 1024, 360]) {
        await page.setViewportSize({ width, height: 900 });
        await shoot(page, `${place.replace(/\W+/g, '-').slice(1)}-${width}`);
        expect(await complaintsOf(page), `${place} at ${width}`).toEqual([]);
        expect(await excessOf(page), `${place} at ${width}`).toBe(0);
      }
      await context.close();
    },
  );
});
