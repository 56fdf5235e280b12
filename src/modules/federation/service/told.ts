// What the person who reported it hears from the other side, in the case's own history: "PLN: petugas di lokasi."
import type { Context } from '../../../platform/context.ts';
import { caseForSystem, noteNumberElsewhere, tellApplicant } from '../../cases/index.ts';
import { followersOf } from '../../complaints/index.ts';
import { findUnitByCode } from '../../organisation/index.ts';
import { messagesFor } from '../messages.ts';
import type { Forwarded } from '../types.ts';

/** What they call the partner in sentences. */
export async function partnerName(ctx: Context, code: string): Promise<string> {
  return (await findUnitByCode(ctx, code))?.short ?? code;
}

/** For everybody who sees the case: the reporter and officers. */
export async function noteNumber(ctx: Context, { caseId, partner, theirId }: Forwarded): Promise<void> {
  if (theirId === null) return;
  const holderName = await partnerName(ctx, partner);
  for (const id of [caseId, ...(await followersOf(ctx, caseId))])
    await noteNumberElsewhere(ctx, { caseId: id, holder: partner, holderName, number: theirId });
}

type Sentence = (words: ReturnType<typeof messagesFor>['told'], who: string) => string;

/** Told once for each `key`, to whoever reported it and to those who follow that report. */
export async function tell(ctx: Context, row: Forwarded, { key, say }: { key: string; say: Sentence }): Promise<void> {
  const who = await partnerName(ctx, row.partner);
  for (const caseId of [row.caseId, ...(await followersOf(ctx, row.caseId))]) {
    const target = await caseForSystem(ctx, caseId);
    if (!target) continue;
    const text = say(messagesFor(target.locale).told, who);
    await tellApplicant(ctx, { number: target.number, text, requestId: `partner:${row.id}:${key}` });
  }
}

/** The number stands on the pages of the report, too, and of those that follow it. */
export async function tellTaken(ctx: Context, row: Forwarded): Promise<void> {
  const number = row.theirId ?? '';
  await noteNumber(ctx, row);
  await tell(ctx, row, { key: 'taken', say: (words, who) => words.taken(who, number) });
}
