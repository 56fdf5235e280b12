// An officer opens a case: allowed only with a seat on it, and recorded where its owner can see.

import type { Action, ServiceDefinition, Task } from '../../../definition/schema.ts';
import { allowedNow, decideAction, type Refusal } from '../../../definition/workflow/decide.ts';
import { parseCaseNumber } from '../../../lib/case-number.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context, Officer } from '../../../platform/context.ts';
import { getVersion } from '../../catalogue/index.ts';
import { canSeeCase, raisedTo, seatsOn, whoOn } from '../access.ts';
import { positionOf } from '../engine/position.ts';
import { hasReadingSince, insertReading, listReadings, type Reading } from '../store/access-log.ts';
import { findByNumber, findRequestTime, hasRequest, listEvents } from '../store/find-case.ts';
import type { CaseEvent, CaseRow } from '../types.ts';

export interface OpenedCase {
  readonly target: CaseRow;
  readonly definition: ServiceDefinition;
  readonly events: readonly CaseEvent[];
  readonly readings: readonly Reading[];
  readonly allowed: readonly (Action | Task)[];
  readonly blocked: readonly Blocked[];
}
/** A step of this officer's own role that he may not take now, and why: shown instead of a missing button. */
export interface Blocked {
  readonly step: Action | Task;
  readonly refusal: Extract<Refusal, 'separation' | 'claimed' | 'limit'>;
}

export function officerOf(ctx: Context): Officer {
  if (ctx.actor.kind !== 'officer') throw new AppError('unauthenticated', 'identity.login_required');
  return ctx.actor;
}

/** The case, when this officer has a seat on it. @throws not_found, forbidden. */
export async function getForOfficer(ctx: Context, rawNumber: string): Promise<CaseRow> {
  const officer = officerOf(ctx);
  const number = parseCaseNumber(rawNumber);
  const target = number ? await findByNumber(ctx.db, number) : undefined;
  if (!target) throw new AppError('not_found', 'cases.not_found');
  if (!canSeeCase(officer, target.state)) throw new AppError('forbidden', 'cases.forbidden');
  return target;
}

/** Records one reading of personal data; `subject` names what was read: 'case', 'document:ktp', 'field:nik', 'letter'. */
export async function recordReading(ctx: Context, target: CaseRow, subject: string, why?: string): Promise<void> {
  const officer = officerOf(ctx);
  const own = seatsOn(officer, target.state)[0];
  const above = raisedTo(officer, target.state)[0];
  const seat = own ?? above ?? officer.memberships[0]; // on the telephone: his own office
  const reason = why ?? (own || !above ? 'handling' : 'escalated');
  await insertReading(ctx.db, {
    caseId: target.id,
    at: ctx.clock.now(),
    officerId: officer.id,
    office: seat?.unitName ?? '',
    role: seat?.role ?? '',
    reason,
    subject,
  });
}

const reasonLength = { least: 8, most: 200 } as const;

/** Why somebody wants to know who it is, in his own words: the owner reads them. @throws invalid `cases.reason_short`. */
export function readingReason(text: string): string {
  const why = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (why.length < reasonLength.least || why.length > reasonLength.most)
    throw new AppError('invalid', 'cases.reason_short', { params: { ...reasonLength } });
  return why;
}

const sameReadingMs = 10 * 60_000;

/** As recordReading; a page that a device fetches again within ten minutes is one reading, not two. */
export async function recordReadingOnce(
  ctx: Context,
  target: CaseRow,
  reading: { subject: string; reason: string },
): Promise<void> {
  const since = new Date(ctx.clock.now().getTime() - sameReadingMs);
  const same = { caseId: target.id, officerId: officerOf(ctx).id, since, ...reading };
  if (!(await hasReadingSince(ctx.db, same))) await recordReading(ctx, target, reading.subject, reading.reason);
}

/** The system asked a register about the person of this case: the owner sees that as well. */
export async function recordLookUp(
  ctx: Context,
  target: CaseRow,
  { register, at }: { readonly register: string; readonly at: Date },
): Promise<void> {
  const subject = `register:${register}`;
  await insertReading(ctx.db, {
    caseId: target.id,
    at,
    officerId: null,
    office: '',
    role: '',
    reason: 'handling',
    subject,
  });
}

/** Opens the case for an officer and records what he read: the whole case, or the one value he asked to see. */
export async function openForOfficer(
  ctx: Context,
  rawNumber: string,
  subject = 'case',
  why?: string,
): Promise<OpenedCase> {
  const target = await getForOfficer(ctx, rawNumber);
  await recordReading(ctx, target, subject, why);
  const [{ definition }, events, readings] = await Promise.all([
    getVersion(ctx, target.state.versionId),
    listEvents(ctx.db, target.id),
    listReadings(ctx.db, target.id),
  ]);
  return { target, definition, events, readings, ...stepsOn(ctx, definition, target) };
}

/** What this officer may do on the case now, and which steps of his own role are closed to him. Reads nothing personal. */
export function stepsOn(
  ctx: Context,
  definition: ServiceDefinition,
  target: CaseRow,
): Pick<OpenedCase, 'allowed' | 'blocked'> {
  const allowed = allowedNow(definition, positionOf(target.state), whoOn(ctx.actor, target.state));
  return { allowed, blocked: blockedNow(ctx, definition, target) };
}

const shownRefusals: readonly string[] = ['separation', 'claimed', 'limit'] satisfies Blocked['refusal'][];

function blockedNow(ctx: Context, definition: ServiceDefinition, { state }: CaseRow): Blocked[] {
  const steps = [...definition.workflow.tasks, ...definition.workflow.actions];
  return steps.flatMap((step) => {
    const name = 'do' in step ? step.do : step.id;
    const decision = decideAction(definition, positionOf(state), name, whoOn(ctx.actor, state));
    return !decision.ok && isShown(decision.refusal) ? [{ step, refusal: decision.refusal }] : [];
  });
}

function isShown(refusal: Refusal): refusal is Blocked['refusal'] {
  return shownRefusals.includes(refusal);
}

/** When this officer's request was carried out: whoever asks again, because the answer was lost, is told the same. */
export async function timeOfRequest(ctx: Context, rawNumber: string, requestId: string): Promise<Date | undefined> {
  const number = parseCaseNumber(rawNumber);
  const target = number ? await findByNumber(ctx.db, number) : undefined;
  return target && findRequestTime(ctx.db, target.id, requestId, officerOf(ctx).id);
}

/** True when this officer's request was carried out before, whoever may see the case now (it may have been forwarded). */
export async function carriedOut(ctx: Context, rawNumber: string, requestId: string): Promise<boolean> {
  const number = parseCaseNumber(rawNumber);
  const target = number ? await findByNumber(ctx.db, number) : undefined;
  return target !== undefined && (await hasRequest(ctx.db, target.id, requestId, officerOf(ctx).id));
}
