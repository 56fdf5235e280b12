// Intake: one way in for every channel. The answers go through the definition as those of any service do.
import { createHash } from 'node:crypto';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { type Application, checkApplication, submitApplication } from '../../applications/index.ts';
import { versionForIntake } from '../../catalogue/index.ts';
import { messagesFor } from '../messages.ts';
import { kindValues, levelValues } from '../rules.ts';
import { findReport } from '../store/reports.ts';
import type { Intake, ReportReceipt } from '../types.ts';
import { withArea } from './area.ts';
import { requireKinds } from './attachments.ts';
import { requireCategory } from './category.ts';
import { complaintService } from './setting.ts';

const photosAtMost = 4;

/** The raw answers of a report, as if somebody had filled in the form. What is not given is not answered. */
export function answersOf(intake: Intake): Record<string, unknown> {
  const { point, level = 'open' } = intake;
  const named =
    level === 'anonymous' ? {} : { nama: intake.name, nik: intake.nik, hp: intake.phone, email: intake.email };
  const answers = {
    jenis: kindValues[intake.kind ?? 'complaint'],
    isi: intake.text,
    kategori: intake.category,
    lokasi: point && { lat: point.lat, lng: point.long },
    wilayah: intake.area,
    patokan: intake.place,
    tgl_kejadian: intake.happenedOn,
    video: intake.video,
    anonim: levelValues[level],
    bagikan: level === 'open' && intake.share ? 'ya' : undefined,
    ...named,
  };
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined && value !== ''));
}

/** People leave out what stands before the name of a site. @returns undefined for what is no address of the web. */
function addressIn(text: string): string | undefined {
  const typed = text.trim();
  const whole = /^[\p{L}\d-]+(\.[\p{L}\d-]+)+([/?#]|$)/u.test(typed) ? `https://${typed}` : typed;
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  return url && ['https:', 'http:'].includes(url.protocol) ? url.href : undefined;
}

function linkErrors(ctx: Context, text: string | undefined): FieldError[] {
  if (!text || addressIn(text) !== undefined) return [];
  const code = 'complaints.video_link';
  return [{ field: 'video', code, message: messagesFor(ctx.locale).errors[code]() }];
}

/** What is wrong with the answers of a report, in their order, without keeping anything. */
export async function checkReport(ctx: Context, intake: Intake): Promise<FieldError[]> {
  const version = await versionForIntake(ctx, await complaintService(ctx));
  const answers = answersOf({ ...intake, video: undefined });
  const { errors } = await checkApplication(ctx, { version, answers, documents: [] });
  return [...errors, ...linkErrors(ctx, intake.video)];
}

/**
 * Whoever sends has keys of their own: a key is unique only together with them. Our page and programs are one sender, for whether a try
 * came from our page is told by headers that a try after it may lack.
 */
function submissionKey(ctx: Context, key: string): string {
  const way = ctx.channel === 'web' ? 'api' : ctx.channel;
  const sender = ctx.actor.kind === 'officer' ? ctx.actor.id : way;
  return createHash('sha256').update(`complaint\n${sender}\n${key}`).digest('hex');
}

/**
 * Takes in a report. Twice the same key and content is one report and the same receipt.
 * @throws invalid `applications.incomplete` with one entry per answer, `complaints.category_unknown`, `complaints.too_many_photos`;
 * conflict `cases.key_reused` when the key came with other content.
 */
export async function reportProblem(ctx: Context, intake: Intake): Promise<ReportReceipt> {
  const { category, photos = [], voice = [], video } = intake;
  if (category !== undefined && category !== '') await requireCategory(ctx, category);
  if (photos.length > photosAtMost) throw new AppError('invalid', 'complaints.too_many_photos');
  await requireKinds(ctx, { photos, voice });
  const [link] = linkErrors(ctx, video);
  if (link) throw new AppError('invalid', 'complaints.video_link', { fields: [link] });
  return takeIn(ctx, {
    version: await versionForIntake(ctx, await complaintService(ctx)),
    answers: answersOf({ ...intake, video: video && addressIn(video) }),
    documents: [
      ...photos.map((uploadId) => ({ id: 'foto-bukti', uploadId })),
      ...voice.map((uploadId) => ({ id: 'rekaman-suara', uploadId })),
    ],
    submissionKey: submissionKey(ctx, intake.key),
    // Kept for news only: an office that may not know who it was sees no answer with it.
    ...(intake.level === 'anonymous' && intake.email ? { email: intake.email } : {}),
    ...(intake.assisted ? { assisted: intake.assisted } : {}),
  });
}

/** What a chat has collected by asking; its answers and papers have been checked one by one. @throws as reportProblem. */
export async function reportAnswers(
  ctx: Context,
  collected: Pick<Application, 'version' | 'answers' | 'documents'> & { readonly key: string },
): Promise<ReportReceipt> {
  const { key, ...application } = collected;
  return takeIn(ctx, { ...application, submissionKey: submissionKey(ctx, key) });
}

async function takeIn(ctx: Context, application: Application): Promise<ReportReceipt> {
  const answers = await withArea(ctx, application.answers);
  const receipt = await submitApplication(ctx, { ...application, answers });
  const { target, trackingCode, repeated } = receipt;
  const promise = target.state.clocks.find((clock) => clock.rule.id === 'promise') ?? target.state.clocks[0];
  const report = await findReport(ctx.db, target.id);
  return {
    caseId: target.id,
    number: target.number,
    trackingCode,
    state: target.state.state,
    dueAt: promise?.dueAt ? new Date(promise.dueAt) : null,
    problemId: report?.problemId ?? undefined,
    repeated,
  };
}
