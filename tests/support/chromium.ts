import chromiumFile from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Chromium from the npm package; no browser of the system is needed. */
export async function openBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath: await chromiumFile.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
    headless: true,
  });
}
