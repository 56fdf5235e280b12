// From rows to what stands on a card: names of offices and kelurahan, times in full, what one tap may do.
import { groupCaseNumber } from '../../../lib/case-number.ts';
import { formatDateTime } from '../../../lib/dates/format.ts';
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import type { StatusKind } from '../../../ui/index.ts';
import { type AreaLookup, areaLookup, listUnits, type Unit } from '../../organisation/index.ts';
import { messagesFor } from '../messages.ts';
import { isRed } from '../rules.ts';
import type { Listed } from '../service/board.ts';
import { boardUrl } from '../views/addresses.ts';
import type { MessageCardProps } from '../views/message-card.tsx';

export interface Names {
  readonly units: ReadonlyMap<string, Unit>;
  readonly areas: AreaLookup;
}
export async function namesOf(ctx: Context): Promise<Names> {
  const [units, areas] = await Promise.all([listUnits(ctx), areaLookup(ctx)]);
  return { units: new Map(units.map((unit) => [unit.id, unit])), areas };
}
export const momentOf = (ctx: Context, at: Date): string =>
  formatDateTime(at, { timezone: ctx.region.timezone, locale: ctx.locale });

const excerptLength = 240;
function excerptOf(text: string): { text: string; cut: boolean } {
  if (text.length <= excerptLength) return { text, cut: false };
  const cut = text.slice(0, excerptLength);
  return { text: `${cut.slice(0, Math.max(cut.lastIndexOf(' '), excerptLength - 40))} …`, cut: true };
}

/** Word and colour of where a message stands, for the mayor. */
export function standingOf(
  ctx: Context,
  { message, request }: Listed,
  names: Names,
): { status: StatusKind; label: string } {
  const words = messagesFor(ctx.locale).card;
  const unit = request ? (names.units.get(request.unitId)?.short ?? '') : '';
  switch (message.state) {
    case 'masuk':
      if (isRed(message, ctx.clock.now())) return { status: 'needs-you', label: words.unread };
      if (request?.endedHow === 'declined') return { status: 'in-progress', label: words.declined(unit) };
      return { status: 'received', label: words.fresh };
    case 'kembali':
      return { status: 'needs-you', label: words.unanswered(unit) };
    case 'belum-cukup':
      return { status: 'needs-you', label: words.notEnough };
    case 'dijelaskan':
      return { status: 'in-progress', label: words.explained(unit) };
    case 'di-kepala':
    case 'ditanya':
      return { status: 'in-progress', label: words.with(unit, request ? momentOf(ctx, request.dueAt) : '') };
    case 'menunggu-warga':
      return { status: 'received', label: words.waits };
    default:
      return message.status === 'cancelled'
        ? { status: 'cancelled', label: words.withdrawn }
        : { status: 'done', label: words.closed };
  }
}

export function senderWord(ctx: Context, { level, named }: Listed['message']): string {
  const words = messagesFor(ctx.locale).card;
  if (level === 'anonymous') return words.anonymous;
  return named ? words.nameHidden : words.noName;
}

export function cardOf(ctx: Context, listed: Listed, names: Names): MessageCardProps {
  const { message } = listed;
  const words = messagesFor(ctx.locale).card;
  const area = message.areaCode === null ? undefined : names.areas.name(message.areaCode);
  const suggested = message.suggestedUnit === null ? undefined : names.units.get(message.suggestedUnit);
  const facts = [
    words.kinds[message.kind],
    words.received(momentOf(ctx, message.receivedAt)),
    senderWord(ctx, message),
    ...(message.photos > 0 ? [words.photos(message.photos)] : []),
  ];
  return {
    href: `${boardUrl}/pesan/${message.number}`,
    number: groupCaseNumber(message.number),
    title: words.from(area),
    ...standingOf(ctx, listed, names),
    ...excerptOf(message.body),
    facts,
    actions: message.waitsForMayor,
    thanks: message.kind === 'thanks',
    quick:
      message.waitsForMayor && message.kind !== 'thanks' && suggested?.active
        ? { unitCode: suggested.code, unit: suggested.short, seen: message.movedAt.toISOString(), requestId: newId() }
        : undefined,
  };
}
