// Every service of the region from the application to its good end, each step by an officer who may do it, through the pages.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getTracked, verifyCases } from '../../src/modules/cases/index.ts';
import { projectRoot } from '../../src/platform/root.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createTestClock } from '../support/clock.ts';
import { eventually } from '../support/office.ts';
import { applyByProgram } from '../support/program.ts';
import { walkThrough } from '../support/walk-through.ts';

const morning = '2026-11-23T08:00:00+08:00';
const services = readdirSync(join(projectRoot, 'regions/parepare/services')).map((file) =>
  file.replace(/[.]yaml$/, ''),
);
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, worker: true, clock: createTestClock(morning) });
}, 120_000);
afterAll(() => app.close());
beforeEach(() => app.clock.set(morning));

describe('each service of the region', () => {
  it.each(services)('%s goes from the application to its good end', async (service) => {
    const sent = await applyByProgram(app, service);
    const { steps, tracked } = await walkThrough(app, sent);
    expect(steps.length).toBeGreaterThan(0);
    expect(tracked.target.state).toMatchObject({ status: 'done', waitsFor: 'nobody' });
    if (tracked.definition.letter === undefined) return;
    const number = await eventually(async () => (await getTracked(app.ctx(), sent.trackingCode)).state.letter?.number);
    expect(number).toMatch(/2026/);
  });

  it('leaves every projection equal to its events', async () => {
    const { cases, faults } = await verifyCases(app.ctx());
    expect(faults).toEqual([]);
    expect(cases).toBe(services.length);
  });
});
