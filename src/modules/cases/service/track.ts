// What the holder of a tracking code sees: everything about the own case, nothing about how the office is organised.
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { parseCaseNumber } from '../../../lib/case-number.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { getVersion } from '../../catalogue/index.ts';
import { listReadings, type Reading } from '../store/access-log.ts';
import { findByNumberAndPhone, findByTracking, listHistory } from '../store/find-case.ts';
import { parseTrackingCode, trackingCodeOf, trackingHashOf } from '../tracking.ts';
import type { CaseRow } from '../types.ts';
import { wordingOf } from './action-message.ts';
import { decisionNote } from './event-notes.ts';
import { type LateDocuments, lateDocumentsOf } from './late-documents.ts';
import { numbersElsewhere } from './numbers-elsewhere.ts';
import { clocksOf, type Promised, promiseOf, type RunningClock } from './promise.ts';
import { type ShownPhoto, shownPhotosOf } from './shown-photos.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';
import { waitsForText } from './waiting.ts';

export interface TrackedCase {
  readonly target: CaseRow;
  readonly definition: ServiceDefinition;
  readonly waitsFor: string;
  readonly promise: Promised | undefined;
  readonly clocks: readonly RunningClock[];
  readonly timeline: readonly TimelineEntry[];
  readonly readings: readonly Reading[];
  readonly photos: readonly ShownPhoto[]; // proof and own, once there is proof
  readonly late: LateDocuments | undefined; // papers that may still follow
  readonly elsewhere: readonly { readonly label: string; readonly value: string }[]; // its numbers at others
  readonly decision: string | undefined; // who decided, where it was not people
}

/** The case behind a tracking code. @throws not_found for anything that is not one of ours. */
export async function getTracked(ctx: Context, rawCode: string): Promise<CaseRow> {
  const code = parseTrackingCode(rawCode);
  const target = code ? await findByTracking(ctx.db, trackingHashOf(code)) : undefined;
  if (!target) throw new AppError('not_found', 'cases.tracking_not_found');
  return target;
}

export async function trackCase(ctx: Context, rawCode: string): Promise<TrackedCase> {
  const target = await getTracked(ctx, rawCode);
  const { definition } = await getVersion(ctx, target.state.versionId);
  const [events, readings, waitsFor, promise, clocks, late, photos, elsewhere] = await Promise.all([
    listHistory(ctx.db, target.id),
    listReadings(ctx.db, target.id),
    waitsForText(ctx, definition, target.state),
    promiseOf(ctx, definition, target.state),
    clocksOf(ctx, definition, target.state),
    lateDocumentsOf(ctx, target),
    shownPhotosOf(ctx, definition, target),
    numbersElsewhere(ctx, target.id),
  ]);
  return {
    target,
    definition,
    waitsFor,
    promise,
    clocks,
    timeline: timelineOf(definition, events, wordingOf(ctx, target)),
    readings,
    late,
    photos,
    elsewhere,
    decision: decisionNote(target.state, ctx.locale),
  };
}

/** For people who lost the link: case number and the last four digits of the phone. The caller limits the rate. */
export async function findTrackingCode(
  ctx: Context,
  raw: { number: string; phoneTail: string },
): Promise<string | undefined> {
  const number = parseCaseNumber(raw.number);
  const tail = raw.phoneTail.replace(/\D/g, '');
  if (!number || tail.length !== 4) return undefined;
  const target = await findByNumberAndPhone(ctx.db, number, tail);
  return target && trackingCodeOf(ctx.secrets, target.id);
}
