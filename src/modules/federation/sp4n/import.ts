// Reports that SP4N-LAPOR! passed to the region become reports of ours, once for each tracking id.
import { zoneOf } from '../../../lib/dates/zones.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { noteNumberElsewhere, sp4nHolder, tellApplicant } from '../../cases/index.ts';
import { reportProblem } from '../../complaints/index.ts';
import { areaLookup } from '../../organisation/index.ts';
import { suggest } from '../../triage/index.ts';
import { messagesFor } from '../messages.ts';
import { claimTracking, linkCase } from '../store/sp4n.ts';
import { type LineProblem, readLines, type Sp4nReport } from './lines.ts';

export interface Imported {
  readonly taken: number;
  readonly known: number; // imported before
  readonly refused: readonly { readonly line: number; readonly problem: LineProblem | string }[];
}

export async function importSp4n(ctx: Context, text: string): Promise<Imported> {
  let [taken, known] = [0, 0];
  const refused: { line: number; problem: string }[] = [];
  for (const read of readLines(text, zoneOf(ctx.region.timezone).offsetMinutes)) {
    if ('problem' in read) {
      refused.push(read);
      continue;
    }
    try {
      if (await importAnyway(ctx, read.report)) taken += 1;
      else known += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused.push({ line: read.line, problem: error.fields[0]?.field ?? error.code });
    }
  }
  return { taken, known, refused };
}

/** A date in the future or a telephone that is none must not cost the report: then it is taken without what may be left out. */
async function importAnyway(ctx: Context, report: Sp4nReport): Promise<boolean> {
  try {
    return await importOne(ctx, report);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    const without = { happenedOn: undefined, point: undefined, name: undefined, phone: undefined, email: undefined };
    return importOne(ctx, { ...report, ...without });
  }
}

function importOne(ctx: Context, report: Sp4nReport): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const { trackingId, kind, reportedAt = null } = report;
    const fresh = { trackingId, class: kind, reportedAt, importedAt: ctx.clock.now() };
    if (!(await claimTracking(ctx.db, fresh))) return false;
    const { text, level, happenedOn, place, point, name, phone, email } = report;
    const sender: Context = { ...ctx, channel: 'sp4n', actor: { kind: 'anonymous' } };
    const { caseId, number } = await reportProblem(sender, {
      ...{ key: `sp4n ${trackingId}`, text, kind, level, happenedOn, place, point, name, email },
      phone,
      area: await areaOf(ctx, report),
    });
    await linkCase(ctx.db, trackingId, { caseId, number });
    await noteNumberElsewhere(ctx, { caseId, ...sp4nHolder, number: trackingId });
    const words = messagesFor('id').sp4n;
    await tellApplicant(ctx, { number, text: words.taken(trackingId), requestId: `sp4n:${trackingId}` });
    return true;
  });
}

async function areaOf(ctx: Context, { area, place, text }: Sp4nReport): Promise<string | undefined> {
  if (area !== undefined && (await areaLookup(ctx)).has(area)) return area;
  return (await suggest(ctx, `${place ?? ''} ${text}`)).area;
}
