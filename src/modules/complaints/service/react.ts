// What follows from a step of a report's case, in the same transaction: its rows, custody, the question to the reporter, photos.
import { answerOf } from '../../../definition/fields/types.ts';
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { type CaseActed, type CaseLapsed, type CaseRow, fillMessage } from '../../cases/index.ts';
import { attachUploads } from '../../documents/index.ts';
import { type Asked, type Custody, insertAsked, insertCustody, listCustody } from '../store/history.ts';
import { changeProblem, findProblem } from '../store/problems.ts';
import { findReport, insertPhotos, listPhotos, type Photo } from '../store/reports.ts';
import type { Report } from '../types.ts';
import { learnCategory } from './category.ts';
import type { Moved } from './follow-lead.ts';
import { joinReport, leadBy, undoJoin } from './join.ts';
import { projectCase } from './project.ts';
import { notePublicStep } from './public-steps.ts';
import { hideConfidential } from './publish.ts';
import { isDrawn } from './reinspect.ts';
import { reinspectPercent } from './setting.ts';
import { standAlone } from './stand-alone.ts';

export async function onActed(ctx: Context, { target, action }: CaseActed): Promise<void> {
  const before = await findReport(ctx.db, target.id);
  if (!before) return;
  const recorded = target.state.records[action.do] ?? {};
  const text = (field: string): string | undefined => {
    const value = answerOf(recorded, field);
    return typeof value === 'string' ? value : undefined;
  };
  if (action.do === 'gabung') await joinReport(ctx, before, { code: text('masalah') ?? '', reason: text('alasan') });
  if (action.do === 'lepas') await undoJoin(ctx, before, text('alasan'));
  const category = action.do === 'teruskan' ? text('kategori') : undefined;
  if (category !== undefined && category !== '') await learnCategory(ctx, before, category);
  if (action.do === 'belum-beres') await wasNotSolved(ctx, before);
  if (action.do === 'berdiri-sendiri') await standAlone(ctx, before, target);
  await noteCustody(ctx, before, target, { step: action.do, reason: text('alasan') });
  await noteAnswer(ctx, before, { step: action.do, note: text('kurang') });
  await keepPhotos(ctx, target, action.do);
  await projectCase(ctx, target);
  await hideConfidential(ctx, before.problemId);
  await notePublicStep(ctx, target, action.do);
  if (action.do === 'sudah-beres') await draw(ctx, before);
  await followLater(
    ctx,
    target,
    heard.has(action.do) ? { step: action.do, ...sentences(ctx, target, action) } : undefined,
  );
}

/** Steps of the leading report that everybody who reported the same hears of, in the words its own reporter reads. */
const heard: ReadonlySet<string> = new Set([
  'teruskan',
  'tanggapi',
  'alihkan',
  'terima',
  'tolak-alih',
  'salah-alamat',
  'mitra-menolak',
]);
function sentences(ctx: Context, target: CaseRow, action: CaseActed['action']): { id: string; en: string } {
  const recorded = target.state.records[action.do] ?? {};
  const { timezone } = ctx.region;
  const said = (locale: 'id' | 'en') =>
    fillMessage(action, { recorded, correction: undefined, refusal: undefined }, { locale, timezone });
  return { id: said('id'), en: said('en') };
}

export async function onLapsed(ctx: Context, { target }: CaseLapsed): Promise<void> {
  const report = await projectCase(ctx, target);
  if (!report) return;
  if (target.state.state === 'selesai-tanpa-kabar') {
    await note(ctx, report, { what: 'silence' });
    await notePublicStep(ctx, target, 'silence');
    await draw(ctx, report);
  }
  await followLater(ctx, target, undefined);
}

/** Whoever says no leads the problem from then on: it is open again, with that report's unit and clock. */
async function wasNotSolved(ctx: Context, { caseId, problemId, level }: Report): Promise<void> {
  if (problemId === null) return;
  // A secret report leads nothing that everybody sees: its own case goes on by itself.
  if (level === 'secret' && (await findProblem(ctx.db, problemId))?.level !== 'secret') return;
  const problem = await leadBy(ctx, problemId, caseId);
  if (problem) await changeProblem(ctx.db, problemId, { reopened: problem.reopened + 1 });
}

const custodySteps: Readonly<Record<string, Custody['what']>> = {
  teruskan: 'assigned',
  alihkan: 'offered',
  terima: 'accepted',
  'tolak-alih': 'refused',
  'salah-alamat': 'returned',
  'mitra-menolak': 'returned',
  tarik: 'recalled',
};
async function noteCustody(
  ctx: Context,
  before: Report,
  { state }: CaseRow,
  { step, reason }: { step: string; reason: string | undefined },
): Promise<void> {
  const what = Object.hasOwn(custodySteps, step) ? custodySteps[step] : undefined;
  if (what === undefined) return;
  const offered = (await listCustody(ctx.db, before.caseId)).findLast((one) => one.what === 'offered');
  const answered: Partial<Record<Custody['what'], string | undefined>> = {
    offered: state.roleUnits.penerima,
    refused: offered?.toUnit,
    returned: state.roleUnits.verifikator,
  };
  const to = answered[what] ?? state.unitId;
  await insertCustody(ctx.db, {
    ...{ id: newId(), caseId: before.caseId, fromUnit: before.unitId, toUnit: to ?? state.unitId, what },
    reason: reason ?? null,
    officerId: ctx.actor.kind === 'officer' ? ctx.actor.id : null,
    at: ctx.clock.now(),
  });
}

const answers: Readonly<Record<string, Asked['what']>> = {
  selesaikan: 'asked',
  'ikut-ditanya': 'asked',
  'mitra-selesai': 'asked',
  'sudah-beres': 'yes',
  'belum-beres': 'no',
};
async function noteAnswer(
  ctx: Context,
  report: Report,
  said: { step: string; note: string | undefined },
): Promise<void> {
  const what = Object.hasOwn(answers, said.step) ? answers[said.step] : undefined;
  if (what !== undefined) await note(ctx, report, { what, note: said.note });
}
async function note(
  ctx: Context,
  report: Report,
  said: { what: Asked['what']; note?: string | undefined },
): Promise<void> {
  await insertAsked(ctx.db, {
    ...{ id: newId(), caseId: report.caseId, problemId: report.problemId, what: said.what },
    channel: ctx.actor.kind === 'system' ? null : ctx.channel,
    note: said.note ?? null,
    at: ctx.clock.now(),
  });
}

/** Some of the closed ones are looked at again. */
async function draw(ctx: Context, report: Report): Promise<void> {
  if (isDrawn(report.caseId, await reinspectPercent(ctx))) await note(ctx, report, { what: 'inspect' });
}

const photoFields: Readonly<Record<string, { readonly field: string; readonly kind: Photo['kind'] }>> = {
  selesaikan: { field: 'bukti', kind: 'proof' },
  'belum-beres': { field: 'foto', kind: 'before' },
};
async function keepPhotos(ctx: Context, target: CaseRow, step: string): Promise<void> {
  const from = Object.hasOwn(photoFields, step) ? photoFields[step] : undefined;
  const given = from && answerOf(target.state.records[step] ?? {}, from.field);
  if (!from || !Array.isArray(given) || given.length === 0) return;
  const uploads = given.map(String);
  await attachUploads(ctx, uploads);
  const problemId = (await findReport(ctx.db, target.id))?.problemId ?? null;
  // Photos the crew brought are the report's already, with their distance from the place.
  const known = new Set((await listPhotos(ctx.db, { caseId: target.id })).map(({ uploadId }) => uploadId));
  const fresh = uploads.filter((uploadId) => !known.has(uploadId));
  await insertPhotos(
    ctx.db,
    fresh.map((uploadId, position) => ({
      ...{ id: newId(), caseId: target.id, problemId, uploadId, publicUploadId: null, kind: from.kind },
      ...{ lat: null, long: null, distanceM: null, position, at: ctx.clock.now() },
    })),
  );
}

/** Those who follow this report hear of it, later and one by one: there may be hundreds. */
async function followLater(ctx: Context, target: CaseRow, said: Moved['said'] | undefined): Promise<void> {
  const report = await findReport(ctx.db, target.id);
  const problem = report?.problemId ? await findProblem(ctx.db, report.problemId) : undefined;
  if (!problem || problem.reports + problem.secretReports < 2) return;
  await ctx.jobs.add(ctx.db, 'complaints.follow_lead', {
    problemId: problem.id,
    caseId: target.id,
    version: target.version,
    ...(said ? { said } : {}),
  });
}
