// One call: what the number may show, and what the caller must say before anything is told.

import { isBirthDate } from '../../../definition/fields/date.ts';
import { topLevelFields } from '../../../definition/fields/find.ts';
import { formatField } from '../../../definition/fields/registry.ts';
import { answerOf, type Env } from '../../../definition/fields/types.ts';
import { applicantOf } from '../../../definition/interview/applicant.ts';
import { AppError } from '../../../lib/errors.ts';
import { readPhone } from '../../../lib/phone/phone.ts';
import type { Context, Officer } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { envOf } from '../../applications/index.ts';
import { type CallerCase, casesById, openCasesOfPhone, recordReadingOnce, writeMessage } from '../../cases/index.ts';
import { canTakeCalls } from '../access.ts';
import { type Claim, isOwner, isProven, type Known, mostMissesPerCall, mostMissesPerHour } from '../rules.ts';
import {
  countMisses,
  endCallRow,
  findCall,
  insertCall,
  insertMiss,
  listIncoming,
  markVerified,
} from '../store/calls.ts';
import type { Call } from '../types.ts';

export function callTaker(ctx: Context): Officer {
  if (!canTakeCalls(ctx.actor)) throw new AppError('forbidden', 'calls.officer_only');
  return ctx.actor;
}

export function hashOfPhone(ctx: Context, phone: string): string {
  return ctx.secrets.sign('caller', phone).toString('hex');
}

/** Begins a call. @param typed the caller's number; empty when it is withheld. @throws invalid when it is no number. */
export async function startCall(ctx: Context, typed: string): Promise<string> {
  const officer = callTaker(ctx);
  const read = typed.trim() === '' ? undefined : readPhone(typed);
  if (read && !read.ok) throw new AppError('invalid', 'calls.not_a_number');
  const phone = read?.phone;
  const cases = phone ? await openCasesOfPhone(ctx, phone) : [];
  const id = newId();
  await insertCall(ctx.db, {
    id,
    officerId: officer.id,
    callerHash: phone ? hashOfPhone(ctx, phone) : null,
    callerTail: phone?.slice(-4) ?? null,
    cases: cases.map(({ target }) => target.id),
    verified: [],
    verifiedAt: null,
    startedAt: ctx.clock.now(),
    endedAt: null,
    summary: null,
  });
  return id;
}

/** Takes a call the exchange announced. @throws not_found when it is over. */
export async function answerCall(ctx: Context, incomingId: string): Promise<string> {
  const officer = callTaker(ctx);
  const { callerHash, callerTail, cases } = await findIncoming(ctx, incomingId);
  const id = newId();
  const startedAt = ctx.clock.now();
  const fresh = { verified: [], verifiedAt: null, startedAt, endedAt: null, summary: null };
  await insertCall(ctx.db, { id, officerId: officer.id, callerHash, callerTail, cases, ...fresh });
  return id;
}

async function findIncoming(ctx: Context, id: string) {
  const all = await listIncoming(ctx.db, new Date(ctx.clock.now().getTime() - ringingMs));
  const found = all.find((one) => one.id === id);
  if (!found) throw new AppError('not_found', 'calls.not_found');
  return found;
}
export const ringingMs = 10 * 60_000;

/** The officer's own call. @throws not_found for anybody else's. */
export async function getCall(ctx: Context, id: string): Promise<Call> {
  const officer = callTaker(ctx);
  const call = await findCall(ctx.db, id);
  if (!call || call.officerId !== officer.id) throw new AppError('not_found', 'calls.not_found');
  return call;
}

async function refuseWhenLocked(ctx: Context, call: Call, callerHash: string): Promise<void> {
  const since = new Date(ctx.clock.now().getTime() - 3_600_000);
  const misses = await countMisses(ctx.db, { callerHash, callId: call.id, since });
  if (misses.call >= mostMissesPerCall || misses.hour >= mostMissesPerHour)
    throw new AppError('too_many', 'calls.locked');
}

/** Checks what the caller said about themselves. A wrong answer is logged, and few are allowed. @throws invalid, too_many. */
export async function verifyCaller(ctx: Context, callId: string, claim: Claim): Promise<void> {
  const officer = callTaker(ctx);
  const call = await getCall(ctx, callId);
  const { callerHash } = call;
  if (callerHash === null || call.endedAt) throw new AppError('conflict', 'calls.ended');
  await refuseWhenLocked(ctx, call, callerHash);
  const env = await envOf(ctx);
  const own = (await casesById(ctx, call.cases)).filter((one) => isOwner(claim, knownOf(one, env)));
  const at = ctx.clock.now();
  if (own.length === 0) {
    await insertMiss(ctx.db, { id: newId(), callId, callerHash, officerId: officer.id, at });
    throw new AppError('invalid', 'calls.not_proven');
  }
  await markVerified(
    ctx.db,
    callId,
    own.map(({ target }) => target.id),
    at,
  );
}

function knownOf({ target, definition }: CallerCase, env: Env): Known {
  const { answers } = target.state;
  const { name, nik } = applicantOf(definition, answers);
  const facts = topLevelFields(definition).flatMap((field) => {
    const answer = answerOf(answers, field.id);
    if (answer === undefined) return [];
    if (isBirthDate(field) && typeof answer === 'string') {
      const [year = '', month = '', day = ''] = answer.split('-');
      return [`${Number(day)} ${Number(month)} ${year}`, `${day} ${month} ${year}`];
    }
    if (field.type !== 'area') return [];
    const place = formatField(answer, field, env);
    return [place, ...place.split(/,|\(/)]; // "Lompoe" as well as "Lompoe, Bacukiki"
  });
  return { number: target.number, name, nik, facts };
}

/** The cases this caller may hear about; each telling is a reading its owner sees. Empty until identity is proven. */
export async function provenCases(ctx: Context, call: Call): Promise<CallerCase[]> {
  if (call.endedAt !== null || !isProven(call.verifiedAt, ctx.clock.now())) return [];
  const cases = await casesById(ctx, call.verified);
  for (const { target } of cases) await recordReadingOnce(ctx, target, { subject: 'case', reason: 'phone' });
  return cases;
}

/** What the caller asks to be passed on, in the caller's name. */
export async function leaveMessage(
  ctx: Context,
  callId: string,
  message: { number: string; text: string; requestId: string },
): Promise<void> {
  const proven = await provenCases(ctx, await getCall(ctx, callId));
  if (!proven.some(({ target }) => target.number === message.number))
    throw new AppError('forbidden', 'calls.not_proven');
  await writeMessage({ ...ctx, actor: { kind: 'applicant' }, channel: 'phone' }, message);
}

export const longestSummary = 160;
/** Ends the call: what was shown is shown no more. @returns how many seconds it took. */
export async function endCall(ctx: Context, callId: string, summary: string): Promise<number> {
  const call = await getCall(ctx, callId);
  const text = summary.normalize('NFC').replace(/\s+/g, ' ').trim();
  if ([...text].length > longestSummary) throw new AppError('invalid', 'calls.summary_long');
  const now = ctx.clock.now();
  await endCallRow(ctx.db, callId, now, text);
  return Math.round(((call.endedAt ?? now).getTime() - call.startedAt.getTime()) / 1000);
}
