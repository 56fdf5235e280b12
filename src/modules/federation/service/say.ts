// What our side has to say about a request a partner has: the reporter says it is not solved, withdrew it, sent photos. Written down in the
// step's own transaction, sent by a job. Each has an id that is the same on every try: whoever gets it twice knows it.
import { answerOf } from '../../../definition/fields/types.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { CaseActed } from '../../cases/index.ts';
import { casesOfProblem, type PhotosShown, reportForSystem } from '../../complaints/index.ts';
import { scrub } from '../../triage/index.ts';
import { messagesFor } from '../messages.ts';
import { hasReached, nextTry } from '../rules.ts';
import { findForwarded, listOfCase } from '../store/forwarded.ts';
import { findPartner } from '../store/partners.ts';
import { changeSaid, findSaid, insertSaid, lockSaid, type Said, type SaidKind } from '../store/said.ts';
import type { Forwarded } from '../types.ts';
import { type Answer, post } from '../wire/call.ts';
import { endpointOf } from './connection.ts';
import { learn } from './learn.ts';

const asSystem = (ctx: Context): Context => ({ ...ctx, actor: { kind: 'system', name: 'federation' } });
const mostTries = 8; // that end in a no; after them a person tells the partner
const longestText = 1000;

/** A secret report has told nobody outside anything, and does not begin now. */
export async function sayWhatHappened(given: Context, { target, action }: CaseActed): Promise<void> {
  const ctx = asSystem(given);
  const what = action.do === 'belum-beres' ? 'not-solved' : action.do === 'cabut' ? 'withdrawn' : undefined;
  const found = what && (await reportForSystem(ctx, target.id));
  if (!what || !found || found.report.level === 'secret') return;
  const words = messagesFor('id').say;
  const missing = answerOf(target.state.records[action.do] ?? {}, 'kurang');
  const text =
    what === 'withdrawn' ? words.withdrawn : words.notSolved(scrub(typeof missing === 'string' ? missing : ''));
  // "Not solved" of one who followed concerns the request the partner has under the other's report.
  const cases = what === 'withdrawn' ? [target.id] : await casesOfProblem(ctx, target.id);
  const saying = { what, key: `${what} ${target.id} ${target.version}`, text, media: null } as const;
  for (const caseId of cases) for (const row of await listOfCase(ctx.db, caseId)) await write(ctx, row, saying);
}

/** Links to photos everybody may see; pictures themselves are never sent. */
export async function sayPhotos(given: Context, { leadCase, photos }: PhotosShown): Promise<void> {
  const ctx = asSystem(given);
  const text = messagesFor('id').say.photo;
  for (const row of await listOfCase(ctx.db, leadCase))
    for (const { id, path } of photos)
      await write(ctx, row, { what: 'photo', key: `photo ${id}`, text, media: `${ctx.config.publicUrl}${path}` });
}

type Saying = Pick<Said, 'key' | 'text' | 'media'> & { readonly what: SaidKind };
async function write(ctx: Context, row: Forwarded, saying: Saying): Promise<void> {
  if (!hasReached(row) || (row.state === 'ended' && saying.what === 'photo')) return;
  const now = ctx.clock.now();
  const byHand = row.state === 'unnumbered';
  const id = newId();
  const fresh = await insertSaid(ctx.db, {
    ...{ id, forwardedId: row.id, createdAt: now, ...saying, text: [...saying.text].slice(0, longestText).join('') },
    ...(byHand
      ? { state: 'by-hand', nextTryAt: null, troubleCode: 'unnumbered' }
      : { state: 'waiting', nextTryAt: now, troubleCode: null }),
  });
  if (fresh && !byHand) await ctx.jobs.add(ctx.db, 'federation.say', { id }, { maxAttempts: 1 });
}

const statuses: Readonly<Record<SaidKind, string>> = { 'not-solved': 'REOPEN', withdrawn: 'CANCELLED', photo: 'OPEN' };

/** One try. Does nothing unless it is its turn. */
export async function sayOne(ctx: Context, id: string): Promise<void> {
  const said = await claim(ctx, id);
  const row = said && (await findForwarded(ctx.db, said.forwardedId));
  const entry = row && (await findPartner(ctx.db, row.partner));
  if (!said || !row) return;
  if (!entry) return byHand(ctx, said, 'not-connected');
  if (row.theirId === null)
    return row.state === 'ended' ? byHand(ctx, said, 'no-number') : later(ctx, said, 'no-number');
  const known = await learn(ctx, entry);
  const endpoint = endpointOf(ctx, entry, known.format);
  if (!endpoint) return later(ctx, said, 'not-connected');
  if (!known.givesUpdates)
    return known.troubleCode === null ? byHand(ctx, said, 'no-updates') : later(ctx, said, known.troubleCode);
  const answer = await post(endpoint, 'servicerequestupdates', {
    ...{ update_id: said.id, service_request_id: row.theirId, status: statuses[said.what], description: said.text },
    ...{ updated_datetime: said.createdAt.toISOString(), media_url: said.media ?? undefined },
  });
  await settle(ctx, said, answer);
}

/** Nobody else tries it meanwhile; a process that dies leaves it to the next round. */
function claim(ctx: Context, id: string): Promise<Said | undefined> {
  return inTransaction(ctx, async (ctx) => {
    const said = await lockSaid(ctx.db, id);
    const now = ctx.clock.now();
    if (said?.state !== 'waiting' || (said.nextTryAt !== null && said.nextTryAt > now)) return undefined;
    const attempts = said.attempts + 1;
    await changeSaid(ctx.db, id, { attempts, nextTryAt: new Date(now.getTime() + 120_000) });
    return { ...said, attempts };
  });
}

async function settle(ctx: Context, said: Said, answer: Answer): Promise<void> {
  if (answer.kind === 'answered') {
    const well = { state: 'sent', nextTryAt: null, troubleCode: null, troubleText: null } as const;
    return changeSaid(ctx.db, said.id, { ...well, doneAt: ctx.clock.now() });
  }
  // With an id of its own it may be repeated whatever became of it.
  if (answer.kind !== 'refused') return later(ctx, said, answer.problem);
  const text =
    answer.errors
      .map(({ description }) => description)
      .join(' ')
      .slice(0, 1000) || null;
  const code = answer.status === 403 || answer.status === 401 ? 'key' : 'update-refused';
  return said.attempts >= mostTries ? byHand(ctx, said, code, text) : later(ctx, said, code, text);
}

async function later(ctx: Context, said: Said, troubleCode: string, troubleText: string | null = null): Promise<void> {
  const nextTryAt = nextTry(said.attempts, ctx.clock.now());
  await changeSaid(ctx.db, said.id, { nextTryAt, troubleCode, troubleText });
}
async function byHand(ctx: Context, said: Said, troubleCode: string, troubleText: string | null = null): Promise<void> {
  await changeSaid(ctx.db, said.id, { state: 'by-hand', nextTryAt: null, troubleCode, troubleText });
}

/** An officer has told them. @returns false when there was nothing to tell by hand any more. */
export async function noteToldByHand(ctx: Context, id: string, officerId: string): Promise<boolean> {
  const said = await findSaid(ctx.db, id);
  if (said?.state !== 'by-hand') return false;
  await changeSaid(ctx.db, id, { state: 'told', doneAt: ctx.clock.now(), officerId });
  return true;
}
