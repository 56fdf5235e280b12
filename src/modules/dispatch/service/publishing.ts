// What stands in front of an officer who decides what the public sees of a report.
import type { Context } from '../../../platform/context.ts';
import { getForOfficer, recordReadingOnce } from '../../cases/index.ts';
import {
  isConfidential,
  moderationOf,
  type Photo,
  type Problem,
  placeFor,
  readProblem,
  readReport,
} from '../../complaints/index.ts';
import { getOfficers } from '../../identity/index.ts';
import { type Found, scanForPersonal, scrub } from '../../triage/index.ts';
import { titleFrom } from '../rules.ts';
import { redactionsOf } from './cover.ts';

export interface GatePhoto {
  readonly id: string;
  readonly number: string; // of its report: its address
  readonly kind: Photo['kind'];
  readonly shown: boolean;
  readonly coveredAreas: number;
}
/** Words of the reporter, with what looks personal in them. */
export interface Written {
  readonly text: string;
  readonly found: readonly Found[];
}
export interface Gate {
  readonly number: string;
  readonly problem: Problem;
  readonly confidential: boolean; // of a kind that is never shown
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly original: Written & { readonly place: Written };
  readonly photos: readonly GatePhoto[];
  readonly history: readonly {
    readonly id: string;
    readonly what: string;
    readonly who: string;
    readonly at: Date;
    readonly reason: string | undefined;
    readonly before: string | undefined;
  }[];
}

/** Undefined for a report that is about no problem: suggestions and questions are not shown to everybody. */
export async function gateOf(ctx: Context, number: string): Promise<Gate | undefined> {
  const report = await readReport(ctx, number);
  if (report.problemId === null) return undefined;
  const { problem, reports, photos } = await readProblem(ctx, report.problemId);
  const byCase = new Map(reports.map((one) => [one.caseId, one]));
  const showable = photos.filter(({ caseId }) => byCase.get(caseId)?.level !== 'secret');
  const redactions = await redactionsOf(ctx, showable);
  const moderations = await moderationOf(ctx, problem.id);
  const people = await getOfficers(
    ctx,
    moderations.flatMap(({ officerId }) => officerId ?? []),
  );
  const lead = reports.find(({ caseId }) => caseId === problem.leadCase) ?? report;
  await recordReadingOnce(ctx, await getForOfficer(ctx, lead.number), { subject: 'case', reason: 'handling' });
  return {
    number: report.number,
    problem,
    confidential: await isConfidential(ctx, problem),
    title: problem.publicTitle ?? titleFrom(scrub(lead.body)),
    text: problem.publicText ?? scrub(lead.body),
    place: placeFor(problem) ?? '',
    original: { ...written(lead.body), place: written(problem.place ?? '') },
    photos: showable.map(({ id, caseId, kind, publicUploadId }) => ({
      ...{ id, kind, shown: publicUploadId !== null, coveredAreas: redactions.get(id)?.areas.length ?? 0 },
      number: byCase.get(caseId)?.number ?? report.number,
    })),
    history: moderations.map(({ id, what, officerId, at, reason, before }) => ({
      ...{ id, what, at, reason: reason ?? undefined, before: before.text ?? undefined },
      who: people.get(officerId ?? '')?.name ?? '',
    })),
  };
}

const written = (text: string): Written => ({ text, found: scanForPersonal(text) });

/** Photos to show, by their originals: whoever reads one is given its covered copy, also when it is covered again later. */
export async function publicUploads(
  ctx: Context,
  { problem }: Gate,
  chosen: readonly string[],
): Promise<{ photoId: string; uploadId: string }[]> {
  const { photos } = await readProblem(ctx, problem.id);
  return photos.filter(({ id }) => chosen.includes(id)).map(({ id, uploadId }) => ({ photoId: id, uploadId }));
}
