// At 06.00 local time: what the night brought, by e-mail to the mayor's people. Counts and offices, never a person.
import { formatBareTime, formatDate } from '../../../lib/dates/format.ts';
import { localDateOf } from '../../../lib/dates/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { queueEmail } from '../../notifications/index.ts';
import { messagesFor } from '../messages.ts';
import { countMessages, countReceived } from '../store/messages.ts';
import { lateSince } from './board.ts';
import { dutyTonight, rosterPeople } from './duty.ts';
import { countTrends, type Trends } from './trends.ts';

const dayMs = 86_400_000;
const summaryHour = '06';
const summaryLength = 900; // look.md 5.3: it must fit one message of a chat as well
const officesNamed = 3;

/** Runs every hour of the early morning, UTC: a region's own six o'clock is one of them. @returns how many were written to. */
export async function sendSummary(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const style = { timezone: ctx.region.timezone, locale: 'id' } as const;
  if (formatBareTime(now, style).slice(0, 2) !== summaryHour) return 0;
  const text = await summaryText(ctx);
  const words = messagesFor('id').summary;
  const people = (await rosterPeople(ctx)).filter(({ email }) => email !== undefined);
  const day = localDateOf(now, ctx.region.timezone);
  for (const { id, email = '' } of people) {
    const subject = words.subject(formatDate(now, style));
    await queueEmail(ctx, { to: email, subject, text, key: `hotline-summary:${day}:${id}` });
  }
  return people.length;
}

export async function summaryText(ctx: Context): Promise<string> {
  const now = ctx.clock.now();
  const words = messagesFor('id').summary;
  const [counts, night, trends, duty] = await Promise.all([
    countMessages(ctx.db, lateSince(now)),
    countReceived(ctx.db, new Date(now.getTime() - dayMs)),
    countTrends(ctx, ''),
    dutyTonight(ctx),
  ]);
  const lines = [
    words.received(night.messages, night.thanks),
    words.needs(counts.needs, counts.red),
    words.heads(counts.heads),
    ...answeredLine(trends),
    ...busiestLine(trends),
    words.duty(duty.length),
  ];
  return [...lines, words.open(`${ctx.config.publicUrl}/kerja/wali-kota`)].join('\n').slice(0, summaryLength);
}

function answeredLine({ offices }: Trends): string[] {
  const decided = offices.reduce((sum, office) => sum + office.decided, 0);
  const inTime = offices.reduce((sum, office) => sum + office.inTime, 0);
  return decided === 0 ? [] : [messagesFor('id').summary.inTime(inTime, decided)];
}
function busiestLine({ offices }: Trends): string[] {
  const busy = offices.filter(({ now }) => now > 0).slice(0, officesNamed);
  if (busy.length === 0) return [];
  return [messagesFor('id').summary.busiest(busy.map(({ name, now }) => `${name} ${now}`).join(', '))];
}
