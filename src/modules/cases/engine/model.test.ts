// Random services that may be published, and random lives of cases under them: whatever people try, and whatever time and
// registers do, a case always has an owner, nobody barred acts, the state is the fold of its events, and the clocks equal
// the slow counter. LOKET24_MODEL_DEFINITIONS=10000 LOKET24_MODEL_SEQUENCES=100000 for the long run.
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
import { definitions } from '../../../definition/workflow/testing/random-definitions.ts';
import { roleNames } from '../../../definition/workflow/testing/random-workflows.ts';
import type { Who } from '../../../definition/workflow/who.ts';
import type { CaseState } from '../types.ts';
import { findBreak } from './chain.ts';
import { foldEvents } from './fold.ts';
import { positionOf } from './position.ts';
import { type Play, playCase } from './testing.ts';
import { type Attempt, billFor, playStep, type Sequence, sequences } from './testing-sequence.ts';

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
};

const isOpen = (task: CaseState['tasks'][number]): boolean => task.closedAt === undefined;
const isRunning = (clock: CaseState['clocks'][number]): boolean =>
  ['start', 'resume'].includes(clock.events.at(-1)?.type ?? '');

/** Somebody named can act (not only give up), or a timer or a payment brings the case on. */
function ownersOf(definition: ServiceDefinition, state: CaseState): string[] {
  const everybody: Who = { kind: 'officer', id: 'somebody-new', roles: new Set(roleNames) };
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
  for (const clock of state.clocks) {
    const pauses = clock.rule.pauseIn.includes(state.state) || definition.workflow.pauseIn.includes(state.state);
    const started = clock.events.length > 0;
    expect(clock.events.at(-1)?.type === 'pause').toBe(!final && started && pauses);
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

/** Worked out from the definition and the story alone, without asking the rules that decided. */
function checkAttempt(definition: ServiceDefinition, before: CaseState, { name, who, carriedOut }: Attempt): void {
  if (!carriedOut) return;
  const { actions, tasks, separation } = definition.workflow;
  const task = tasks.find((candidate) => candidate.id === name);
  const by = task ? [task.role] : (actions.find((action) => action.do === name)?.by ?? []);
  if (who.kind === 'applicant') expect(by).toContain('applicant');
  if (who.kind !== 'officer') return;
  expect(
    by.some((role) => who.roles.has(role)),
    `${name} was done without the role`,
  ).toBe(true);
  const apart = separation.flatMap(([a, b]) => (a === name ? [b] : b === name ? [a] : []));
  const own = before.doings.filter((doing) => doing.by === who.id).map((doing) => doing.action);
  expect(
    own.filter((action) => apart.includes(action)),
    `${who.id} did both`,
  ).toEqual([]);
  const key = task ? name : before.state;
  const held = before.tasks.filter((one) => isOpen(one) && one.key === key && one.assignee !== undefined);
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

function checkClocks(game: Play): void {
  const { now } = game.env();
  for (const { rule, events, dueAt } of game.state().clocks) {
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
    intake: { answers: { nama: 'Andi', jenis: sequence.type } },
    signer: 'lurah-1',
  });
  checkState(definition, game);
  for (const step of sequence.steps) {
    if (game.state().closedAt !== undefined) break;
    const before = game.state();
    const attempt = playStep(definition, game, sequence, step);
    billFor(definition, game);
    checkState(definition, game);
    if (attempt) checkAttempt(definition, before, attempt);
    if (step.kind === 'wait') checkTimers(game);
    seen.steps += 1;
    if (attempt) seen[attempt.carriedOut ? 'acts' : 'refused'] += 1;
  }
  checkClocks(game);
  expect(foldEvents(game.events)).toEqual(game.state());
  expect(findBreak('case', game.events)).toBeUndefined();
  count(game);
}

function count(game: Play): void {
  const state = game.state();
  seen.sequences += 1;
  if (state.closedAt !== undefined) seen.ended += 1;
  if (state.decision?.kind === 'deemed') seen.deemed += 1;
  if (state.decision?.kind === 'system') seen.fast += 1;
  if (state.tasks.some((task) => task.notNeeded)) seen.dropped += 1;
  if (game.events.some((event) => event.kind === 'task-closed' && event.data.silence)) seen.silent += 1;
}

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
