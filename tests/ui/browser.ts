import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { sharedChromium } from '../support/browser.ts';
import { serveGallery } from './serve.ts';

export interface Visit {
  readonly path: string;
  readonly width: number;
  readonly query?: string;
  readonly expected?: RegExp; // a complaint of the browser that belongs to the test
}
export interface GalleryBrowser {
  /** Opens a page, hands it over, and fails on anything the browser complains about (policy, script errors). */
  visit<T>(visit: Visit, look: (page: Page) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * The gallery on a port and Chromium before it.
 * @param options.onePage visits only look: they share one page, which is much faster than a fresh one each
 */
export async function openGallery(options: { onePage?: boolean } = {}): Promise<GalleryBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'losari-'));
  const [gallery, browser] = await Promise.all([serveGallery(folder), sharedChromium()]);
  const shared = options.onePage === true ? await browser.newPage() : undefined;
  return {
    async visit({ path, width, query = '', expected = /^$/ }, look) {
      const page = shared ?? (await browser.newPage());
      const complaints: string[] = [];
      const onError = (error: Error) => complaints.push(error.message);
      const onLine = (line: { type(): string; text(): string }) => {
        if (line.type() === 'error') complaints.push(line.text());
      };
      page.on('pageerror', onError).on('console', onLine);
      try {
        await page.setViewportSize({ width, height: width < 600 ? 740 : 900 });
        await page.goto(`${gallery.url}${path}?${query}`);
        const seen = await look(page);
        expect(complaints.filter((complaint) => !expected.test(complaint))).toEqual([]);
        return seen;
      } finally {
        page.off('pageerror', onError).off('console', onLine);
        if (page !== shared) await page.close();
      }
    },
    async close() {
      await shared?.close();
      await gallery.close();
      await rm(folder, { recursive: true });
    },
  };
}
