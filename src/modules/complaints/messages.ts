import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type ComplaintMessages, id } from './messages.id.ts';
import type { PublishedProblem } from './types.ts';

export function messagesFor(locale: Locale): ComplaintMessages {
  return locale === 'en' ? en : id;
}

/** How a problem stands, in the words of its page; once it is closed, how. */
export function stateText(
  { status, closedHow }: Pick<PublishedProblem, 'status' | 'closedHow'>,
  locale: Locale,
): string {
  const words = messagesFor(locale).problem;
  return status === 'closed' && closedHow ? words.closed[closedHow] : words.status[status];
}
