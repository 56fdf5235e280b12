import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type InBrowser, openInBrowser } from '../support/in-browser.ts';

let stage: InBrowser;
beforeAll(async () => {
  stage = await openInBrowser({ loadRegion: false });
});
afterAll(() => stage?.close());

it('the browser of the npm package shows a page with text of visible width', async () => {
  const { page } = await stage.visit({ width: 360 });
  await page.goto(`${stage.app.url}/alamat-yang-tidak-ada`);
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
  const session = await stage.browser.newBrowserCDPSession();
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
