// Intake of a case from any channel. Twice the same submission key is the same case, whatever happened in between.

import type { ServiceDefinition } from '../../../definition/schema.ts';
import { canonicalJson } from '../../../lib/canonical-json.ts';
import { newCaseNumber } from '../../../lib/case-number.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction, violatedConstraint } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { decideFollowUp } from '../engine/act.ts';
import { decideBill } from '../engine/bill.ts';
import { sealEvent } from '../engine/chain.ts';
import type { Environment } from '../engine/environment.ts';
import { applyEvent } from '../engine/fold.ts';
import { decideSubmission, type Intake } from '../engine/submit.ts';
import { findBySubmission, listEvents } from '../store/find-case.ts';
import { insertCase } from '../store/insert-case.ts';
import { hasTimers, saveTimers } from '../store/timers.ts';
import { trackingCodeOf, trackingHashOf } from '../tracking.ts';
import type { CaseRow, CaseState } from '../types.ts';
import { environmentFor } from './environment.ts';
import { followUp, withSigner } from './follow-up.ts';
import { firstWatchOf } from './next-watch.ts';
import { noticeOfSubmission } from './notices.ts';
import { personHashOf } from './person.ts';

export interface Submission {
  readonly definition: ServiceDefinition;
  readonly intake: Intake;
  readonly submissionKey: string; // whoever repeats it with the same content gets the same receipt
  readonly numberLetter: 'P' | 'L';
  readonly applicantShort: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly nik?: string | undefined; // the applicant's own
  readonly lookUp?: boolean | undefined; // registers are still to be asked about it
}
export interface Receipt {
  readonly target: CaseRow;
  readonly trackingCode: string;
  readonly repeated: boolean;
}

const numberTries = 5;

/** Opens a case: numbered, clocked, receipted in one durable statement. @throws nothing of its own but what the database says. */
export async function openCase(ctx: Context, submission: Submission): Promise<Receipt> {
  const env = await environmentFor(ctx, submission.definition, submission.intake.unitId);
  const event = decideSubmission(env, submission.intake);
  const id = newId();
  const trackingCode = trackingCodeOf(ctx.secrets, id);
  const actor =
    ctx.actor.kind === 'officer' ? { kind: 'officer' as const, id: ctx.actor.id } : { kind: 'applicant' as const };
  const stamp = {
    caseId: id,
    seq: 1,
    at: env.now.toISOString(),
    actor,
    channel: ctx.channel,
    requestId: submission.submissionKey,
  };
  const sealed = sealEvent(stamp, event, '');
  const state = applyEvent(undefined, sealed);
  const follows = goesOn(await withSigner(ctx, env, state), state);
  const nextWatchAt = await firstWatchOf(ctx, state);
  for (let attempt = 1; ; attempt++) {
    const target = rowOf(ctx, submission, { id, lastHash: sealed.hash, state });
    const fresh = {
      ...target,
      event: sealed,
      phoneTail: submission.phone?.slice(-4),
      personHash: personHashOf(ctx, submission.nik),
      trackingHash: trackingHashOf(trackingCode),
      submissionKey: submission.submissionKey,
      nextWatchAt,
      lookUpAt: submission.lookUp ? env.now : undefined,
      follows,
    };
    try {
      const opened = await store(ctx, submission, fresh, trackingCode);
      return { target: follows ? opened : target, trackingCode, repeated: false };
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'case_submission_key') return receiptAgain(ctx, submission);
      if (constraint !== 'case_number_key' || attempt === numberTries) throw error;
    }
  }
}

/** A new row under a new number; should the number be taken, the next try has another. */
function rowOf(
  ctx: Context,
  { numberLetter, applicantShort, email }: Submission,
  made: Pick<CaseRow, 'id' | 'lastHash' | 'state'>,
): CaseRow {
  const number = newCaseNumber(numberLetter);
  return { ...made, number, version: 1, applicantShort, locale: ctx.locale, ...(email ? { email } : {}) };
}

/** Something happens by itself right after intake: a bill, or a step of the system. */
function goesOn(env: Environment, state: CaseState): boolean {
  return decideBill(env, state).kind !== 'none' || decideFollowUp(env, state) !== undefined;
}

async function store(
  ctx: Context,
  submission: Submission,
  fresh: Parameters<typeof insertCase>[1] & CaseRow & { readonly follows: boolean },
  code: string,
): Promise<CaseRow> {
  // Without a notice to send, a step of the system to take or a timer to set, the one statement is the whole transaction.
  const timed = hasTimers(fresh.state);
  const told = submission.numberLetter === 'L';
  if (!submission.email && !fresh.follows && !timed && !told) {
    await insertCase(ctx.db, fresh);
    return fresh;
  }
  return inTransaction(ctx, async (ctx) => {
    await insertCase(ctx.db, fresh);
    if (timed) await saveTimers(ctx.db, fresh.id, fresh.state);
    if (told) await ctx.events.publish(ctx, 'cases.opened', { target: fresh });
    await noticeOfSubmission(ctx, fresh, submission.definition, code);
    return fresh.follows ? followUp(ctx, fresh, submission.submissionKey) : fresh;
  });
}

/** A key is a promise of the same request: with other answers it is refused, so that nobody learns a receipt by guessing keys. */
async function receiptAgain(ctx: Context, { intake, submissionKey }: Submission): Promise<Receipt> {
  const target = await findBySubmission(ctx.db, submissionKey);
  const first = target && (await listEvents(ctx.db, target.id))[0];
  if (!target || first?.kind !== 'submitted') throw new AppError('conflict', 'cases.conflict');
  const same =
    first.data.versionId === intake.versionId &&
    canonicalJson([first.data.answers, first.data.documents]) === canonicalJson([intake.answers, intake.documents]);
  if (!same) throw new AppError('conflict', 'cases.key_reused');
  return { target, trackingCode: trackingCodeOf(ctx.secrets, target.id), repeated: true };
}

/** The receipt of an earlier submission with this key, if there was one. */
export async function findReceipt(ctx: Context, submissionKey: string): Promise<Receipt | undefined> {
  const target = await findBySubmission(ctx.db, submissionKey);
  return target && { target, trackingCode: trackingCodeOf(ctx.secrets, target.id), repeated: true };
}
