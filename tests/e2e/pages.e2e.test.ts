// Every page type before axe, a narrow screen and the browser's own complaints; SHOTS=<folder> keeps a picture of each.
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionCookieOf } from '../../src/modules/identity/testing.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchChromium } from '../support/browser.ts';
import { settleTown, type Town } from '../support/town.ts';
import { citizenPages, findingPages, type Officer, officePages, officers, type PageType } from './page-types.ts';

let app: TestApp;
let browser: Browser;
let town: Town;
let axe: string;
const sessions = new Map<Officer, string>();
const shots = process.env.SHOTS;

beforeAll(async () => {
  [app, browser, axe] = await Promise.all([
    startTestApp({ loadRegion: true, listen: true, worker: true }),
    launchChromium(),
    readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
  ]);
  town = await settleTown(app);
  for (const officer of officers)
    sessions.set(officer, (await sessionCookieOf(app.ctx(), officer)).split('=')[1] ?? '');
  if (shots) await mkdir(shots, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** What axe finds on the page shown now, one line per place. */
async function complaintsOf(page: Page): Promise<string[]> {
  const result = (await page.evaluate(`${axe};axe.run(document, { resultTypes: ['violations'] })`)) as AxeResults;
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}

interface Mode {
  readonly name: string;
  readonly width: number;
  readonly scripts?: false;
  readonly display?: Readonly<Record<string, string>>; // cookies of the reader's choice
  readonly axe: 'all' | 'public' | 'officers' | 'none';
}
const modes: readonly Mode[] = [
  // What axe finds hangs on the page and the colours, hardly on the width: each page is shown to it on the screen it is made for.
  { name: 'on a phone', width: 360, axe: 'public' },
  { name: 'on a desk', width: 1280, axe: 'officers' },
  {
    name: 'without scripts, in English and high contrast',
    width: 360,
    scripts: false,
    display: { bahasa: 'en', kontras: 'high' },
    axe: 'all',
  },
  {
    name: 'on the narrowest phone with the largest letters',
    width: 320,
    display: { ukuran: 'a-plus-plus' },
    axe: 'none',
  },
];

// Names what sticks out of the screen, not only that something does.
const widest = `(() => {
  const limit = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= limit) return [];
  const out = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > limit + 0.5);
  return ['wider than the screen: ' + (out.at(-1) ?? document.body).outerHTML.slice(0, 200)];
})()`;

async function openPage(mode: Mode): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: mode.width, height: 760 }, locale: 'id-ID' });
  const cookies = Object.entries(mode.display ?? {}).map(([name, value]) => ({ name, value, url: app.url }));
  await context.addCookies(cookies);
  const page = await context.newPage();
  // Scripts are kept away rather than switched off, so that axe itself can run.
  if (mode.scripts === false) await page.route('**/*.js', (route) => route.abort());
  return page;
}

async function look(page: Page, mode: Mode, type: PageType): Promise<string[]> {
  if (type.staff)
    await page.context().addCookies([{ name: 'sesi', value: sessions.get(type.staff) ?? '', url: app.url }]);
  else await page.context().clearCookies({ name: 'sesi' });
  await page.goto(`${app.url}${type.path}`);
  if (type.open) await page.click(type.open);
  if (type.act) {
    await type.act(page);
    await page.waitForLoadState();
    await page.waitForSelector('[role=alert], [role=status] h2');
  }
  if (shots)
    await page.screenshot({
      path: join(shots, `${type.name}-${mode.width}${mode.display?.bahasa ?? ''}.png`),
      fullPage: true,
    });
  const wide = (await page.evaluate(widest)) as string[];
  const shown = mode.axe === 'all' || mode.axe === (type.staff ? 'officers' : 'public');
  return shown ? [...wide, ...(await complaintsOf(page))] : wide;
}

// The browser notes every answer that is not 2xx; some page types are such answers. Scripts we keep away are missing.
const expected = /status of 4(22|04)|net::ERR_FAILED/;

const kinds = [
  { who: 'somebody looking for a service', types: () => findingPages },
  { who: 'applicants', types: () => citizenPages(town) },
  { who: 'officers', types: () => officePages(town) },
] as const;
const cases = modes.flatMap((mode) => kinds.map((kind) => ({ ...kind, mode, name: mode.name })));

describe('every page', () => {
  it.each(cases)(
    'for $who $name gives axe, the screen and the browser nothing to complain about',
    async ({ mode, types }) => {
      const found: Record<string, string[]> = {};
      const page = await openPage(mode);
      const said: string[] = [];
      page.on('pageerror', (error) => said.push(error.message));
      page.on('console', (line) => {
        if (line.type() === 'error' && !expected.test(line.text())) said.push(line.text());
      });
      for (const type of types()) {
        const complaints = [...(await look(page, mode, type)), ...said.splice(0)];
        if (complaints.length > 0) found[type.name] = complaints;
      }
      await page.context().close();
      expect(found).toEqual({});
    },
  );
});
