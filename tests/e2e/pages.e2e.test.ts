// Every page type before axe, a narrow screen and the browser's own complaints; SHOTS=<folder> keeps a picture of each.
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchChromium } from '../support/browser.ts';
import { settleTown, type Town } from '../support/town.ts';
import { citizenPages, type PageType } from './page-types.ts';

let app: TestApp;
let browser: Browser;
let town: Town;
let axe: string;
const shots = process.env.SHOTS;

beforeAll(async () => {
  [app, browser, axe] = await Promise.all([
    startTestApp({ loadRegion: true, listen: true, worker: true }),
    launchChromium(),
    readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
  ]);
  town = await settleTown(app);
  if (shots) await mkdir(shots, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** What axe finds on the page shown now, one line per place. */
async function complaintsOf(page: Page): Promise<string[]> {
  const result = (await page.evaluate(`${axe};axe.run(document)`)) as AxeResults;
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}

async function overflowOf(page: Page): Promise<unknown> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

interface Mode {
  readonly width: number;
  readonly scripts: boolean;
}

async function look(mode: Mode, type: PageType): Promise<string[]> {
  const context = await browser.newContext({ viewport: { width: mode.width, height: 760 }, locale: 'id-ID' });
  const page = await context.newPage();
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // The browser notes every answer that is not 2xx; the page types with mistakes are such answers.
    if (message.type() === 'error' && !/status of 4(22|04)/.test(message.text())) said.push(message.text());
  });
  // Scripts are kept away rather than switched off, so that axe itself can run.
  if (!mode.scripts) await page.route('**/*.js', (route) => route.abort());
  try {
    await page.goto(`${app.url}${type.path}`);
    if (type.act) {
      await type.act(page);
      await page.waitForLoadState();
      await page.waitForTimeout(150);
    }
    if (shots)
      await page.screenshot({
        path: join(shots, `${type.name}-${mode.width}${mode.scripts ? '' : '-html'}.png`),
        fullPage: true,
      });
    const overflow = await overflowOf(page);
    if (overflow !== 0) said.push(`wider than the screen by ${String(overflow)}`);
    const blocked = mode.scripts ? [] : ['Failed to load resource: net::ERR_FAILED'];
    return [...said.filter((line) => !blocked.includes(line)), ...(await complaintsOf(page))];
  } finally {
    await context.close();
  }
}

describe.each([
  { width: 360, scripts: true },
  { width: 360, scripts: false },
  { width: 1280, scripts: true },
])('at $width px, scripts: $scripts', (mode) => {
  it('axe and the browser have nothing to say about any page', async () => {
    const found: Record<string, string[]> = {};
    for (const type of citizenPages(town)) {
      const said = await look(mode, type);
      if (said.length > 0) found[type.name] = said;
    }
    expect(found).toEqual({});
  });
});
