// The application on a port and a browser before it: how the tests with a browser open.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { sessionCookieOf } from '../../src/modules/identity/testing.ts';
import { startTestApp, type TestApp, type TestAppOptions } from './app.ts';
import { sharedChromium } from './browser.ts';

export interface VisitOptions extends BrowserContextOptions {
  readonly width?: number; // default 1280
  readonly height?: number; // default 800
  readonly as?: string | undefined; // signed in as this officer
  readonly base?: string; // where the session counts; default the application's own address
}
export interface Visit {
  readonly context: BrowserContext; // a fresh profile: no cookies of others
  readonly page: Page;
}
export interface InBrowser {
  readonly app: TestApp;
  readonly browser: Browser;
  visit(options?: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
}

/** With the region loaded, unless told otherwise. Close it in afterAll. */
export async function openInBrowser(options: TestAppOptions = {}): Promise<InBrowser> {
  const [app, browser] = await Promise.all([
    startTestApp({ loadRegion: true, listen: true, ...options }),
    sharedChromium(),
  ]);
  const opened: BrowserContext[] = [];
  return {
    app,
    browser,
    async visit({ width = 1280, height = 800, as, base = app.url, ...more } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, locale: 'id-ID', ...more });
      opened.push(context);
      if (as !== undefined) await context.addCookies([{ ...(await sessionOf(app, as)), url: base }]);
      return { context, page: await context.newPage() };
    },
    async close() {
      for (const context of opened) await context.close();
      await app.close();
    },
  };
}

/** The cookie of an officer who has signed in. */
export async function sessionOf(app: TestApp, username: string): Promise<{ name: string; value: string }> {
  const [name = '', value = ''] = (await sessionCookieOf(app.ctx(), username)).split('=');
  return { name, value };
}

/** Keeps a picture when SHOTS names a folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
