// Papers that may follow later: what is still missing, what it holds up, and taking them in while the case is open.
import type { DocumentRule, ServiceDefinition } from '../../../definition/schema.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { missingDocuments } from '../engine/statements.ts';
import { messagesFor } from '../messages.ts';
import { hasRequest } from '../store/find-case.ts';
import type { CaseDocument, CaseRow, CaseState } from '../types.ts';
import { appendEvents, eventActor } from './append.ts';
import { environmentOf } from './environment.ts';
import { followUp, tell } from './follow-up.ts';
import { lockFor } from './perform.ts';

export interface LateDocuments {
  readonly documents: readonly DocumentRule[];
  readonly clock: string; // what has started counting, and what starts the rest
}

/** @returns undefined when nothing is missing or the case is closed. */
export async function lateDocumentsOf(ctx: Context, { state }: CaseRow): Promise<LateDocuments | undefined> {
  if (state.closedAt !== undefined) return undefined;
  const env = await environmentOf(ctx, state);
  const documents = missingDocuments(env, state);
  return documents.length > 0 ? { documents, clock: clockSentence(ctx, env.definition, state) } : undefined;
}

/** Which clocks run already and which wait until the office calls the application complete. */
function clockSentence(ctx: Context, definition: ServiceDefinition, { clocks }: CaseState): string {
  const words = messagesFor(ctx.locale).late;
  const waiting = clocks.some((clock) => clock.rule.start === 'complete' && clock.events.length === 0);
  const sent = clocks.some((clock) => clock.rule.start === 'sent');
  const starts = definition.clocks.some((clock) => clock.start === 'complete');
  return [sent ? words.running : '', waiting ? words.waits : starts ? words.complete : ''].filter(Boolean).join(' ');
}

export interface AddingDocuments {
  readonly number: string;
  readonly requestId: string;
  readonly documents?: readonly CaseDocument[]; // uploads, already attached
  readonly seen?: readonly string[]; // originals an officer held in hand
}

/**
 * Takes in papers that were missing. The same request id twice changes nothing.
 * @throws conflict `cases.nothing_missing` when the case is closed or the paper is not missing any more.
 */
export async function addDocuments(ctx: Context, adding: AddingDocuments): Promise<CaseRow> {
  return inTransaction(ctx, async (ctx) => {
    const target = await lockFor(ctx, adding.number);
    if (await hasRequest(ctx.db, target.id, adding.requestId)) return target;
    const missing = new Set((await lateDocumentsOf(ctx, target))?.documents.map(({ id }) => id));
    const uploads = (adding.documents ?? []).filter(({ id }) => missing.has(id));
    const seen = ctx.actor.kind === 'officer' ? (adding.seen ?? []).filter((id) => missing.has(id)) : [];
    const added = [...new Set([...uploads.map(({ id }) => id), ...seen])];
    if (added.length === 0) throw new AppError('conflict', 'cases.nothing_missing');
    const documents = [...target.state.documents, ...uploads];
    const data = { documents, added, ...(seen.length > 0 ? { seen } : {}) };
    const event = { kind: 'documents-added', data } as const;
    const actor = eventActor(ctx, target.state);
    const after = await appendEvents(ctx, target, [{ event, actor, requestId: adding.requestId }]);
    await tell(ctx, after, event, undefined);
    return followUp(ctx, after, adding.requestId);
  });
}

/**
 * Takes in what nobody had to send (photos of a report that travelled after its text), up to the number the definition allows.
 * @returns undefined when the same request id was carried out before. @throws conflict `cases.nothing_missing` when the case is closed
 * or holds as many already.
 */
export async function addOptionalDocuments(
  ctx: Context,
  { number, requestId, documents }: Required<Pick<AddingDocuments, 'number' | 'requestId' | 'documents'>>,
): Promise<CaseRow | undefined> {
  return inTransaction(ctx, async (ctx) => {
    const target = await lockFor(ctx, number);
    if (await hasRequest(ctx.db, target.id, requestId)) return undefined;
    const { definition } = await environmentOf(ctx, target.state);
    const mostOf = new Map(
      definition.documents.flatMap(({ id, kind, required, max }) =>
        kind === 'file' && required === 'no' ? [[id, max] as const] : [],
      ),
    );
    const all = [...target.state.documents, ...documents];
    const fits = ({ id }: CaseDocument) => all.filter((other) => other.id === id).length <= (mostOf.get(id) ?? 0);
    if (target.state.closedAt !== undefined || documents.length === 0 || !documents.every(fits))
      throw new AppError('conflict', 'cases.nothing_missing');
    const added = [...new Set(documents.map(({ id }) => id))];
    const event = { kind: 'documents-added', data: { documents: all, added } } as const;
    const after = await appendEvents(ctx, target, [{ event, actor: eventActor(ctx, target.state), requestId }]);
    await tell(ctx, after, event, undefined);
    return after;
  });
}
