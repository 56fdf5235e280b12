// The sign-in as officers meet it: a real browser with a real passkey device (Chromium's virtual one), and one without scripts.
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loginLinkCommand } from '../../src/modules/identity/index.ts';
import { securedOfficer, totpCode } from '../../src/modules/identity/testing.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { TestApp } from '../support/app.ts';
import { complaintsOf, excessOf } from '../support/axe.ts';
import { createTestClock } from '../support/clock.ts';
import { type InBrowser, openInBrowser } from '../support/in-browser.ts';

const password = 'kapal kayu biru di pelabuhan';
let stage: InBrowser;
let test: TestApp;
let home: string;

beforeAll(async () => {
  stage = await openInBrowser({ clock: createTestClock(systemClock.now()) });
  test = stage.app;
  // Browsers know passkeys at localhost, not at an address of digits.
  home = test.url.replace('127.0.0.1', 'localhost');
});
afterAll(() => stage?.close());

async function linkFor(username: string): Promise<string> {
  return `${home}${new URL(await loginLinkCommand(test.platform, { as: username })).pathname}`;
}

async function addPasskeyDevice(context: BrowserContext, page: Page): Promise<void> {
  const devices = await context.newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

describe('signing in', () => {
  it('by link, then adding a passkey, then signing in with it alone', async () => {
    const { context, page } = await stage.visit();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await addPasskeyDevice(context, page);
    await page.goto(await linkFor('lurah.lompoe'));
    await page.getByRole('button', { name: 'Masuk sekarang' }).click();
    await page.getByRole('heading', { name: 'Pasang pengaman kedua' }).waitFor();
    await page.goto(`${home}/petugas/akun/kunci-sandi`);
    await page.getByLabel('Nama perangkat').fill('Komputer loket');
    await page.getByRole('button', { name: 'Buat kunci sandi' }).click();
    await page.getByRole('button', { name: 'Hapus Komputer loket' }).waitFor();
    await page.getByRole('button', { name: 'Keluar', exact: true }).click();
    await page.getByText('Anda sudah keluar').waitFor();
    await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click();
    await page.waitForURL(`${home}/petugas`);
    await page.goto(`${home}/petugas/akun`);
    await page.getByRole('heading', { name: 'Akun saya' }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it('with password and code works without any script', async () => {
    const { secret } = await securedOfficer(test.ctx(), 'kasi.lompoe', { password, totp: true });
    const { context, page } = await stage.visit({ javaScriptEnabled: false });
    await page.goto(`${home}/petugas/akun`);
    await page.getByLabel('Nama pengguna').fill('kasi.lompoe');
    await page.getByLabel('Kata sandi').fill(password);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.getByRole('textbox', { name: 'Kode' }).fill(totpCode(secret, test.clock.now()));
    await page.getByRole('button', { name: 'Lanjut' }).click();
    await page.getByRole('heading', { name: 'Akun saya' }).waitFor();
    expect(page.url()).toBe(`${home}/petugas/akun`);
    await context.close();
  });

  it('pages leave axe and narrow screens nothing to find', async () => {
    const { context, page } = await stage.visit();
    const look = async (path: string) => {
      if (path !== '') await page.goto(`${home}${path}`);
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await complaintsOf(page), `${path} at ${width} px`).toEqual([]);
        expect(await excessOf(page), `${path} at ${width} px`).toBe(0);
      }
    };
    await look('/petugas/masuk');
    await page.goto(await linkFor('camat.ujung'));
    await look('');
    await page.getByRole('button', { name: 'Masuk sekarang' }).click();
    await page.waitForURL(/aplikasi-kode/);
    for (const path of ['', '/petugas/akun', '/petugas/akun/kata-sandi', '/petugas/akun/kunci-sandi']) await look(path);
    await page.goto(`${home}/petugas/akun/kata-sandi`);
    await page.getByRole('button', { name: 'Simpan kata sandi' }).click();
    await page.getByText('terlalu pendek').first().waitFor();
    await look('');
    await context.close();
  });
});
