// Random services that may be published, and random lives of cases under them: whatever people try, and whatever time and
// registers do, a case always has an owner, nobody barred acts (after it moved to another unit too), the state is the fold of its events, and the clocks equal
// the slow counter. LOKET24_MODEL_DEFINITIONS=10000 LOKET24_MODEL_SEQUENCES=100000 for the long run.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeClock } from '../../../definition/clocks/compute.ts';
import { countMinutes } from '../../../definition/clocks/testing/minute-counter.ts';
import { office } from '../../../definition/clocks/testing/parepare.ts';
import { evaluate } from '../../../definition/conditions/evaluate.ts';
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { sampleAreas } from '../../../definition/testing.ts';
import { allowedNow } from '../../../definition/workflow/decide.ts';
import { stateOf } from '../../../definition/workflow/position.ts';
import { unitNames } from '../../../definition/workflow/testing/random-custody.ts';
import { definitions } from '../../../definition/workflow/testing/random-definitions.ts';
import type { Who } from '../../../definition/workflow/who.ts';
import type { CaseEvent, CaseState } from '../types.ts';
import { findBreak } from './chain.ts';
import { foldEvents } from './fold.ts';
import { positionOf } from './position.ts';
import { type Play, playCase } from './testing.ts';
import { type Attempt, billFor, playStep, type Sequence, sequences, standingAt } from './testing-sequence.ts';
import { clockByHand, standingByHand } from './testing-story.ts';

const wanted = Number(process.env.LOKET24_MODEL_DEFINITIONS ?? 200);
const lives = Number(process.env.LOKET24_MODEL_SEQUENCES ?? 2000);
const each = Math.max(1, Math.ceil(lives / wanted));

const areas = sampleAreas();
const seen = {
  sequences: 0,
  steps: 0,
  acts: 0,
  refused: 0,
  ended: 0,
  silent: 0,
  deemed: 0,
  fast: 0,
  dropped: 0,
  clocks: 0,
  offered: 0,
  taken: 0,
  declined: 0,
  abroad: 0, // acts in a unit that the case did not come to
  told: 0,
  joined: 0,
  undone: 0,
  stages: 0, // begun by a step
  over: 0, // stages that ended while the case went on
  goneOn: 0, // stages whose end was taken back
  classed: 0, // clocks with another duration, by an officer's choice
};

const isOpen = (task: CaseState['tasks'][number]): boolean => task.closedAt === undefined;
const isRunning = (clock: CaseState['clocks'][number]): boolean =>
  ['start', 'resume'].includes(clock.events.at(-1)?.type ?? '');

/** Somebody named can act (not only give up), or a timer or a payment brings the case on. */
function ownersOf(definition: ServiceDefinition, state: CaseState): string[] {
  const everybody: Who = { kind: 'officer', id: 'somebody-new', roles: new Set(Object.keys(state.roleUnits)) };
  const unclaimed = {
    ...positionOf(state),
    openTasks: state.tasks.filter(isOpen).map(({ id, key, role }) => ({ id, key, role })),
  };
  const steps = [everybody, { kind: 'applicant' } as const].flatMap((who) => allowedNow(definition, unclaimed, who));
  const working = steps.filter((step) => step.kind !== 'withdraw').map((step) => ('do' in step ? step.do : step.id));
  return [
    ...working,
    ...(state.lapseAt === undefined ? [] : ['lapse']),
    ...(state.bill && !state.bill.paidAt ? ['bill'] : []),
  ];
}

function checkState(definition: ServiceDefinition, game: Play): void {
  const state = game.state();
  const { final, waitsFor } = stateOf(definition, state.state);
  const open = state.tasks.filter(isOpen);
  expect(state.closedAt !== undefined).toBe(final);
  if (final) expect(open).toEqual([]);
  else {
    expect(ownersOf(definition, state), `${state.state} has no owner`).not.toEqual([]);
    expect(open.length > 0, `${state.state} waits for people who have no work`).toBe(waitsFor !== 'applicant');
  }
  if (waitsFor === 'tasks') checkUndecided(definition, state);
  for (const task of state.tasks) {
    if (task.notNeeded) expect([task.verdict, task.closedBy === undefined]).toEqual([undefined, false]);
    if (task.notNeeded) expect(isOpen(task)).toBe(false);
  }
  checkCustody(definition, game);
  for (const clock of state.clocks) {
    const over = clock.events.at(-1)?.type === 'stop';
    const pauses = clock.rule.pauseIn.includes(state.state) || definition.workflow.pauseIn.includes(state.state);
    const started = clock.events.length > 0;
    expect(clock.events.at(-1)?.type === 'pause').toBe(!final && !over && started && pauses);
  }
}

/** A case that still waits for voices waits because the outcome is open, counted here by hand. */
function checkUndecided(definition: ServiceDefinition, state: CaseState): void {
  const { join = 'all' } = stateOf(definition, state.state);
  if (join === 'all') return; // somebody is still asked: checked above
  const asked = state.tasks.filter((task) => state.round?.tasks.includes(task.id));
  const total = asked.length + (state.round?.skipped.length ?? 0);
  const against = asked.filter((task) => task.verdict === 'refuse').length;
  const inFavour = total - against - asked.filter(isOpen).length;
  const needed = Math.min(join === 'any' ? 1 : join.atLeast, total);
  expect(inFavour, 'enough are in favour').toBeLessThan(needed);
  expect(total - against, 'it can no longer be reached').toBeGreaterThanOrEqual(needed);
}

/** Exactly one unit is responsible, and all open work lies where its role stands: told again from the story. */
function checkCustody(definition: ServiceDefinition, game: Play): void {
  const { unitId, roleUnits, tasks } = game.state();
  const { owner, units } = standingByHand(definition, game.events);
  expect(unitId).toBe(owner);
  expect(roleUnits).toEqual(units);
  for (const task of tasks.filter(isOpen)) expect(task.unitId, `${task.key} lies elsewhere`).toBe(units[task.role]);
}

/** Worked out from the definition and the story alone, without asking the rules that decided. */
function checkAttempt(definition: ServiceDefinition, before: Moment, attempt: Attempt): void {
  const { name, who, person, told, carriedOut } = attempt;
  if (who.kind === 'system' && !told) expect(carriedOut, `${name} was done unasked`).toBe(false);
  if (!carriedOut) return;
  const { actions, tasks, separation } = definition.workflow;
  const task = tasks.find((candidate) => candidate.id === name);
  const by = task ? [task.role] : (actions.find((action) => action.do === name)?.by ?? []);
  if (who.kind === 'applicant') expect(by).toContain('applicant');
  if (who.kind === 'system') expect(by).toContain('system');
  if (who.kind !== 'officer') return;
  const { units } = standingByHand(definition, before.events);
  expect(
    by.some((role) => person?.roles.includes(role) && units[role] === person.unit),
    `${name} was done without the role, or in a unit that has nothing to do with the case`,
  ).toBe(true);
  const apart = separation.flatMap(([a, b]) => (a === name ? [b] : b === name ? [a] : []));
  const own = before.state.doings.filter((doing) => doing.by === who.id).map((doing) => doing.action);
  expect(
    own.filter((action) => apart.includes(action)),
    `${who.id} did both`,
  ).toEqual([]);
  const key = task ? name : before.state.state;
  const held = before.state.tasks.filter((one) => isOpen(one) && one.key === key && one.assignee !== undefined);
  expect(
    held.every((one) => one.assignee === who.id),
    'somebody else holds it',
  ).toBe(true);
}

/** After the timer job nothing is left undone whose time has come. */
function checkTimers(game: Play): void {
  const state = game.state();
  const { now } = game.env();
  expect(state.tasks.filter((task) => isOpen(task) && task.silent && new Date(task.dueAt) <= now)).toEqual([]);
  if (state.closedAt !== undefined) return;
  expect(state.lapseAt !== undefined && new Date(state.lapseAt) <= now).toBe(false);
  for (const clock of state.clocks) {
    if (clock.rule.onExpiry === undefined || clock.rule.onExpiry === 'escalate' || !isRunning(clock)) continue;
    expect(clock.dueAt !== null && new Date(clock.dueAt) < now, `${clock.rule.id} ran out unheard`).toBe(false);
  }
}

interface Moment {
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
}

function checkClocks(definition: ServiceDefinition, game: Play): void {
  const { now } = game.env();
  for (const [index, { rule, events, dueAt }] of game.state().clocks.entries()) {
    const original = definition.clocks[index];
    if (!original) throw new Error(`${rule.id} is not in the definition`);
    const byHand = clockByHand(definition, original, game.events);
    expect(events.map(({ type, at }) => `${type} ${at}`)).toEqual(byHand.facts.map(({ type, at }) => `${type} ${at}`));
    const { by: _, ...asKept } = byHand.rule; // the choices stay in the version
    expect(rule).toEqual(asKept);
    const question = { rule, events, calendar: office, now };
    const slow = countMinutes(question);
    const fast = computeClock(question);
    seen.clocks += 1;
    expect(fast.dueAt?.toISOString() ?? null).toBe(slow.dueAt);
    expect([fast.breached, fast.paused, fast.remaining?.minutes ?? null]).toEqual([
      slow.breached,
      slow.paused,
      slow.remainingMinutes,
    ]);
    // What is stored with the case is the due date as it stood when something last happened to the clock.
    const last = events.at(-1);
    if (last && last.type !== 'pause') expect(dueAt).toBe(slow.dueAt);
  }
}

function live(definition: ServiceDefinition, sequence: Sequence): void {
  const game = playCase(definition, {
    calendar: office,
    start: sequence.start.toISOString(),
    holds: (condition, answers) => evaluate(condition, answers, { today: '2026-06-01', areas }),
    intake: { answers: { nama: 'Andi', jenis: sequence.type }, ...standingAt(unitNames[0]) },
    signer: 'lurah-1',
  });
  checkState(definition, game);
  for (const step of sequence.steps) {
    if (game.state().closedAt !== undefined) break;
    const before = { state: game.state(), events: [...game.events] };
    const attempt = playStep(definition, game, sequence, step);
    billFor(definition, game);
    checkState(definition, game);
    if (attempt) checkAttempt(definition, before, attempt);
    if (step.kind === 'wait') checkTimers(game);
    seen.steps += 1;
    if (attempt) seen[attempt.carriedOut ? 'acts' : 'refused'] += 1;
  }
  checkClocks(definition, game);
  expect(foldEvents(game.events)).toEqual(game.state());
  expect(findBreak('case', game.events)).toBeUndefined();
  count(definition, game);
}

function count(definition: ServiceDefinition, game: Play): void {
  const state = game.state();
  seen.sequences += 1;
  if (state.closedAt !== undefined) seen.ended += 1;
  if (state.decision?.kind === 'deemed') seen.deemed += 1;
  if (state.decision?.kind === 'system') seen.fast += 1;
  if (state.tasks.some((task) => task.notNeeded)) seen.dropped += 1;
  if (game.events.some((event) => event.kind === 'task-closed' && event.data.silence)) seen.silent += 1;
  countCustody(game);
  for (const [index, { rule, events }] of state.clocks.entries()) {
    const original = definition.clocks[index];
    if (original?.from !== undefined && events.length > 0) seen.stages += 1;
    if (state.closedAt === undefined && events.at(-1)?.type === 'stop') seen.over += 1;
    if (original && !isDeepStrictEqual(rule.duration, original.duration)) seen.classed += 1;
  }
}

function countCustody({ events }: Play): void {
  let unit: string = unitNames[0];
  for (const event of events) {
    if (event.kind !== 'acted') continue;
    const { action, forwardedTo, transition } = event.data;
    if (event.actor.kind === 'officer' && unit !== unitNames[0]) seen.abroad += 1;
    unit = forwardedTo ?? unit;
    const step = kinds[action];
    if (step) seen[step] += 1;
    if (transition.clocks.some(({ reopened }) => reopened)) seen.goneOn += 1;
  }
}
const kinds: Readonly<Record<string, 'offered' | 'taken' | 'declined' | 'joined' | 'told' | 'undone'>> = {
  tawar: 'offered',
  ambil: 'taken',
  tampik: 'declined',
  gabung: 'joined',
  ikut: 'told',
  sendiri: 'told',
  lepas: 'undone',
  tarik: 'undone',
};

test(
  `${lives} lives of cases under ${wanted} random services`,
  () => {
    fc.assert(
      fc.property(definitions, fc.array(sequences, { minLength: each, maxLength: each }), (definition, all) => {
        for (const sequence of all) live(definition, sequence);
      }),
      { numRuns: wanted, endOnFailure: process.env.LOKET24_MODEL_SHRINK !== '1' },
    );
  },
  120_000 + lives * 600, // wall clock: a busy machine needs many times its own
);

test('the lives went everywhere: endings, refusals to the barred, silence, the fast lane, decisions by time', () => {
  if (process.env.LOKET24_MODEL_REPORT === '1') process.stdout.write(`${JSON.stringify(seen)}\n`);
  expect(seen.sequences).toBeGreaterThanOrEqual(lives);
  const few = Object.entries(seen).filter(([, times]) => times < lives / 200);
  expect(few).toEqual([]);
});
