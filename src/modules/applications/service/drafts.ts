// Drafts are opened by their link alone: 128 random bits, of which the database holds only the hash.
import { createHash, randomBytes } from 'node:crypto';
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import type { MissLimit } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import { currentVersion, getVersion, refuseClosed, type ServiceVersion } from '../../catalogue/index.ts';
import { findDraft, insertDraft, lockDraft, removeOldDrafts, saveDraft } from '../store/drafts.ts';
import type { Companion, Draft } from '../types.ts';

export interface OpenDraft {
  readonly token: string;
  readonly draft: Draft;
  readonly version: ServiceVersion;
}

/** 128 random bits cannot be guessed; this keeps a scanner from costing us look-ups. */
export const draftMisses: MissLimit = {
  name: 'draft-miss',
  max: 30,
  perSeconds: 600,
  code: 'applications.draft_not_found',
};

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const notFound = (): AppError => new AppError('not_found', 'applications.draft_not_found');
const shape = /^[\w-]{22}$/;

/** Starts an application of the version in force now; it stays with that version. @returns the secret of its link. @throws conflict when it is closed. */
export async function startDraft(ctx: Context, slug: string, companion: Companion | null = null): Promise<string> {
  await refuseClosed(ctx, slug);
  return keepDraft(ctx, await currentVersion(ctx, slug), { companion });
}

/** A draft with answers already in it, from a call: its link is for the applicant, to add what cannot be said. */
export async function keepDraft(
  ctx: Context,
  version: ServiceVersion,
  given: { answers?: Draft['answers']; companion?: Companion | null; filled?: Draft['filled'] },
): Promise<string> {
  const { answers = {}, companion = null, filled = null } = given;
  const { definition } = version;
  const token = randomBytes(16).toString('base64url');
  const now = ctx.clock.now();
  await insertDraft(ctx.db, hashOf(token), {
    id: newId(),
    service: definition.service,
    versionId: version.id,
    answers,
    filled,
    documents: [],
    // What was filled in for somebody is shown page by page; what somebody said on the telephone is not asked again.
    seen: filled === null ? answeredPages(definition, answers) : [],
    createdAt: now,
    updatedAt: now,
    sentAt: null,
    companion,
    registers: {},
  });
  return token;
}

/** Pages with an answer were put to somebody: the way leads on from the first that was not. */
function answeredPages(definition: ServiceDefinition, answers: Readonly<Record<string, unknown>>): string[] {
  const asked = definition.eligibility.filter((rule) => rule.ask.id in answers).map((rule) => `kelayakan/${rule.id}`);
  const pages = definition.form.filter((page) => page.fields.some((field) => field.id in answers));
  return [...asked, ...pages.map((page) => `isi/${page.page}`)];
}

/** @throws not_found for an unknown or forgotten link. */
export async function openDraft(ctx: Context, token: string): Promise<OpenDraft> {
  const draft = shape.test(token) ? await findDraft(ctx.db, hashOf(token)) : undefined;
  if (!draft) throw notFound();
  return { token, draft, version: await getVersion(ctx, draft.versionId) };
}

/** Changes a draft under its lock. A draft that was sent is left as it is. */
export async function changeDraft(ctx: Context, token: string, change: (draft: Draft) => Draft): Promise<Draft> {
  return inTransaction(ctx, async (ctx) => {
    const draft = shape.test(token) ? await lockDraft(ctx.db, hashOf(token)) : undefined;
    if (!draft) throw notFound();
    if (draft.sentAt !== null) return draft;
    const changed = { ...change(draft), updatedAt: ctx.clock.now() };
    await saveDraft(ctx.db, hashOf(token), changed);
    return changed;
  });
}

const keptDays = 30;
export async function forgetOldDrafts(ctx: Context): Promise<number> {
  return removeOldDrafts(ctx.db, new Date(ctx.clock.now().getTime() - keptDays * 86_400_000));
}
