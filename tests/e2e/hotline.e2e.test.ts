// The mayor's hotline on a telephone of 360 px: somebody writes, the mayor forwards, a head answers, the person reads it.
// SHOTS=<folder> keeps pictures.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { returnUnanswered } from '../../src/modules/hotline/service/return-unanswered.ts';
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

/** Pages work without scripts; axe needs them. */
async function visitor(username?: string, { scripts = true } = {}): Promise<Page> {
  return (await stage.visit({ width: 360, height: 740, javaScriptEnabled: scripts, as: username })).page;
}

async function look(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS)
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      await shoot(page, `${name}-${width}`);
      await page.emulateMedia({ colorScheme: 'dark' });
      await shoot(page, `${name}-${width}-dark`);
      await page.emulateMedia({ colorScheme: 'light' });
    }
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await complaintsOf(page), name).toEqual([]);
  const small = await page.evaluate(
    `[...document.querySelectorAll('main .button')].filter((one) => one.offsetParent && one.getBoundingClientRect().height < 44).map((one) => one.textContent)`,
  );
  expect(small, `${name}: too small for a thumb`).toEqual([]);
  expect(await excessOf(page), `${name} scrolls sideways`).toBe(0);
}

async function write(text: string, over: { thanks?: boolean } = {}): Promise<Page> {
  const page = await visitor();
  await page.goto(`${app.url}/wali-kota`);
  await page.locator('[name=isi]').fill(text);
  if (over.thanks) await page.locator('label', { hasText: 'Ucapan terima kasih' }).click();
  await page.locator('[name=nama]').fill('Siti Rahmah');
  await page.locator('[name=hp]').fill('0812 3456 7890');
  if (!over.thanks) await look(page, 'hotline-write');
  await page.locator('button', { hasText: 'Kirim pesan' }).click();
  await page.waitForURL(/tanda-terima$/);
  return page;
}

/** While somebody talks: no hand leaves the keyboard. */
async function noteByKeyboard(page: Page): Promise<void> {
  await page.goto(`${app.url}/kerja/catat-pesan`);
  await page.keyboard.press('Tab'); // "straight to the content"
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Air macet tiga hari di Lompoe.');
  const onButton = `document.activeElement?.matches('main form button[type=submit]')`;
  let tabs = 0;
  for (; tabs < 12 && !(await page.evaluate(onButton)); tabs++) await page.keyboard.press('Tab');
  expect(tabs).toBeLessThan(12);
  await page.keyboard.press('Enter');
  await page.locator('[role=status]', { hasText: 'Pesan tersimpan' }).waitFor();
}

it('goes from a person to the mayor, to a head of office, and back with an answer', async () => {
  const person = await write('Lampu jalan di lorong 3 mati sejak Senin. Anak-anak takut pulang mengaji.');
  const tracking = person.url().replace('/tanda-terima', '');
  await write('Jalan kami sudah mulus. Terima kasih untuk petugas Dinas PUPR.', { thanks: true });

  let mayor = await visitor('wali-kota');
  await mayor.goto(`${app.url}/kerja/wali-kota`);
  expect(await mayor.content()).not.toMatch(/Siti|3456/);
  await look(mayor, 'hotline-board');
  const card = mayor.locator('article', { hasText: 'Lampu jalan di lorong 3' });
  await card.locator('button', { hasText: 'Minta penjelasan' }).click(); // one tap
  await mayor.locator('[role=status]', { hasText: 'diminta menjelaskan' }).waitFor();
  await look(mayor, 'hotline-asked');
  await mayor.locator('button', { hasText: 'Tarik kembali' }).first().click(); // and back
  await mayor.locator('[role=status]', { hasText: 'Ditarik kembali' }).waitFor();
  await card.locator('button', { hasText: 'Teruskan ke Dishub' }).click();
  await mayor.locator('[role=status]', { hasText: 'Pimpinannya sudah diberi tahu' }).waitFor();
  const thanks = mayor.locator('article', { hasText: 'Jalan kami sudah mulus' });
  await thanks.locator('button', { hasText: 'Terima kasih' }).click();
  await mayor.locator('[role=status]', { hasText: 'Ucapan terkirim 5 menit lagi' }).waitFor();

  await mayor.goto(`${app.url}/kerja/wali-kota/daftar?tampil=heads`); // a second head, with a time of its own
  await mayor.locator('article h2 a').first().click();
  await mayor.locator('summary', { hasText: 'Tanya dinas lain juga' }).click();
  await mayor.locator('#tambah-unit').selectOption('dlh');
  await mayor.locator('label', { hasText: '1 x 24 jam' }).click();
  await mayor.locator('#tambah-teks').fill('Dahannya menutup lampu.');
  await look(mayor, 'hotline-message');
  await mayor.locator('button', { hasText: 'Tanya sekarang' }).click();
  await mayor.locator('[role=status]', { hasText: 'juga ditanya' }).waitFor();
  await look(mayor, 'hotline-two-heads');

  const second = await visitor('kadis.dlh', { scripts: false }); // a page without scripts does the same
  await second.goto(`${app.url}/kerja/pesan-wali-kota`);
  await second.locator('article a').first().click();
  expect(await second.content()).toContain('Dahannya menutup lampu.');
  await second.locator('#jawab-teks').fill('Dahan kami pangkas sore ini.');
  await second.locator('button', { hasText: 'Kirim jawaban' }).click();
  await second.locator('[role=status]', { hasText: 'Jawaban terkirim' }).waitFor();
  await person.goto(tracking);
  await person.locator('text=Dahan kami pangkas sore ini').first().waitFor();
  await person.locator('text=Kepala dinas menjawab pesan Anda').first().waitFor(); // the other has not yet

  app.clock.advance({ hours: 49 });
  await returnUnanswered(app.ctx());
  mayor = await visitor('wali-kota'); // two days later the session is over
  await mayor.goto(`${app.url}/kerja/wali-kota`);
  await mayor.locator('.tag-needs-you', { hasText: 'Dishub belum menjawab' }).waitFor();
  await look(mayor, 'hotline-board-red');

  const head = await visitor('kadis.dishub');
  await head.goto(`${app.url}/kerja/pesan-wali-kota`);
  await look(head, 'hotline-head-list');
  await head.locator('article a').first().click();
  expect(await head.content()).not.toMatch(/Siti|3456/);
  await head.locator('#jawab-teks').fill('Lampu kami ganti malam ini.');
  await look(head, 'hotline-head');
  await head.locator('button', { hasText: 'Kirim jawaban' }).click();
  await head.locator('[role=status]', { hasText: 'Jawaban terkirim' }).waitFor();

  await person.goto(tracking);
  await person.locator('text=Lampu kami ganti malam ini').first().waitFor();
  await person.locator('text=Dahan kami pangkas sore ini').first().waitFor();
  await look(person, 'hotline-answer');

  await mayor.goto(`${app.url}/kerja/wali-kota/daftar?tampil=people`);
  await mayor.locator('article h2 a').first().click();
  await mayor.locator('summary', { hasText: 'Telepon warga' }).click();
  await mayor.locator('#telepon-alasan').fill('Menelepon untuk meminta maaf');
  await mayor.locator('button', { hasText: 'Tampilkan' }).click();
  await mayor.locator('a[href="tel:+6281234567890"]').waitFor();
  await look(mayor, 'hotline-revealed');
  await person.reload();
  expect(await person.content()).toContain('Menelepon untuk meminta maaf');
  for (const part of ['perbandingan', 'piket', 'terima-kasih']) {
    await mayor.goto(`${app.url}/kerja/wali-kota/${part}`);
    await look(mayor, `hotline-${part}`);
  }
  await mayor.goto(`${app.url}/kerja/catat-pesan`);
  await look(mayor, 'hotline-note');
  await noteByKeyboard(mayor);
}, 300_000);
