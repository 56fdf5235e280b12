// Every page type before axe, a narrow screen and the browser's own complaints; SHOTS=<folder> keeps a picture of each.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApp } from '../support/app.ts';
import { complaintsOf } from '../support/axe.ts';
import { type InBrowser, openInBrowser, sessionOf, shoot } from '../support/in-browser.ts';
import { settleTown, type Town } from '../support/town.ts';
import { citizenPages, findingPages, type Officer, officePages, officers, type PageType } from './page-types.ts';

let stage: InBrowser;
let app: TestApp;
let town: Town;
const sessions = new Map<Officer, string>();

beforeAll(async () => {
  stage = await openInBrowser({ worker: true });
  app = stage.app;
  town = await settleTown(app);
  for (const officer of officers) sessions.set(officer, (await sessionOf(app, officer)).value);
});
afterAll(() => stage?.close());

interface Mode {
  readonly name: string;
  readonly widths: readonly number[]; // of the screens a page is looked at on, loaded once
  readonly scripts?: false;
  readonly display?: Readonly<Record<string, string>>; // cookies of the reader's choice
  axeAt(type: PageType): number | undefined; // the screen on which axe looks too
}
const modes: readonly Mode[] = [
  // What axe finds hangs on the page and the colours, hardly on the width: each page is shown to it on the screen it is made for.
  { name: 'on a phone and on a desk', widths: [360, 1280], axeAt: (type) => (type.staff ? 1280 : 360) },
  {
    name: 'without scripts, in English and high contrast',
    widths: [360],
    scripts: false,
    display: { bahasa: 'en', kontras: 'high' },
    axeAt: () => 360,
  },
  {
    name: 'on the narrowest phone with the largest letters',
    widths: [320],
    display: { ukuran: 'a-plus-plus' },
    axeAt: () => undefined,
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
  const { context, page } = await stage.visit({ width: mode.widths[0] ?? 360, height: 760 });
  const cookies = Object.entries(mode.display ?? {}).map(([name, value]) => ({ name, value, url: app.url }));
  await context.addCookies(cookies);
  // Scripts are kept away rather than switched off, so that axe itself can run.
  if (mode.scripts === false) await page.route('**/*.js', (route) => route.abort());
  return page;
}

async function reach(page: Page, type: PageType): Promise<void> {
  if (type.staff)
    await page.context().addCookies([{ name: 'sesi', value: sessions.get(type.staff) ?? '', url: app.url }]);
  else await page.context().clearCookies({ name: 'sesi' });
  await page.goto(`${app.url}${type.path}`);
  if (type.open) await page.click(type.open);
  if (!type.act) return;
  await type.act(page);
  await page.waitForLoadState();
  await page.waitForSelector('[role=alert], [role=status] h2');
}

async function look(page: Page, mode: Mode, type: PageType): Promise<string[]> {
  const seen: string[] = [];
  for (const width of mode.widths) {
    if (mode.widths.length > 1) await page.setViewportSize({ width, height: 760 });
    if (width === mode.widths[0]) await reach(page, type);
    await shoot(page, `${type.name}-${width}${mode.display?.bahasa ?? ''}`);
    seen.push(...((await page.evaluate(widest)) as string[]));
    if (mode.axeAt(type) === width) seen.push(...(await complaintsOf(page)));
  }
  return seen;
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
    { timeout: 600_000 }, // up to thirty pages, each looked at in several ways
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
