// What the public sees of a problem is written by an officer: a title, a text, chosen photos. Each change keeps what stood before.
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { getForOfficer } from '../../cases/index.ts';
import { findCategory, scanForPersonal, scrub } from '../../triage/index.ts';
import { canModerate } from '../access.ts';
import type { PhotosShown } from '../events.ts';
import { messagesFor } from '../messages.ts';
import { changeProblem, findProblem, insertModeration, lockProblem, type Moderation } from '../store/problems.ts';
import { listPhotos, listReports, showPhoto } from '../store/reports.ts';
import type { Problem } from '../types.ts';

export interface Publication {
  readonly problemId: string;
  readonly expectedVersion?: number | undefined;
  readonly title: string;
  readonly text: string;
  readonly place?: string | undefined; // the landmark for everybody; not given: as it stands, without what looks personal
  /** Photos to show: which, and the upload that may be seen (redacted, or the original when there is nothing to hide). */
  readonly photos?: readonly { readonly photoId: string; readonly uploadId: string }[] | undefined;
  readonly reason?: string | undefined;
  readonly personalLooked?: boolean | undefined; // somebody has looked at what seems personal in the texts and lets it stand
}

/** @throws invalid `complaints.personal` while the texts hold what looks like a number or name of a person; forbidden for others than verifiers; conflict for a secret problem, one that was joined, or one changed meanwhile. */
export async function publish(ctx: Context, publication: Publication): Promise<void> {
  const { title, text, place, photos = [] } = publication;
  if (title.trim() === '' || text.trim() === '') throw new AppError('invalid', 'complaints.nothing_to_show');
  const personal = [title, text, place ?? ''].flatMap(scanForPersonal);
  if (personal.length > 0 && !publication.personalLooked)
    throw new AppError('invalid', 'complaints.personal', { params: { count: personal.length } });
  await inTransaction(ctx, async (ctx) => {
    const problem = await lockForModeration(ctx, publication.problemId);
    if (publication.expectedVersion !== undefined && publication.expectedVersion !== problem.version)
      throw new AppError('conflict', 'complaints.changed_meanwhile');
    if (problem.level === 'secret') throw new AppError('conflict', 'complaints.secret');
    if (await isConfidential(ctx, problem)) throw new AppError('conflict', 'complaints.confidential_kind');
    if (problem.mergedInto !== null) throw new AppError('conflict', 'complaints.joined_already');
    const now = ctx.clock.now();
    await note(ctx, problem, { what: problem.published ? 'changed' : 'published', reason: publication.reason });
    await changeProblem(ctx.db, problem.id, {
      ...{
        published: true,
        publishedAt: problem.publishedAt ?? now,
        publicTitle: title.trim(),
        publicText: text.trim(),
        publicPlace: place === undefined ? placeFor(problem) : place.trim() || null,
      },
      updatedAt: now,
    });
    await showPhotos(ctx, problem, photos);
  });
}

/** The landmark an officer starts from: as it was published, else the reporter's without what looks personal. */
export function placeFor({ published, publicPlace, place }: Problem): string | null {
  return publicPlace ?? (published || place === null ? null : scrub(place));
}

/** Takes it from every public page. The reason is kept. */
export async function unpublish(
  ctx: Context,
  { problemId, reason }: { problemId: string; reason: string },
): Promise<void> {
  if (reason.trim() === '') throw new AppError('invalid', 'complaints.reason_missing');
  await inTransaction(ctx, async (ctx) => {
    const problem = await lockForModeration(ctx, problemId);
    if (!problem.published) return;
    await note(ctx, problem, { what: 'hidden', reason });
    await changeProblem(ctx.db, problem.id, { published: false });
  });
}

/** Kinds that name people, such as bribes or violence, are shown to nobody, whatever level the reporter chose. */
export async function isConfidential(ctx: Context, { category }: Pick<Problem, 'category'>): Promise<boolean> {
  return category !== null && (await findCategory(ctx, category))?.confidential === true;
}

/** A published problem that turns out to be of such a kind goes from every public page in the same transaction. */
export async function hideConfidential(ctx: Context, problemId: string | null): Promise<void> {
  const problem = problemId === null ? undefined : await findProblem(ctx.db, problemId);
  if (!problem?.published || !(await isConfidential(ctx, problem))) return;
  await note(ctx, problem, { what: 'hidden', reason: messagesFor('id').errors['complaints.confidential_kind']() });
  await changeProblem(ctx.db, problem.id, { published: false });
}

async function lockForModeration(ctx: Context, problemId: string): Promise<Problem> {
  const problem = await lockProblem(ctx.db, problemId);
  const lead = problem && (await listReports(ctx.db, problemId)).find(({ caseId }) => caseId === problem.leadCase);
  if (!problem || !lead) throw new AppError('not_found', 'complaints.not_found');
  const { state } = await getForOfficer(ctx, lead.number);
  if (ctx.actor.kind !== 'officer' || !canModerate(ctx.actor, state))
    throw new AppError('forbidden', 'complaints.not_moderator');
  return problem;
}

async function note(
  ctx: Context,
  { id, publicTitle, publicText, publicPlace }: Problem,
  { what, reason }: { what: Moderation['what']; reason: string | undefined },
): Promise<void> {
  await insertModeration(ctx.db, {
    ...{ id: newId(), problemId: id, what, reason: reason?.trim() || null },
    before: { title: publicTitle, text: publicText, place: publicPlace },
    officerId: ctx.actor.kind === 'officer' ? ctx.actor.id : null,
    at: ctx.clock.now(),
  });
}

/** Exactly the chosen ones; photos of secret reports stay where they are. */
async function showPhotos(ctx: Context, problem: Problem, chosen: Publication['photos'] & object): Promise<void> {
  const fresh: PhotosShown['photos'][number][] = [];
  const secret = new Set(
    (await listReports(ctx.db, problem.id)).filter((one) => one.level === 'secret').map((one) => one.caseId),
  );
  for (const photo of await listPhotos(ctx.db, { problemId: problem.id })) {
    const shown = secret.has(photo.caseId) ? undefined : chosen.find(({ photoId }) => photoId === photo.id);
    const uploadId = shown?.uploadId ?? null;
    if (uploadId !== photo.publicUploadId) await showPhoto(ctx.db, photo.id, uploadId);
    const isNew = uploadId !== null && photo.publicUploadId === null && photo.kind === 'before';
    if (isNew) fresh.push({ id: photo.id, path: `/laporan/${problem.code}/foto/${photo.id}` });
  }
  const shown = { leadCase: problem.leadCase, photos: fresh };
  if (fresh.length > 0) await ctx.events.publish(ctx, 'complaints.photos_shown', shown);
}
