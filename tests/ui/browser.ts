import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromiumFile from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Gallery, serveGallery } from './serve.ts';

export interface Visit {
  readonly path: string;
  readonly width: number;
  readonly query?: string;
  readonly expected?: RegExp; // a complaint of the browser that belongs to the test
}
export interface GalleryBrowser {
  visit<T>(visit: Visit, look: (page: Page) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The gallery on a port and Chromium from the npm package before it; no browser of the system is needed. */
export async function openGallery(): Promise<GalleryBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'losari-'));
  const gallery = await serveGallery(folder);
  const browser = await chromium.launch({
    executablePath: await chromiumFile.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
    headless: true,
  });
  return {
    visit: (visit, look) => visitPage({ browser, gallery, visit }, look),
    close: async () => {
      await browser.close();
      await gallery.close();
      await rm(folder, { recursive: true });
    },
  };
}

interface Tour {
  readonly browser: Browser;
  readonly gallery: Gallery;
  readonly visit: Visit;
}

/** Opens a page, hands it over, and fails on anything the browser complains about (policy, script errors). */
async function visitPage<T>({ browser, gallery, visit }: Tour, look: (page: Page) => Promise<T>): Promise<T> {
  const { path, width, query = '', expected = /^$/ } = visit;
  const page = await browser.newPage({ viewport: { width, height: width < 600 ? 740 : 900 } });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  try {
    await page.goto(`${gallery.url}${path}?${query}`);
    const seen = await look(page);
    expect(complaints.filter((complaint) => !expected.test(complaint))).toEqual([]);
    return seen;
  } finally {
    await page.close();
  }
}
