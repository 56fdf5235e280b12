// Stages with clocks of their own: random lives of a report, each clock worked out again from the bare story by a counter of
// minutes that knows nothing of the engine, and custody: at every moment exactly one unit is responsible.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countMinutes } from '../../../definition/clocks/testing/minute-counter.ts';
import { office } from '../../../definition/clocks/testing/parepare.ts';
import { compileFiles } from '../../../definition/load/index.ts';
import type { ClockRule, ServiceDefinition } from '../../../definition/schema.ts';
import type { Who } from '../../../definition/workflow/who.ts';
import type { Answers, CaseEvent, CaseState, ClockFact } from '../types.ts';
import { foldEvents } from './fold.ts';
import { type Play, playCase } from './testing.ts';

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
  const role = action.by[step.pick % action.by.length] ?? '';
  const who: Who =
    role === 'applicant' ? { kind: 'applicant' } : { kind: 'officer', id: `${role}-1`, roles: new Set([role]) };
  const moves = action.kind === 'forward' && action.do === 'teruskan';
  const roleUnits = { ...state.roleUnits, petugas: step.unit, kadis: step.unit };
  game.act(
    {
      action: action.do,
      recorded: action.do === 'teruskan' ? { kelas: step.kelas, kategori: step.kategori } : {},
      ...(moves ? { forwardTo: { unitId: step.unit, roleUnits } } : {}),
      ...(action.assign ? { offerTo: step.unit } : {}),
      ...(action.kind === 'correct' ? { correction: { fields: [], documents: [], reason: 'tempat', note: '' } } : {}),
      ...(action.kind === 'refuse' ? { refusal: { reason: 'listrik', note: '' } } : {}),
      ...(action.kind === 'resubmit' ? { answers: state.answers } : {}),
    },
    who,
  );
}

interface Told {
  readonly at: string;
  readonly action: string | undefined; // undefined: sent, or time ran out
  readonly sent: boolean;
  readonly to: string;
  readonly enters: boolean;
  readonly recorded: Answers;
}
function storyOf(events: readonly CaseEvent[]): Told[] {
  return events.flatMap((event) => {
    if (event.kind !== 'submitted' && event.kind !== 'acted' && event.kind !== 'lapsed') return [];
    const { to, from } = event.data.transition;
    const acted = event.kind === 'acted' ? event.data : undefined;
    const recorded = acted?.recorded ?? {};
    return [
      { at: event.at, action: acted?.action, sent: event.kind === 'submitted', to, enters: to !== from, recorded },
    ];
  });
}

/** What one step means for a clock, told by hand. */
function factOf(rule: ClockRule, last: ClockFact['type'], told: Told): ClockFact[] {
  const { at, action, to, enters } = told;
  const over = rule.until?.some((name) => name === action || (enters && name === to)) === true;
  if (over) return [{ type: 'stop', at, ...(action ? { reason: action } : {}) }];
  if (definition.workflow.states[to]?.final) return [{ type: 'stop', at }];
  const pauses = [...rule.pauseIn, ...definition.workflow.pauseIn].includes(to);
  if (pauses) return last === 'pause' ? [] : [{ type: 'pause', at }];
  return last === 'pause' ? [{ type: 'resume', at }] : [];
}

/** The facts so far, without a stop that is taken back; stopped for good it hears nothing more. */
function step(rule: ClockRule, facts: readonly ClockFact[], told: Told): ClockFact[] {
  const undone = told.action === 'lepas' && facts.at(-1)?.reason === 'gabung' ? facts.slice(0, -1) : [...facts];
  if (undone.at(-1)?.type === 'stop') return undone;
  const begins = rule.from === undefined ? told.sent : told.action === rule.from;
  const begun: ClockFact[] = undone.length === 0 && begins ? [{ type: 'start', at: told.at }] : undone;
  const last = begun.at(-1)?.type;
  return last ? [...begun, ...factOf(rule, last, told)] : begun;
}

function factsByHand(rule: ClockRule, events: readonly CaseEvent[]): { facts: ClockFact[]; rule: ClockRule } {
  let facts: ClockFact[] = [];
  let duration = rule.duration;
  for (const told of storyOf(events)) {
    const before = facts;
    facts = step(rule, before, told);
    const counts = before.at(-1)?.type !== 'stop' && told.action === rule.by?.action;
    if (counts && rule.by) duration = rule.by.durations[String(told.recorded[rule.by.field])] ?? duration;
  }
  return { facts, rule: { ...rule, duration } };
}

function checkClocks(game: Play): void {
  const { now } = game.env();
  for (const [index, original] of definition.clocks.entries()) {
    const kept = game.state().clocks[index];
    const { facts, rule } = factsByHand(original, game.events);
    expect(kept?.events.map(({ type, at }) => [type, at])).toEqual(facts.map(({ type, at }) => [type, at]));
    expect(kept?.rule.duration).toEqual(rule.duration);
    expect(kept?.rule).not.toHaveProperty('by'); // the choices stay in the version
    const slow = countMinutes({ rule, events: facts, calendar: office, now });
    if (facts.at(-1)?.type !== 'pause') expect(kept?.dueAt, `${rule.id} after ${facts.length}`).toBe(slow.dueAt);
  }
}

/** Told by hand from the story: forwarding and taking over move a case, offering and declining do not. */
function ownerByHand(events: readonly CaseEvent[]): { owner: string; offered: string | undefined } {
  let owner = 'unit';
  let offered: string | undefined;
  for (const event of events) {
    if (event.kind !== 'acted') continue;
    const { action, forwardedTo, offeredTo } = event.data;
    if (action === 'teruskan') owner = forwardedTo ?? owner;
    if (action === 'alihkan') offered = offeredTo;
    if (action === 'terima') owner = offered ?? owner;
    if (action === 'terima' || action === 'tolak-alih') offered = undefined;
  }
  return { owner, offered };
}

function checkCustody(state: CaseState, events: readonly CaseEvent[]): void {
  const { owner, offered } = ownerByHand(events);
  expect(state.unitId).toBe(owner);
  expect([state.roleUnits.petugas, state.roleUnits.kadis]).toEqual([owner, owner]);
  expect(state.roleUnits.penerima).toBe(offered); // whoever was asked, only while the answer is open
  for (const task of state.tasks.filter((one) => one.closedAt === undefined)) {
    if (task.role !== 'verifikator') expect(task.unitId).toBe(task.role === 'penerima' ? offered : owner);
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
