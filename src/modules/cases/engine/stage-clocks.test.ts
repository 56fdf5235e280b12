// Stages with clocks of their own: random lives of a report, each clock worked out again from the bare story by a counter of
// minutes that knows nothing of the engine, and custody: at every moment exactly one unit is responsible.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countMinutes } from '../../../definition/clocks/testing/minute-counter.ts';
import { office } from '../../../definition/clocks/testing/parepare.ts';
import { compileFiles } from '../../../definition/load/index.ts';
import type { ServiceDefinition } from '../../../definition/schema.ts';
import type { Who } from '../../../definition/workflow/who.ts';
import type { CaseEvent, CaseState } from '../types.ts';
import { foldEvents } from './fold.ts';
import { type Play, playCase } from './testing.ts';
import { clockByHand, standingByHand } from './testing-story.ts';

const lives = Number(process.env.LOKET24_STAGE_LIVES ?? 150);
const definition = pengaduan();

function pengaduan(): ServiceDefinition {
  const [compiled] = compileFiles(['regions/parepare/services/pengaduan.yaml']);
  if (!compiled?.definition) throw new Error('pengaduan does not compile');
  return compiled.definition;
}

interface Step {
  readonly pick: number;
  readonly minutes: number;
  readonly unit: string;
  readonly kelas: string;
  readonly kategori: string;
}
const steps = fc.array(
  fc.record({
    pick: fc.nat(40),
    minutes: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 600, max: 9000 })),
    unit: fc.constantFrom('dishub', 'pu', 'dlh'),
    kelas: fc.constantFrom('ringan', 'biasa', 'pengawasan', 'informasi', 'entah'),
    kategori: fc.constantFrom('sampah.tidak-diangkut', 'jalan.berlubang', 'jalan.lorong', 'entah', ''),
  }),
  { minLength: 3, maxLength: 14, size: 'max' },
);

function start(minute: number): Play {
  return playCase(definition, {
    calendar: office,
    start: new Date(Date.UTC(2026, 0, 3) + minute * 60_000).toISOString(),
    holds: () => true,
    intake: { roleUnits: { verifikator: 'diskominfo', petugas: 'unit', kadis: 'unit' } },
  });
}

/** One step that may be taken here, by somebody of the role; giving up is left out so that lives are long. */
function play(game: Play, step: Step): void {
  game.wait(step.minutes);
  game.tick();
  const state = game.state();
  if (state.closedAt !== undefined) return;
  const here = definition.workflow.actions.filter(
    (one) => one.from.includes(state.state) && one.kind !== 'withdraw' && !one.by.includes('system'),
  );
  const action = here[step.pick % Math.max(1, here.length)];
  if (!action) return;
  const { waitsFor = '' } = definition.workflow.states[state.state] ?? {};
  const role = action.by.includes(waitsFor) ? waitsFor : (action.by[0] ?? '');
  const who: Who =
    role === 'applicant' ? { kind: 'applicant' } : { kind: 'officer', id: `${role}-1`, roles: new Set([role]) };
  const home = action.do === 'tarik'; // taken back, it is where it came in
  const unitId = home ? 'unit' : step.unit;
  const moves = home || action.do === 'teruskan';
  const roleUnits = { ...state.roleUnits, petugas: unitId, kadis: unitId };
  game.act(
    {
      action: action.do,
      recorded: action.do === 'teruskan' ? { kelas: step.kelas, kategori: step.kategori } : {},
      ...(moves ? { forwardTo: { unitId, roleUnits } } : {}),
      ...(action.assign ? { offerTo: step.unit } : {}),
      ...(action.kind === 'correct' ? { correction: { fields: [], documents: [], reason: 'tempat', note: '' } } : {}),
      ...(action.kind === 'refuse' ? { refusal: { reason: 'listrik', note: '' } } : {}),
      ...(action.kind === 'resubmit' ? { answers: state.answers } : {}),
    },
    who,
  );
}

function checkClocks(game: Play): void {
  const { now } = game.env();
  for (const [index, original] of definition.clocks.entries()) {
    const kept = game.state().clocks[index];
    const { facts, rule } = clockByHand(definition, original, game.events);
    expect(kept?.events.map(({ type, at }) => [type, at])).toEqual(facts.map(({ type, at }) => [type, at]));
    expect(kept?.rule.duration).toEqual(rule.duration);
    expect(kept?.rule).not.toHaveProperty('by'); // the choices stay in the version
    const slow = countMinutes({ rule, events: facts, calendar: office, now });
    if (facts.at(-1)?.type !== 'pause') expect(kept?.dueAt, `${rule.id} after ${facts.length}`).toBe(slow.dueAt);
  }
}

function checkCustody(state: CaseState, events: readonly CaseEvent[]): void {
  const { owner, units } = standingByHand(definition, events);
  expect(state.unitId).toBe(owner);
  expect([state.roleUnits.petugas, state.roleUnits.kadis]).toEqual([owner, owner]);
  expect(state.roleUnits.penerima).toBe(units.penerima); // whoever was asked, only while the answer is open
  for (const task of state.tasks.filter((one) => one.closedAt === undefined)) {
    if (task.role !== 'verifikator') expect(task.unitId).toBe(task.role === 'penerima' ? units.penerima : owner);
  }
}

const seen = new Set<string>();
test(`${lives} lives of a report: clocks equal the counter, exactly one unit is responsible`, () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 * 1440 }), steps, (minute, all) => {
      const game = start(minute);
      for (const step of all) {
        if (game.state().closedAt !== undefined) break;
        play(game, step);
        checkCustody(game.state(), game.events);
        for (const event of game.events) if (event.kind === 'acted') seen.add(event.data.action);
      }
      checkClocks(game);
      expect(foldEvents(game.events)).toEqual(game.state());
    }),
    { numRuns: lives },
  );
}, 300_000);

test('the lives went everywhere', () => {
  const wanted = definition.workflow.actions.filter((one) => one.kind !== 'withdraw' && !one.by.includes('system'));
  expect(wanted.map((one) => one.do).filter((name) => !seen.has(name))).toEqual([]);
});

test('"not solved" goes up and keeps the original clock', () => {
  const game = start(0);
  const officer = (role: string): Who => ({ kind: 'officer', id: `${role}-1`, roles: new Set([role]) });
  game.wait(3 * 1440);
  const roleUnits = { ...game.state().roleUnits, petugas: 'pu', kadis: 'pu' };
  game.act(
    { action: 'teruskan', recorded: { kelas: 'biasa' }, forwardTo: { unitId: 'pu', roleUnits } },
    officer('verifikator'),
  );
  const due = game.state().clocks.find(({ rule }) => rule.id === 'selesai')?.dueAt;
  game.wait(1440);
  game.act({ action: 'selesaikan' }, officer('petugas'));
  game.act({ action: 'belum-beres', recorded: { kurang: 'Masih bocor' } }, { kind: 'applicant' });
  const { state, unitId, clocks, tasks } = game.state();
  expect([state, unitId]).toEqual(['naik', 'pu']);
  expect(tasks.at(-1)).toMatchObject({ role: 'kadis', unitId: 'pu' });
  expect(clocks.find(({ rule }) => rule.id === 'selesai')?.dueAt).toBe(due);
});

test('each category has the time that its data name, unless a word is no category', () => {
  const rule = definition.clocks.find(({ id }) => id === 'kategori');
  expect(rule?.by?.durations['sampah.tidak-diangkut']).toEqual({ amount: 1, unit: 'calendar-days' });
  expect(Object.keys(rule?.by?.durations ?? {})).toHaveLength(60);
});
