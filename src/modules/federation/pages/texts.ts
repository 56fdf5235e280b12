// Words and dates of the pages about partners.
import { formatDateTime } from '../../../lib/dates/format.ts';
import type { Context } from '../../../platform/context.ts';
import { messagesFor } from '../messages.ts';
import type { Forwarded, ForwardState } from '../types.ts';

export function timeText(ctx: Context, at: Date | null | undefined): string | undefined {
  return at ? formatDateTime(at, { timezone: ctx.region.timezone, locale: ctx.locale }) : undefined;
}

/** Our sentence, and theirs behind it. */
export function troubleText(ctx: Context, row: Pick<Forwarded, 'troubleCode' | 'troubleText'>): string | undefined {
  if (row.troubleCode === null) return undefined;
  const { troubles } = messagesFor(ctx.locale);
  const known = Object.hasOwn(troubles, row.troubleCode) ? troubles[row.troubleCode] : undefined;
  return [known ?? row.troubleCode, row.troubleText].filter(Boolean).join(' ');
}

export const marks: Readonly<Record<ForwardState, 'received' | 'in-progress' | 'done' | 'refused' | 'cancelled'>> = {
  waiting: 'received',
  sending: 'received',
  unsure: 'refused',
  token: 'in-progress',
  open: 'in-progress',
  closed: 'done',
  unnumbered: 'in-progress',
  refused: 'refused',
  held: 'cancelled',
  ended: 'cancelled',
};
