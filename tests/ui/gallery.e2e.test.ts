import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleNames } from '../../src/ui/index.ts';
import { complaintsOf } from '../support/axe.ts';
import { type GalleryBrowser, openGallery, type Visit } from './browser.ts';

let gallery: GalleryBrowser;

beforeAll(async () => {
  gallery = await openGallery({ onePage: true });
}, 60_000);
afterAll(() => gallery?.close());

const examples = exampleNames.map((name) => `/gaya/${name}`);
const paths = ['/gaya', ...examples];

describe('the gallery and every example page', () => {
  const views: Visit[] = [
    ...[360, 1280].flatMap((width) =>
      ['', 'kontras=high', 'ukuran=a-plus-plus'].map((query) => ({ path: '/gaya', width, query })),
    ),
    ...examples.flatMap((path) => [
      { path, width: 360 },
      { path, width: 1280, query: 'kontras=high&bahasa=en' },
    ]),
  ];
  it.each(views)('has no accessibility violation: $path $width $query', async (view) => {
    expect(await gallery.visit(view, (page) => complaintsOf(page, { opened: true }))).toEqual([]);
  });

  const narrow: Visit[] = paths.flatMap((path) => [
    { path, width: 320 },
    { path, width: 320, query: 'ukuran=a-plus-plus' },
    { path, width: 320, query: 'ukuran=a-plus-plus&bahasa=en' },
  ]);
  it.each(narrow)('never scrolls sideways and is large enough for fingers: $path $width $query', async (view) => {
    expect(await gallery.visit(view, tooWideOrSmall)).toEqual([]);
  });
});

/** What sticks out at this width and on a small desk, and what is smaller than a fingertip, on one page that is loaded once. */
async function tooWideOrSmall(page: Page): Promise<string[]> {
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('main .button, .tabs a, .chip, select, input.input')]
      .filter((element) => element.getClientRects().length > 0 && element.getBoundingClientRect().height < 44)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  const excess = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const narrow = await page.evaluate(excess);
  await page.setViewportSize({ width: 900, height: 800 });
  const wide = await page.evaluate(excess);
  return [...small, ...[narrow, wide].filter((pixels) => pixels > 0).map((pixels) => `${pixels} px too wide`)];
}
