import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { type OpenBrowser, openBrowser } from '../support/browser.ts';

let app: TestApp;
let browser: OpenBrowser;
beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp({ listen: true }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

it('the browser of the npm package shows a page with text of visible width', async () => {
  const page = await browser.newPage({ width: 360 });
  await page.goto(`${app.url}/alamat-yang-tidak-ada`);
  const heading = page.locator('h1');
  expect(await heading.textContent()).toBe('Tidak ditemukan');
  expect((await heading.boundingBox())?.width).toBeGreaterThan(100);
  expect((await page.screenshot()).length).toBeGreaterThan(3000);
});

it('loads the security libraries of the package and none of the system', async () => {
  const maps = await loadedLibraries();
  expect(maps.filter((path) => /libnss3|libnspr4/.test(path)).length).toBeGreaterThan(0);
  expect(maps.filter((path) => /libnss|libnspr|libfreetype|libexpat/.test(path) && path.startsWith('/usr'))).toEqual(
    [],
  );
});

async function loadedLibraries(): Promise<string[]> {
  const session = await browser.browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const pid = processInfo.find(({ type }) => type === 'browser')?.id;
  const maps = await readFile(`/proc/${pid}/maps`, 'utf8');
  return [
    ...new Set(
      maps
        .split('\n')
        .map((line) => line.split(/\s+/)[5] ?? '')
        .filter((path) => path.includes('.so')),
    ),
  ];
}
