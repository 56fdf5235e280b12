import { type Browser, chromium, type Page } from 'playwright-core';
import { unpackChromium } from './chromium.ts';

export interface OpenBrowser {
  readonly browser: Browser;
  /** A page in a fresh profile: no cookies of other pages. */
  newPage(options?: { width?: number; height?: number; locale?: string; javaScriptEnabled?: boolean }): Promise<Page>;
  close(): Promise<void>;
}

// Nothing leaves the machine but what a page asks for.
const flags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-domain-reliability',
  '--disable-gpu',
  '--font-render-hinting=none',
];

/** Chromium itself, for tests that make their own contexts. */
export async function launchChromium(): Promise<Browser> {
  const { executable, env } = await unpackChromium();
  // On a machine under load the browser now and then dies while it starts; it says nothing about our pages.
  for (let attempt = 1; ; attempt++)
    try {
      return await launched(executable, env);
    } catch (error) {
      if (attempt === 3) throw error;
    }
}

function launched(executable: string, env: Awaited<ReturnType<typeof unpackChromium>>['env']): Promise<Browser> {
  return chromium.launch({ executablePath: executable, args: flags, headless: true, env: { ...process.env, ...env } });
}

export async function openBrowser(): Promise<OpenBrowser> {
  const browser = await launchChromium();
  return {
    browser,
    async newPage({ width = 1280, height = 800, locale = 'id-ID', javaScriptEnabled = true } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, locale, javaScriptEnabled });
      return context.newPage();
    },
    close: () => browser.close(),
  };
}
