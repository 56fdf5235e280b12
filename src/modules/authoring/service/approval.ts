// Publishing with four eyes: one person asks, another one looks and approves, now or for later.
import { hasErrors } from '../../../definition/compiler/index.ts';
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { publishVersion } from '../../catalogue/index.ts';
import { requireApprover, requireAuthor } from '../access.ts';
import { insertPublishedText } from '../store/drafts.ts';
import type { Draft } from '../types.ts';
import { checkDraft } from './check.ts';
import { changeDraft } from './drafts.ts';
import { runDraftExamples } from './examples.ts';

interface Step {
  readonly service: string;
  readonly rowVersion: number;
}

/** @returns the definition. @throws invalid: findings that are errors, a test case that fails, or another service's text. */
async function requirePublishable(ctx: Context, draft: Draft): Promise<ServiceDefinition> {
  const { definition, findings } = await checkDraft(ctx, draft);
  if (!definition || hasErrors(findings)) throw new AppError('invalid', 'authoring.has_errors');
  if (definition.service !== draft.service) throw new AppError('invalid', 'authoring.other_service');
  const { outcomes, problems } = await runDraftExamples(ctx, definition, draft.examples);
  if (problems.length > 0 || outcomes.some(({ passed }) => !passed))
    throw new AppError('invalid', 'authoring.example_fails');
  return definition;
}

/** @throws forbidden, conflict, invalid: what cannot be published is not asked for. */
export async function askApproval(ctx: Context, step: Step & { note: string }): Promise<Draft> {
  requireAuthor(ctx.actor);
  const note = step.note.trim().slice(0, 2000);
  if (note === '') throw new AppError('invalid', 'authoring.note_missing');
  return changeDraft(ctx, step, async (ctx, draft) => {
    if (draft.state === 'waiting') throw new AppError('conflict', 'authoring.waiting');
    await requirePublishable(ctx, draft);
    const id = ctx.actor.kind === 'officer' ? ctx.actor.id : '';
    const editors = draft.editors.includes(id) ? draft.editors : [...draft.editors, id];
    return { after: { ...draft, state: 'waiting', note, returned: '', editors }, kind: 'asked', note };
  });
}

/** Back to editing by whoever may write. */
export async function takeBack(ctx: Context, step: Step): Promise<Draft> {
  requireAuthor(ctx.actor);
  return changeDraft(ctx, step, async (_ctx, draft) => ({
    after: { ...draft, state: 'editing' },
    kind: 'taken-back',
  }));
}

/** @throws forbidden, invalid: a reason is needed. */
export async function returnDraft(ctx: Context, step: Step & { reason: string }): Promise<Draft> {
  const reason = step.reason.trim().slice(0, 2000);
  if (reason === '') throw new AppError('invalid', 'authoring.reason_missing');
  return changeDraft(ctx, step, async (ctx, draft) => {
    requireWaiting(draft);
    requireApprover(ctx.actor, draft);
    return { after: { ...draft, state: 'editing', returned: reason }, kind: 'returned', note: reason };
  });
}

/** Publishes at once or plans. The text is compiled and tested again: what was seen is what is published. */
export async function approveDraft(ctx: Context, step: Step & { effectiveAt?: Date | undefined }): Promise<Draft> {
  const { effectiveAt } = step;
  if (effectiveAt !== undefined && effectiveAt <= ctx.clock.now()) throw new AppError('invalid', 'authoring.time_past');
  return changeDraft(ctx, step, async (ctx, draft) => {
    requireWaiting(draft);
    const officer = requireApprover(ctx.actor, draft);
    const definition = await requirePublishable(ctx, draft);
    const published = await publishVersion(ctx, { definition, publishedBy: officer.id, effectiveAt });
    const { text, examples } = draft;
    await insertPublishedText(ctx.db, { versionId: published.versionId, text, examples });
    return {
      after: { ...draft, state: 'closed' },
      kind: effectiveAt === undefined ? 'approved' : 'planned',
      note: effectiveAt?.toISOString() ?? '',
    };
  });
}

function requireWaiting(draft: Draft): void {
  if (draft.state !== 'waiting') throw new AppError('conflict', 'authoring.not_waiting');
}
