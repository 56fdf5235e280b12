// The random services of the engine's model test on the real database: services, jobs and officers of the demonstration
// region. Whatever is tried, every projection equals its events.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import type { ServiceDefinition } from '../../definition/schema.ts';
import { definitions } from '../../definition/workflow/testing/random-definitions.ts';
import { AppError } from '../../lib/errors.ts';
import { inTransaction } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { currentVersion, publishDefinition } from '../catalogue/index.ts';
import {
  addDocuments,
  commandFrom,
  getForOfficer,
  openCase,
  performAction,
  recordRegisterAnswer,
  routeUnit,
  runTimers,
  unitsOfRoles,
  verifyCases,
} from './index.ts';
import { anOfficer } from './testing.ts';

const seed = 20_261_127; // the same services and lives every time: what fails can be seen again
const officers = ['petugas.lompoe', 'kasi.lompoe', 'lurah.lompoe', 'petugas.lemoe'] as const;
const places = ['kel-lemoe', 'kel-lompoe', 'dishub'] as const; // two of the kind that has the case, one of another
const start = '2026-11-23T08:00:00+08:00';
const moves = fc.array(
  fc.record({
    officer: fc.constantFrom(...officers),
    pick: fc.nat(20),
    what: fc.nat(7),
    hours: fc.integer({ min: 1, max: 90 }),
  }),
  { minLength: 12, maxLength: 12 },
);
type Move = typeof moves extends fc.Arbitrary<readonly (infer T)[]> ? T : never;

let app: TestApp;
let carriedOut = 0;
const leaving = { let: 0, kept: 0 }; // to a unit of another kind
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock(start) });
}, 120_000);
afterAll(() => app.close());

async function openOne(definition: ServiceDefinition): Promise<string> {
  await inTransaction(app.ctx(), (ctx) => publishDefinition(ctx, definition, 'uji'));
  const ctx = app.ctx({ kind: 'anonymous' });
  const version = await currentVersion(ctx, definition.service);
  const unit = await routeUnit(ctx, definition, {});
  const roleUnits = await unitsOfRoles(ctx, definition, unit);
  const answers = { nama: 'Andi', jenis: 'lama' };
  const intake = { versionId: version.id, unitId: unit.id, roleUnits, answers, documents: [] };
  const receipt = await openCase(ctx, {
    definition: version.definition,
    intake,
    submissionKey: newId(),
    numberLetter: 'P',
    applicantShort: 'Andi T.',
  });
  return receipt.target.number;
}

/** Refusals are answers too; only what is not one of ours is a fault. */
async function tried(step: () => Promise<unknown>): Promise<void> {
  try {
    await step();
    carriedOut += 1;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

async function play(definition: ServiceDefinition, number: string, move: Move): Promise<void> {
  const { actions, tasks } = definition.workflow;
  const names = [
    ...actions.filter((action) => action.kind !== 'withdraw').map((action) => action.do),
    ...tasks.map(({ id }) => id),
  ];
  const action = names[move.pick % names.length] ?? '';
  if (move.what === 0) return app.clock.advance({ hours: move.hours });
  if (move.what === 1) {
    await runTimers(app.ctx());
    return;
  }
  if (move.what === 2) {
    const at = app.clock.now().toISOString();
    const answer = {
      register: 'population',
      outcome: 'answered',
      statements: { match: move.pick % 2 === 0 },
      at,
    } as const;
    return tried(() => recordRegisterAnswer(app.ctx(), number, answer));
  }
  const ctx = app.ctx(await anOfficer(app.ctx(), move.officer));
  if (move.what === 3) return tried(() => addDocuments(ctx, { number, requestId: newId(), seen: ['surat'] }));
  return tried(async () => {
    const target = await getForOfficer(ctx, number);
    const data = {
      hasil: move.pick % 3 === 0 ? 'tidak' : 'ya',
      fields: ['jenis'],
      documents: ['surat'],
      reason: 'a',
      note: 'Kurang.',
      kelas: 'ringan',
      unit: places[(move.pick + move.hours) % places.length],
    };
    const command = await commandFrom(ctx, definition, target.state, { action, data });
    await performAction(ctx, { number, requestId: newId(), command });
  });
}

/** Only a step that says so leads to an office of another kind; an offer does unless it says otherwise. */
async function checkWhereItMayGo(definition: ServiceDefinition, number: string): Promise<void> {
  const ctx = app.ctx(await anOfficer(app.ctx(), 'petugas.lompoe'));
  const { state } = await getForOfficer(ctx, number);
  for (const step of definition.workflow.actions.filter(({ form }) => form.some(({ id }) => id === 'unit'))) {
    const data = { unit: 'dishub', kelas: 'ringan' };
    const command = commandFrom(ctx, definition, state, { action: step.do, data });
    const leaves = (step.among ?? (step.assign ? 'any' : 'same-kind')) === 'any';
    if (leaves) expect(await command).toMatchObject({ action: step.do });
    else await expect(command, `${step.do} leads to any office`).rejects.toMatchObject({ code: 'cases.form_invalid' });
    leaving[leaves ? 'let' : 'kept'] += 1;
  }
}

test('random services lived through on the database keep every projection equal to its events', async () => {
  const shapes = fc.sample(definitions, { numRuns: 8, seed });
  const lives = fc.sample(moves, { numRuns: 24, seed });
  for (const [index, shape] of shapes.entries()) {
    const definition = { ...shape, service: `acak-${index}` };
    for (const life of lives.slice(index * 3, index * 3 + 3)) {
      app.clock.set(start);
      const number = await openOne(definition);
      await checkWhereItMayGo(definition, number);
      for (const move of life) await play(definition, number, move);
    }
  }
  const { cases, faults, events } = await verifyCases(app.ctx());
  expect(faults).toEqual([]);
  expect(cases).toBe(24);
  expect(events).toBeGreaterThan(48);
  expect(carriedOut).toBeGreaterThan(24);
  expect(Math.min(leaving.let, leaving.kept), JSON.stringify(leaving)).toBeGreaterThan(0);
}, 240_000);
