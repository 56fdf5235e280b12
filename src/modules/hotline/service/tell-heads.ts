// The head of an office is told at once, by e-mail: that there is something, until when, and where. Nothing of the message itself.
import { groupCaseNumber } from '../../../lib/case-number.ts';
import { formatDateTime } from '../../../lib/dates/format.ts';
import type { Context } from '../../../platform/context.ts';
import type { CaseRow } from '../../cases/index.ts';
import { listOfficers } from '../../identity/index.ts';
import { queueEmail } from '../../notifications/index.ts';
import { getUnit } from '../../organisation/index.ts';
import { messagesFor } from '../messages.ts';
import type { HeadRequest } from '../types.ts';

/** Addresses of the heads of a unit; without one, that of the unit itself. */
export async function headAddresses(ctx: Context, unitId: string): Promise<string[]> {
  const heads = await listOfficers(ctx, { role: 'kadis', unitId });
  const own = heads.flatMap(({ email }) => email ?? []);
  const { email: office } = (await getUnit(ctx, unitId)).details;
  return own.length > 0 ? own : office === undefined ? [] : [office];
}

/** Whoever was asked before need not answer any more. */
export async function tellWithdrawn(ctx: Context, target: CaseRow, requests: readonly HeadRequest[]): Promise<void> {
  const words = messagesFor('id').mail;
  const number = groupCaseNumber(target.number);
  const text = [words.greeting, words.withdrawn(number)].join('\n\n');
  for (const { id, unitId } of requests)
    for (const [index, to] of (await headAddresses(ctx, unitId)).entries())
      await queueEmail(ctx, { to, subject: words.withdrawnSubject(number), text, key: `hotline-end:${id}:${index}` });
}

export async function tellHeads(ctx: Context, target: CaseRow, request: HeadRequest): Promise<void> {
  const words = messagesFor('id').mail; // office mail is Indonesian
  const number = groupCaseNumber(target.number);
  const due = formatDateTime(request.dueAt, { timezone: ctx.region.timezone, locale: 'id' });
  const link = `${ctx.config.publicUrl}/kerja/pesan-wali-kota/${target.number}`;
  const text = [words.greeting, words.asked[request.what](number, due), words.open(link), words.footer].join('\n\n');
  for (const [index, to] of (await headAddresses(ctx, request.unitId)).entries())
    await queueEmail(ctx, { to, subject: words.subject(number), text, key: `hotline:${request.id}:${index}` });
}
