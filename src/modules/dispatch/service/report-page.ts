// What stands on the page of one report. Opening it is a recorded reading.
import { stateOf } from '../../../definition/workflow/position.ts';
import { AppError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { type CaseEvent, type CaseRow, numbersElsewhere, openForOfficer } from '../../cases/index.ts';
import {
  type AroundProblem,
  canModerate,
  custodyOf,
  firstPhotos,
  type Photo,
  type Problem,
  photosOf,
  problemsAround,
  type Report,
  readProblem,
  readReport,
  type Twin,
  twinsOf,
} from '../../complaints/index.ts';
import { getUploads } from '../../documents/index.ts';
import { type Dossier, dossierOf } from '../../dossier/index.ts';
import { getOfficers } from '../../identity/index.ts';
import { areaLookup, getUnit } from '../../organisation/index.ts';
import { findCategory, scrub } from '../../triage/index.ts';
import { type BeyondReason, beyondReasons, beyondStep } from './beyond.ts';
import { answerStep } from './forward.ts';
import { type Offer, offerOf } from './offer.ts';
import { type Proposal, proposalsFor } from './suggest.ts';

export interface CustodyStep {
  readonly id: string;
  readonly what: 'assigned' | 'offered' | 'accepted' | 'refused' | 'returned' | 'recalled';
  readonly from: string;
  readonly to: string;
  readonly reason: string | undefined;
  readonly at: Date;
}
/** An open problem near by, without what is personal in its words. */
export type AroundRow = Pick<AroundProblem, 'number' | 'title' | 'place' | 'lat' | 'long' | 'distanceM'>;
export interface VoiceNote {
  readonly href: string;
  readonly size: number; // bytes
}
export interface ReportPage {
  readonly report: Report;
  readonly problem: Problem | undefined;
  readonly photos: readonly Photo[];
  readonly state: string;
  readonly unit: string;
  readonly category: string | undefined;
  readonly area: string | undefined;
  readonly proposals: readonly Proposal[];
  readonly custody: readonly CustodyStep[];
  readonly elsewhere: readonly { readonly label: string; readonly value: string }[]; // its numbers at others
  readonly twins: readonly ShownTwin[];
  readonly notes: readonly { readonly key: string; readonly text: string; readonly at: string; readonly who: string }[];
  readonly around: readonly AroundRow[];
  readonly voices: readonly VoiceNote[];
  readonly offer: Offer | undefined; // waits for another office to accept
  readonly mayAccept: boolean;
  readonly beyond: readonly BeyondReason[]; // reasons why it is not for the city; none when this officer may not say so
  readonly joined: boolean; // follows another report
  readonly mayJoin: boolean;
  readonly dossier: Dossier; // watchers and links
  readonly answer: 'tanggapi' | 'jawab-langsung' | undefined;
  readonly mayForward: boolean;
  readonly mayModerate: boolean;
}

export async function openReport(ctx: Context, number: string): Promise<ReportPage> {
  const opened = await openForOfficer(ctx, number);
  const { target, definition } = opened;
  const report = await readReport(ctx, target.number);
  const may = (action: string) => opened.allowed.some((step) => 'do' in step && step.do === action);
  const problem = report.problemId === null ? undefined : await problemOf(ctx, report.problemId);
  const category = report.category === null ? undefined : await findCategory(ctx, report.category);
  const proposals = (await proposalsFor(ctx, [report])).get(report.caseId) ?? [];
  return {
    report,
    problem,
    photos: await photosOf(ctx, target.id),
    state: say(stateOf(definition, target.state.state).label, ctx.locale),
    unit: (await getUnit(ctx, report.unitId)).name,
    category: category && say(category.name, ctx.locale),
    area: report.areaCode === null ? undefined : (await areaLookup(ctx)).name(report.areaCode),
    proposals,
    custody: await custodySteps(ctx, target.id),
    elsewhere: await numbersElsewhere(ctx, target.id),
    twins: may('gabung') ? await shownTwins(ctx, report) : [],
    notes: await notesOf(ctx, opened.events),
    around: (await problemsAround(ctx, report)).map(({ number, title, place, lat, long, distanceM }) => ({
      ...{ number, lat, long, distanceM, title: scrub(title), place: place && scrub(place) },
    })),
    voices: await voicesOf(ctx, target),
    offer: await offerOf(ctx, report),
    mayAccept: may('terima'),
    beyond: may(beyondStep) ? await beyondReasons(ctx, definition) : [],
    dossier: await dossierOf(ctx, target),
    joined: may('lepas'),
    mayJoin: may('gabung'),
    answer: answerStep(opened.allowed.flatMap((step) => ('do' in step ? step.do : []))),
    mayForward: may('teruskan'),
    mayModerate: ctx.actor.kind === 'officer' && canModerate(ctx.actor, target.state),
  };
}

/** Voice notes of the reporter; playing one is a recorded reading. */
async function voicesOf(ctx: Context, { number, state }: CaseRow): Promise<VoiceNote[]> {
  const uploads = await getUploads(
    ctx,
    state.documents.map(({ uploadId }) => uploadId),
  );
  return state.documents.flatMap(({ id, uploadId }) => {
    const upload = uploads.find((one) => one.id === uploadId);
    if (!upload?.mediaType.startsWith('audio/')) return [];
    return [{ href: `/petugas/berkas/${number}/dokumen/${id}/${uploadId}`, size: upload.size }];
  });
}

export interface ShownTwin extends Pick<Twin, 'number' | 'code' | 'reports' | 'distanceM' | 'score'> {
  readonly text: string; // without what is personal in it: opening the other report is a reading of its own
  readonly place: string | undefined;
  readonly photo: string | undefined;
}
async function shownTwins(ctx: Context, report: Report): Promise<ShownTwin[]> {
  const twins = await twinsOf(ctx, report);
  const photos = await firstPhotos(
    ctx,
    twins.map(({ caseId }) => caseId),
  );
  return twins.map(({ number, code, reports, distanceM, score, caseId, text, place }) => ({
    ...{ number, code, reports, distanceM, score, photo: photos.get(caseId) },
    text: scrub(text),
    place: place ? scrub(place) : undefined,
  }));
}

/** Notes among officers, the latest first. */
async function notesOf(ctx: Context, events: readonly CaseEvent[]): Promise<ReportPage['notes']> {
  const people = await getOfficers(
    ctx,
    events.flatMap(({ actor }) => actor.id ?? []),
  );
  return events
    .flatMap((event) => {
      if (event.kind !== 'noted' || event.data.text === '') return [];
      const who = people.get(event.actor.id ?? '')?.name ?? '';
      return [{ key: String(event.seq), text: event.data.text, at: event.at, who }];
    })
    .reverse();
}

/** Another unit may lead the problem: then nothing is said about it. */
async function problemOf(ctx: Context, id: string): Promise<Problem | undefined> {
  try {
    return (await readProblem(ctx, id)).problem;
  } catch (error) {
    if (error instanceof AppError && error.kind === 'forbidden') return undefined;
    throw error;
  }
}

async function custodySteps(ctx: Context, caseId: string): Promise<CustodyStep[]> {
  const steps = await custodyOf(ctx, caseId);
  return Promise.all(
    steps.map(async ({ id, what, fromUnit, toUnit, reason, at }) => ({
      ...{ id, what, at, reason: reason ?? undefined },
      from: (await getUnit(ctx, fromUnit)).short,
      to: (await getUnit(ctx, toUnit)).short,
    })),
  );
}
