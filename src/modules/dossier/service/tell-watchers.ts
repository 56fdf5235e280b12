// Those who watch a case are told of each step, as officers are told of anything: by office mail where they have an address, and on
// the screen. The mail says that there is something and where; nothing of the case itself.
import { groupCaseNumber } from '../../../lib/case-number.ts';
import type { Context } from '../../../platform/context.ts';
import type { CaseRow } from '../../cases/index.ts';
import { queueEmail } from '../../notifications/index.ts';
import { messagesFor } from '../messages.ts';
import { watchersOf } from './watch.ts';

/** In the transaction of the step. Whoever took it himself, and whoever may not see the case after it, is not told. */
export async function tellWatchers(ctx: Context, target: CaseRow): Promise<void> {
  const words = messagesFor('id').mail; // office mail is Indonesian
  const number = groupCaseNumber(target.number);
  const link = `${ctx.config.publicUrl}/petugas/berkas/${target.number}`;
  const text = [words.greeting, words.step(number), words.open(link), words.footer].join('\n\n');
  for (const { person } of await watchersOf(ctx, target)) {
    if (person.email === undefined || (ctx.actor.kind === 'officer' && ctx.actor.id === person.id)) continue;
    const key = `watch:${target.id}:${target.version}:${person.id}`;
    await queueEmail(ctx, { to: person.email, subject: words.subject(number), text, key });
  }
}
