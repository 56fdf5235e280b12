// E-mail to the applicant at the few moments that matter (look.md 5.6): received, needs you, done, refused, a message.
// Internal moves that do not change the citizen's word send nothing. No reason, NIK or full name in the mail.

import type { Callable } from '../../../definition/called.ts';
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { groupCaseNumber } from '../../../lib/case-number.ts';
import { formatDateTime } from '../../../lib/dates/format.ts';
import { say } from '../../../lib/locale.ts';
import { formatRupiah } from '../../../lib/money/money.ts';
import type { Context } from '../../../platform/context.ts';
import { getVersion } from '../../catalogue/index.ts';
import { queueEmail } from '../../notifications/index.ts';
import { caseDue, leadingClock, promisesAnswer } from '../engine/leading-clock.ts';
import { messagesFor } from '../messages.ts';
import { trackingCodeOf } from '../tracking.ts';
import type { CaseRow, NewEvent } from '../types.ts';
import { actionMessage } from './action-message.ts';

function trackingLink(ctx: Context, code: string): string {
  return `${ctx.config.publicUrl}/lacak/${code}`;
}

async function send(
  ctx: Context,
  target: CaseRow,
  mail: { about: Callable; subject: string; sentence: string; key: string; code: string },
): Promise<void> {
  if (!target.email) return;
  const { notice } = messagesFor(target.locale, mail.about);
  const text = [notice.greeting, mail.sentence, `${notice.open}\n${trackingLink(ctx, mail.code)}`, notice.footer].join(
    '\n\n',
  );
  await queueEmail(ctx, { to: target.email, subject: mail.subject, text, key: mail.key });
}

export async function noticeOfSubmission(
  ctx: Context,
  target: CaseRow,
  definition: ServiceDefinition,
  code: string,
): Promise<void> {
  const { notice } = messagesFor(target.locale, definition);
  const due = caseDue(target.state.clocks);
  const service = say(definition.title, target.locale);
  const received = promisesAnswer(leadingClock(target.state.clocks)) ? notice.submittedAnswer : notice.submitted;
  const sentence = due
    ? received(service, formatDateTime(due, { timezone: ctx.region.timezone, locale: target.locale }))
    : notice.submittedNoDue(service);
  await send(ctx, target, {
    about: definition,
    subject: notice.submittedSubject(groupCaseNumber(target.number)),
    sentence,
    key: `${target.id}:1`,
    code,
  });
}

/** What concerns a bill: made, paid, waited for, given up. A bill of nothing is no news. */
function moneySentence({ locale, state }: CaseRow, event: NewEvent, about: Callable): string | undefined {
  const { notice } = messagesFor(locale, about);
  if (event.kind === 'bill-made' && !event.data.paidAt) return notice.billMade(formatRupiah(event.data.amount));
  if (event.kind === 'bill-paid') return notice.billPaid;
  if (state.bill === undefined || state.bill.paidAt !== undefined) return undefined;
  if (event.kind === 'lapsed') return notice.lapsedUnpaid;
  return event.kind === 'reminded' ? notice.remindedBill(event.data.daysLeft) : undefined;
}

/** The sentence for one event, or undefined when it is no news for the applicant. */
function sentenceFor(
  ctx: Context,
  target: CaseRow,
  event: NewEvent,
  definition: ServiceDefinition,
): string | undefined {
  const aboutMoney = moneySentence(target, event, definition);
  if (aboutMoney !== undefined) return aboutMoney;
  const { notice } = messagesFor(target.locale, definition);
  if (event.kind === 'letter-ready') return notice.letterReady;
  if (event.kind === 'lapsed') return notice.lapsed;
  if (event.kind === 'reminded') return notice.reminded(event.data.daysLeft);
  if (event.kind === 'message') return event.data.from === 'office' ? notice.message : undefined;
  if (event.kind !== 'acted') return undefined;
  if (event.data.kind === 'refuse') return notice.refused;
  const issuesLetter = definition.workflow.actions.some(
    (action) => action.do === event.data.action && action.effects.includes('issue-letter'),
  );
  const { to, waitsFor } = event.data.transition;
  // Whatever asks something of the applicant is news; a bill has a mail of its own.
  const asks = waitsFor === 'applicant' && definition.workflow.states[to]?.bill === undefined;
  const step = definition.workflow.actions.find((action) => action.do === event.data.action);
  const oneOfSeveral = step?.each?.name !== undefined && to !== step.to; // an answer; others are still to come
  const newsworthy =
    asks ||
    oneOfSeveral ||
    event.data.kind === 'correct' ||
    event.data.kind === 'schedule' ||
    event.data.forwardedTo !== undefined ||
    (event.data.transition.final && !issuesLetter && event.data.kind !== 'withdraw');
  if (!newsworthy) return undefined;
  return actionMessage(definition, event.data, { locale: target.locale, timezone: ctx.region.timezone });
}

export async function noticeOfChange(ctx: Context, target: CaseRow, event: NewEvent): Promise<void> {
  if (!target.email) return;
  const { definition } = await getVersion(ctx, target.state.versionId);
  const sentence = sentenceFor(ctx, target, event, definition);
  if (sentence === undefined) return;
  const { notice } = messagesFor(target.locale, definition);
  const number = groupCaseNumber(target.number);
  const subject = target.state.status === 'needs-you' ? notice.needsYouSubject(number) : notice.changedSubject(number);
  await send(ctx, target, {
    about: definition,
    subject,
    sentence,
    key: `${target.id}:${target.version}`,
    code: trackingCodeOf(ctx.secrets, target.id),
  });
}
