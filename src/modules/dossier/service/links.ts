// Two cases that belong together. Whoever may not see both is shown nothing of the link, not even that there is one: on the case of an
// office, "another case is linked" would already tell that office that somebody has reported in secret.
import { parseCaseNumber } from '../../../lib/case-number.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction, violatedConstraint } from '../../../platform/database/index.ts';
import { type CallerCase, type CaseRow, canSeeCase, casesById, getForOfficer } from '../../cases/index.ts';
import { linksNow, otherOf, pairOf } from '../rules.ts';
import { insertLinkStep, listLinkSteps, listPair } from '../store/links.ts';
import type { LinkKind, LinkStep } from '../types.ts';
import { officerOf } from './watch.ts';

const reasonLength = { least: 5, most: 300 } as const;

export interface Linking {
  readonly number: string;
  readonly other: string; // as typed
  readonly kind: LinkKind;
  readonly reason: string;
  readonly requestId: string;
}

/** @throws invalid `dossier.no_such_case` also for a case this officer may not see; `dossier.same_case`, `dossier.reason_short`, `dossier.linked_already`. */
export async function linkCases(ctx: Context, { number, other, kind, reason, requestId }: Linking): Promise<void> {
  const one = await getForOfficer(ctx, number);
  const two = await otherCase(ctx, other);
  if (one.id === two.id) throw new AppError('invalid', 'dossier.same_case');
  const why = reason.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (why.length < reasonLength.least || why.length > reasonLength.most)
    throw new AppError('invalid', 'dossier.reason_short', { params: { ...reasonLength } });
  await append(ctx, { one, two, requestId }, (last) => {
    if (last?.what === 'linked') throw new AppError('invalid', 'dossier.linked_already');
    return { what: 'linked', kind, subjectCase: one.id, reason: why };
  });
}

export interface Unlinking {
  readonly number: string;
  readonly other: string;
  readonly requestId: string;
}
/** Undone twice, it is undone once. @throws as linkCases. */
export async function unlinkCases(ctx: Context, { number, other, requestId }: Unlinking): Promise<void> {
  const one = await getForOfficer(ctx, number);
  const two = await otherCase(ctx, other);
  await append(ctx, { one, two, requestId }, (last) =>
    last?.what === 'linked'
      ? { what: 'undone', kind: last.kind, subjectCase: last.subjectCase, reason: null }
      : undefined,
  );
}

/** What is not there and what may not be seen are the same answer: a number tells nobody that a secret report exists. */
async function otherCase(ctx: Context, typed: string): Promise<CaseRow> {
  try {
    return await getForOfficer(ctx, parseCaseNumber(typed) ?? '');
  } catch (error) {
    if (error instanceof AppError && ['not_found', 'forbidden'].includes(error.kind))
      throw new AppError('invalid', 'dossier.no_such_case');
    throw error;
  }
}

type Said = Pick<LinkStep, 'what' | 'kind' | 'subjectCase' | 'reason'>;
async function append(
  ctx: Context,
  { one, two, requestId }: { one: CaseRow; two: CaseRow; requestId: string },
  decide: (last: LinkStep | undefined) => Said | undefined,
): Promise<void> {
  const pair = pairOf(one.id, two.id);
  try {
    await inTransaction(ctx, async (ctx) => {
      const steps = await listPair(ctx.db, pair);
      if (steps.some((step) => step.requestId === requestId)) return; // pressed twice
      const said = decide(steps[0]);
      if (!said) return;
      const seq = (steps[0]?.seq ?? 0) + 1;
      const step = { ...pair, ...said, seq, requestId, officerId: officerOf(ctx).id, at: ctx.clock.now() };
      await insertLinkStep(ctx.db, step);
    });
  } catch (error) {
    // Somebody said something of the same pair at the same moment.
    if (violatedConstraint(error) !== undefined) throw new AppError('conflict', 'dossier.changed_meanwhile');
    throw error;
  }
}

export interface Linked extends CallerCase {
  readonly step: LinkStep;
}
export interface Links {
  readonly now: readonly Linked[];
  readonly history: readonly Linked[]; // the latest first
}
/** Links of this case with others this officer may see as well; for callers that have checked the seat on this one. */
export async function linksOf(ctx: Context, target: CaseRow): Promise<Links> {
  const steps = await listLinkSteps(ctx.db, target.id);
  const others = await casesById(ctx, [...new Set(steps.map((step) => otherOf(step, target.id)))]);
  const seen = new Map(others.map((other) => [other.target.id, other]));
  const shown = (all: readonly LinkStep[]): Linked[] =>
    all.flatMap((step) => {
      const other = seen.get(otherOf(step, target.id));
      return other && canSeeCase(ctx.actor, other.target.state) ? [{ ...other, step }] : [];
    });
  return { now: shown(linksNow(steps)), history: shown(steps) };
}
