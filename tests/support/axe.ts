// What axe complains about on a page, one line per place; and whether the page fits its screen.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

let source: Promise<string> | undefined; // read once per worker

/** `opened`: also what is closed is looked at, for it must be right before it is opened. */
export async function complaintsOf(page: Page, { opened = false } = {}): Promise<string[]> {
  source ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  if (opened)
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
  // A page that is looked at on several screens is given axe once.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(await source);
  // Colours that are on their way to others are not the ones people read: a page may just have been given another screen.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map(({ finished }) => finished),
    ),
  );
  const { violations } = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}

/** By how many pixels the page is wider than its screen; 0 when it fits. */
export function excessOf(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
}
