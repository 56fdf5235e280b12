// One draft per service. Nothing is half saved, and nobody overwrites anybody: who saves says what they had before them.
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { currentVersion } from '../../catalogue/index.ts';
import { requireAuthor } from '../access.ts';
import { findOpenDraft, findText, insertDraft, insertDraftEvent, lockOpenDraft, saveDraft } from '../store/drafts.ts';
import type { Draft, DraftEventKind } from '../types.ts';
import { sourceOf } from './source.ts';

const slugShape = /^[a-z][a-z0-9-]{1,79}$/;

/** Begins a draft from the version in force; the one that is open already is given back. @throws forbidden, not_found. */
export async function beginDraft(ctx: Context, service: string): Promise<Draft> {
  requireAuthor(ctx.actor);
  const open = await findOpenDraft(ctx.db, service);
  if (open) return open;
  const version = await currentVersion(ctx, service);
  return startDraft(ctx, service, { ...(await sourceOf(ctx, version)), baseVersionId: version.id, kind: 'started' });
}

/** A service that was never published, from a text somebody brings along. @throws invalid, conflict when its name is taken. */
export async function beginNewService(ctx: Context, service: string, text: string): Promise<Draft> {
  requireAuthor(ctx.actor);
  if (!slugShape.test(service)) throw new AppError('invalid', 'authoring.name_shape');
  const known = await currentVersion(ctx, service).catch(() => undefined);
  if (known || (await findOpenDraft(ctx.db, service))) throw new AppError('conflict', 'authoring.name_taken');
  return startDraft(ctx, service, { text, examples: '', baseVersionId: null, kind: 'imported' });
}

async function startDraft(
  ctx: Context,
  service: string,
  given: Pick<Draft, 'text' | 'examples' | 'baseVersionId'> & { kind: DraftEventKind },
): Promise<Draft> {
  const { id } = requireAuthor(ctx.actor);
  const { kind, ...content } = given;
  const now = ctx.clock.now();
  const draft: Draft = {
    id: newId(),
    service,
    rowVersion: 1,
    state: 'editing',
    ...content,
    startedBy: id,
    startedAt: now,
    changedBy: id,
    changedAt: now,
    editors: [id],
    note: '',
    returned: '',
  };
  await inTransaction(ctx, async (ctx) => {
    await insertDraft(ctx.db, draft);
    await insertDraftEvent(ctx.db, draft, { at: now, kind, officerId: id });
  });
  return draft;
}

/** @throws not_found when nobody works on this service. */
export async function getDraft(ctx: Context, service: string): Promise<Draft> {
  const draft = await findOpenDraft(ctx.db, service);
  if (!draft) throw new AppError('not_found', 'authoring.no_draft');
  return draft;
}

/** Carries out one step on the locked draft. @throws not_found, conflict `authoring.changed_meanwhile`. */
export async function changeDraft(
  ctx: Context,
  given: { readonly service: string; readonly rowVersion: number },
  step: (ctx: Context, draft: Draft) => Promise<{ after: Draft; kind: DraftEventKind; note?: string }>,
): Promise<Draft> {
  return inTransaction(ctx, async (ctx) => {
    const draft = await lockOpenDraft(ctx.db, given.service);
    if (!draft) throw new AppError('not_found', 'authoring.no_draft');
    if (draft.rowVersion !== given.rowVersion) throw new AppError('conflict', 'authoring.changed_meanwhile');
    const { after, kind, note = '' } = await step(ctx, draft);
    const textChanged = after.text !== draft.text || after.examples !== draft.examples;
    const saved = { ...after, rowVersion: draft.rowVersion + 1 };
    await saveDraft(ctx.db, saved, textChanged);
    const officerId = ctx.actor.kind === 'officer' ? ctx.actor.id : saved.changedBy;
    await insertDraftEvent(ctx.db, saved, { at: ctx.clock.now(), kind, officerId, note });
    return saved;
  });
}

export interface Saving {
  readonly service: string;
  readonly rowVersion: number;
  readonly text?: string | undefined;
  readonly examples?: string | undefined;
  readonly kind?: 'saved' | 'imported';
}

const mostBytes = 256 * 1024; // as the compiler reads

/** Saves the text or the test cases. The same content again changes nothing. @throws forbidden, conflict, too_large. */
export async function saveText(ctx: Context, saving: Saving): Promise<Draft> {
  const { id } = requireAuthor(ctx.actor);
  const tidy = (text: string): string => text.replace(/\r\n?/g, '\n');
  const before = await getDraft(ctx, saving.service);
  const text = saving.text === undefined ? before.text : tidy(saving.text);
  const examples = saving.examples === undefined ? before.examples : tidy(saving.examples);
  if (text.length + examples.length > 2 * mostBytes) throw new AppError('too_large', 'authoring.too_large');
  if (before.text === text && before.examples === examples) return before;
  return changeDraft(ctx, saving, async (ctx, draft) => {
    if (draft.state === 'waiting') throw new AppError('conflict', 'authoring.waiting');
    const editors = draft.editors.includes(id) ? draft.editors : [...draft.editors, id];
    const after = { ...draft, text, examples, editors, changedBy: id, changedAt: ctx.clock.now() };
    return { after, kind: saving.kind ?? 'saved' };
  });
}

/** What the draft said at that row version. */
export async function textAt(
  ctx: Context,
  draft: Draft,
  rowVersion: number,
): Promise<Pick<Draft, 'text' | 'examples'>> {
  return (await findText(ctx.db, draft.id, rowVersion)) ?? draft;
}

/** Throws the draft away; its texts stay in the record. @throws forbidden, conflict. */
export async function discardDraft(ctx: Context, given: { service: string; rowVersion: number }): Promise<void> {
  requireAuthor(ctx.actor);
  await changeDraft(ctx, given, async (_ctx, draft) => ({ after: { ...draft, state: 'closed' }, kind: 'discarded' }));
}
