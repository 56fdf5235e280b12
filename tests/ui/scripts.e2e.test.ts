import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GalleryBrowser, openGallery } from './browser.ts';

let gallery: GalleryBrowser;

beforeAll(async () => {
  gallery = await openGallery();
}, 60_000);
afterAll(() => gallery?.close());

describe('scripts, when they run', () => {
  it('move the focus to the list of errors, and from there into the field', async () => {
    await gallery.visit({ path: '/gaya/formulir', width: 360 }, async (page) => {
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
      await page.click('.summary-bad a');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('nama');
    });
  });

  it('count characters, group digits and offer the phone’s place', async () => {
    await gallery.visit({ path: '/gaya', width: 360 }, async (page) => {
      await page.fill('#g-kegiatan', 'a'.repeat(190));
      expect(await page.textContent('#g-kegiatan-counter')).toBe('Sisa 10 huruf');
      expect(await page.getAttribute('#g-kegiatan-counter', 'aria-live')).toBe('polite');
      expect(await page.inputValue('#g-nik')).toBe('7372 0102 0304 0005');
      await page.locator('#g-kk').pressSequentially('7372010203');
      expect(await page.inputValue('#g-kk')).toBe('7372 0102 03');
      expect(await page.inputValue('#g-uang')).toBe('12.500.000');
      expect(await page.isVisible('text=Pakai tempat saya sekarang')).toBe(true);
    });
  });

  it('find a kelurahan by part of its name', async () => {
    await gallery.visit({ path: '/gaya', width: 360 }, async (page) => {
      await page.fill('[list=g-kelurahan-list]', 'sabb');
      expect(await page.inputValue('#g-kelurahan')).toBe('Ujung Sabbang');
      await page.fill('[list=g-kelurahan-list]', 'bukan ada');
      expect(await page.isVisible('text=Tidak ada yang cocok. Coba nama lain.')).toBe(true);
    });
  });
});

describe('sending, when scripts run', () => {
  it('send a form once although the button is pressed twice', async () => {
    await gallery.visit({ path: '/gaya/periksa', width: 360 }, async (page) => {
      let sent = 0;
      await page.route('**/kirim', async (route) => {
        sent += 1;
        await new Promise((done) => setTimeout(done, 400));
        await route.fulfill({ status: 200, contentType: 'text/html', body: '<p>ok</p>' });
      });
      await page.evaluate(() => {
        const button = document.querySelector<HTMLButtonElement>('main form button');
        button?.click();
        button?.click();
      });
      await page.waitForSelector('text=ok');
      expect(sent).toBe(1);
    });
  });

  it('save a draft quietly and say when', async () => {
    await gallery.visit({ path: '/gaya/formulir', width: 360 }, async (page) => {
      const bodies: (string | null)[] = [];
      await page.route('**/isi/simpan', async (route) => {
        bodies.push(route.request().postData());
        await route.fulfill({ status: 204 });
      });
      await page.fill('#nama', 'Warung Coto');
      await page.waitForFunction(() =>
        document.querySelector('[data-target=draft]')?.textContent?.startsWith('Tersimpan pukul'),
      );
      expect(bodies).toHaveLength(1);
      expect(bodies[0]).toContain('nama=Warung+Coto');
      expect(bodies[0]).toContain('_csrf=token-csrf');
    });
  });

  it('shrink a large photo before it travels', async () => {
    await gallery.visit({ path: '/gaya/formulir', width: 360 }, async (page) => {
      const big = await page.evaluate(async () => {
        const canvas = document.createElement('canvas');
        canvas.width = 2600;
        canvas.height = 1900;
        const context = canvas.getContext('2d');
        for (let i = 0; context && i < 26_000; i++) {
          context.fillStyle = `hsl(${(i * 47) % 360} 70% ${(i * 13) % 100}%)`;
          context.fillRect((i * 97) % 2600, (i * 61) % 1900, 14, 14);
        }
        return canvas.toDataURL('image/jpeg', 0.98).split(',')[1] ?? '';
      });
      const buffer = Buffer.from(big, 'base64');
      await page.setInputFiles('#foto', { name: 'warung.jpg', mimeType: 'image/jpeg', buffer });
      await page.waitForSelector('text=Foto diperkecil');
      const after = await page.evaluate(async () => {
        const file = document.querySelector<HTMLInputElement>('#foto')?.files?.[0];
        const picture = file && (await createImageBitmap(file));
        return { size: file?.size ?? 0, side: picture ? Math.max(picture.width, picture.height) : 0 };
      });
      expect(after.side).toBe(1600);
      expect(after.size).toBeLessThan(buffer.length);
    });
  });

  it('show the page that comes back when a form with a photo is refused', async () => {
    const view = { path: '/gaya/formulir', width: 360, expected: /status of 422/ };
    await gallery.visit(view, async (page) => {
      const body = '<title>Lagi</title><h1>Masih ada yang kurang</h1>';
      await page.route('**/isi', (route) => route.fulfill({ status: 422, contentType: 'text/html', body }));
      await page.setInputFiles('#foto', { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('abc') });
      await page.click('text=Simpan dan lanjut');
      await page.waitForSelector('h1:has-text("Masih ada yang kurang")');
    });
  });

  it('follow the redirect after a form with a photo was taken', async () => {
    await gallery.visit({ path: '/gaya/formulir', width: 360 }, async (page) => {
      await page.route('**/isi', (route) => route.fulfill({ status: 303, headers: { location: '/gaya/periksa' } }));
      await page.setInputFiles('#foto', { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('abc') });
      await page.click('text=Simpan dan lanjut');
      await page.waitForURL('**/gaya/periksa');
    });
  });

  it('walk the inbox with j and k and count chosen letters', async () => {
    await gallery.visit({ path: '/gaya/tanda-tangan', width: 1280 }, async (page) => {
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('P 482 913 076');
      await page.keyboard.press('k');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('P 482 913 075');
      await page.check('.pick-all');
      expect(await page.textContent('[data-target=count]')).toBe('4 dipilih');
    });
  });
});
