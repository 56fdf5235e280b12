// Asking registers in the background. Cases say themselves when (written with them); here they are worked off, a few at a time.
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '../../../platform/config.ts';
import type { Context } from '../../../platform/context.ts';
import {
  type CaseActed,
  type DueLookUp,
  getTracked,
  planLookUp,
  planLookUpAfresh,
  recordLookUp,
  takeDueLookUps,
  trackingCodeOf,
} from '../../cases/index.ts';
import { getVersion } from '../../catalogue/index.ts';
import { inTheBackground } from '../../registers/index.ts';
import { envOf } from './env.ts';
import { ask, recordAnswer, usefulAskings } from './registers.ts';

const job = 'applications.look_up_registers';
// Other offices' registers and our own intake both live through a burst: a tenth of the time is spent on look-ups, no more than
// ten cases a second; a register that is slow itself does not make the others wait longer than two seconds. While people keep this
// process at work for two fifths of its time (the database works as long again), look-ups give way: officers read them hours later,
// people wait in front of their screens.
const atOnce = 5;
const shortestPause = 500;
const longestPause = 2000;
const busyShare = 0.4;
const pauseWhileBusy = 10_000;
const runMilliseconds = 20_000; // then another job may have the worker's place
const wakeMilliseconds = 200;

interface Work {
  resting: boolean; // a wake was sent just now
  wanted: boolean; // and another is wanted after it
  running: boolean;
  again: boolean; // somebody called while it ran
}
// Of this process; beside the settings it was made from, so that two installations in one process (tests) do not share it.
const works = new WeakMap<Config, Work>();

function workOf({ config }: Context): Work {
  const work = works.get(config) ?? { resting: false, wanted: false, running: false, again: false };
  works.set(config, work);
  return work;
}

/** Wakes the worker, at most once every 200 ms however many cases come in; the cron of every minute finds what a crash forgot. */
export async function wakeLookUps(ctx: Context): Promise<void> {
  const work = workOf(ctx);
  work.wanted = true;
  if (work.resting) return;
  if (work.running) {
    work.again = true;
    return;
  }
  work.resting = true;
  work.wanted = false;
  setTimeout(() => {
    work.resting = false;
    if (work.wanted) wakeLookUps(ctx).catch(() => undefined); // the server ends, or the cron of the minute comes
  }, wakeMilliseconds).unref();
  await ctx.jobs.add(ctx.db, job, {}, { key: job });
}

/** The job: works off what is due. Two at once in one process would double the pace, so the second only makes the first go on. */
export async function lookUpDue(ctx: Context): Promise<void> {
  const work = workOf(ctx);
  work.again = true;
  if (work.running) return;
  work.running = true;
  try {
    await workOff(ctx, work);
  } finally {
    work.running = false;
  }
}

async function workOff(ctx: Context, work: Work): Promise<void> {
  const end = performance.now() + runMilliseconds;
  while (work.again) {
    work.again = false;
    const began = performance.now();
    const due = await takeDueLookUps(ctx, atOnce);
    for (const one of due) await lookUpCase(ctx, one);
    if (due.length < atOnce) continue;
    work.again = true;
    const spent = performance.now() - began;
    if (began < end) await pause(Math.min(longestPause, Math.max(shortestPause, 9 * spent)));
    else return ctx.jobs.add(ctx.db, job, {}, { key: job });
  }
}

/** At least so long; up to ten seconds while the process is busy with something else. */
async function pause(milliseconds: number): Promise<void> {
  const until = performance.now() + pauseWhileBusy;
  let seen = performance.eventLoopUtilization();
  do {
    await wait(milliseconds);
    const { utilization } = performance.eventLoopUtilization(seen);
    if (utilization < busyShare) return;
    seen = performance.eventLoopUtilization();
  } while (performance.now() < until);
}

// Minutes until the next try; about a day in all.
const pauses = [1, 5, 15, 60, 180, 360, 720];

/** Asks every register that has not answered about this case; a day without an answer, and people look for themselves. */
async function lookUpCase(ctx: Context, { caseId, tries }: DueLookUp): Promise<void> {
  try {
    const silent = await askAbout(ctx, caseId, tries > pauses.length);
    const minutes = pauses[tries - 1];
    const next = silent && minutes !== undefined ? new Date(ctx.clock.now().getTime() + minutes * 60_000) : undefined;
    await planLookUp(ctx, caseId, next);
  } catch (error) {
    // One case must not hold up the others; its lease brings it back.
    ctx.log.error({ err: error, caseId }, 'registers could not be asked about a case');
  }
}

/** @returns whether some register still owes its word */
async function askAbout(ctx: Context, caseId: string, last: boolean): Promise<boolean> {
  const target = await getTracked(ctx, trackingCodeOf(ctx.secrets, caseId));
  if (target.state.closedAt !== undefined) return false;
  const { definition } = await getVersion(ctx, target.state.versionId);
  const given = { answers: target.state.answers, env: await envOf(ctx) };
  let silent = false;
  for (const asking of usefulAskings(ctx, definition, given)) {
    const { register } = asking;
    const known = target.state.registers?.find((answer) => answer.register === register);
    if (known && known.outcome !== 'unavailable') continue;
    const said = await ask(ctx, definition, asking, inTheBackground);
    await recordLookUp(ctx, target, { register, at: new Date(said.at) });
    if (said.outcome !== 'unavailable' || last) await recordAnswer(ctx, target, said);
    else silent = true;
  }
  return silent;
}

/** What was corrected is asked about anew: the word of a register held for the answers before. */
export async function lookUpAgain(ctx: Context, { target, action }: CaseActed): Promise<void> {
  if (action.kind !== 'resubmit' || target.state.registers !== undefined) return;
  const { definition } = await getVersion(ctx, target.state.versionId);
  if (definition.registers === undefined) return;
  await planLookUpAfresh(ctx, target.id);
  await ctx.jobs.add(ctx.db, job, {}, { key: job });
}
