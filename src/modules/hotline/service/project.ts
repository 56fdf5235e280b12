// Keeps the rows of the hotline in step with their cases, in the same transaction.
import { answerOf } from '../../../definition/fields/types.ts';
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import type { CaseActed, CaseLapsed, CaseOpened, CaseRow } from '../../cases/index.ts';
import { findCategory, ownerOf, scanForPersonal, suggest } from '../../triage/index.ts';
import { asksHead, bodyOf, dueAfterHours, endsRequest, factsOf, stillAsked, wordsOfStep } from '../rules.ts';
import { changeMessage, findMessage, insertMessage } from '../store/messages.ts';
import { askAgainSoon, endRequests, insertRequest, replaceRequest, returnRequests } from '../store/requests.ts';
import type { MessageFacts } from '../types.ts';
import { hotlineSetting } from './setting.ts';
import { tellHeads, tellWithdrawn } from './tell-heads.ts';

/** Cases of other services are none of ours. */
export async function isMessage(ctx: Context, { state }: CaseRow): Promise<boolean> {
  return state.service === (await hotlineSetting(ctx)).service;
}

export function factsFor(target: CaseRow): MessageFacts {
  return factsOf(target, scanForPersonal);
}

export async function onOpened(ctx: Context, { target }: CaseOpened): Promise<void> {
  const facts = factsFor(target);
  const now = ctx.clock.now();
  await insertMessage(ctx.db, {
    ...facts,
    caseId: target.id,
    number: target.number,
    suggestedUnit: await likelyUnit(ctx, bodyOf(target.state), facts.areaCode),
    channel: ctx.channel,
    receivedAt: now,
    movedAt: now,
  });
}

/** Whose head would answer, as the words say: offered as one tap, never taken by itself. */
async function likelyUnit(ctx: Context, text: string, area: string | null): Promise<string | null> {
  const { categories, area: named } = await suggest(ctx, text);
  const first = categories[0] && (await findCategory(ctx, categories[0].id));
  const owner = first && (await ownerOf(ctx, first, area ?? named));
  return owner?.id ?? null;
}

export async function onActed(ctx: Context, { target, action }: CaseActed): Promise<void> {
  if (!(await findMessage(ctx.db, target.id))) return;
  const now = ctx.clock.now();
  const ends = Object.hasOwn(endsRequest, action.do) ? endsRequest[action.do] : undefined;
  const goOn = stillAsked(target.state, action.do);
  const said = ends === 'answered' || ends === 'declined' ? wordsOfStep(target.state, action.do) : null;
  const ended = ends ? await endRequests(ctx.db, target.id, { how: ends, at: now, said, but: goOn ?? [] }) : [];
  const askedNow = target.state.roleUnits['kadis'];
  // Whoever is asked again hears of that alone.
  const gone = ended.filter(({ unitId }) => ends !== 'replaced' || unitId !== askedNow);
  if (ends === 'withdrawn' || ends === 'replaced') await tellWithdrawn(ctx, target, gone);
  if (action.do === 'tambah' && askedNow) await replaceRequest(ctx.db, target.id, { unitId: askedNow, at: now });
  if (action.do === 'kembali') await returnRequests(ctx.db, target.id, now);
  // One of several has spoken: another that is late is brought back once more.
  if (goOn) await askAgainSoon(ctx.db, target.id, now);
  await askHead(ctx, target, action.do);
  await changeMessage(ctx.db, target.id, { ...factsFor(target), movedAt: now });
}

export async function onLapsed(ctx: Context, { target }: CaseLapsed): Promise<void> {
  await changeMessage(ctx.db, target.id, { ...factsFor(target), movedAt: ctx.clock.now() });
}

/** A head was asked: the time runs, and the head is told at once. */
async function askHead(ctx: Context, target: CaseRow, step: string): Promise<void> {
  const what = Object.hasOwn(asksHead, step) ? asksHead[step] : undefined;
  const unitId = target.state.roleUnits['kadis'];
  if (!what || unitId === undefined) return;
  const askedAt = ctx.clock.now();
  const request = {
    ...{ id: newId(), caseId: target.id, unitId, what, askedAt },
    officerId: ctx.actor.kind === 'officer' ? ctx.actor.id : null,
    dueAt: dueAfterHours(askedAt, answerOf(target.state.records[step] ?? {}, 'batas')),
    ...{ returnedAt: null, endedAt: null, endedHow: null, asked: wordsOfStep(target.state, step), said: null },
  };
  await insertRequest(ctx.db, request);
  await tellHeads(ctx, target, request);
}
