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
import { type AnswerHours, hotlineSetting } from '../service/setting.ts';
import type { HeadRequest } from '../types.ts';
import { boardUrl } from '../views/addresses.ts';
import type { MessageCardProps } from '../views/message-card.tsx';
import type { TapsProps } from '../views/taps.tsx';

export interface Names {
  readonly units: ReadonlyMap<string, Unit>;
  readonly areas: AreaLookup;
  readonly hours: AnswerHours; // of one tap
}
export async function namesOf(ctx: Context): Promise<Names> {
  const [units, areas, setting] = await Promise.all([listUnits(ctx), areaLookup(ctx), hotlineSetting(ctx)]);
  return { units: new Map(units.map((unit) => [unit.id, unit])), areas, hours: setting.answerWithin };
}
export const momentOf = (ctx: Context, at: Date): string =>
  formatDateTime(at, { timezone: ctx.region.timezone, locale: ctx.locale });

/** A number that a telephone can dial, out of what agencies.yaml says. */
export function telOf({ details }: Unit): string | undefined {
  const phone = /\d{5,}/.exec((details.phone ?? '').replace(/[^\d+]/g, ''))?.[0];
  return phone === undefined ? undefined : `tel:${phone}`;
}

const excerptLength = 240;
function excerptOf(text: string): { text: string; cut: boolean } {
  if (text.length <= excerptLength) return { text, cut: false };
  const cut = text.slice(0, excerptLength);
  return { text: `${cut.slice(0, Math.max(cut.lastIndexOf(' '), excerptLength - 40))} …`, cut: true };
}

const isOpen = ({ endedAt }: HeadRequest): boolean => endedAt === null;
/** Short names of the offices, in the order in which they were asked. */
function shortNames(requests: readonly HeadRequest[], { units }: Names): string {
  return requests.map(({ unitId }) => units.get(unitId)?.short ?? '').join(', ');
}

/** Word and colour of where a message stands, for the mayor. */
export function standingOf(
  ctx: Context,
  { message, requests }: Listed,
  names: Names,
): { status: StatusKind; label: string } {
  const words = messagesFor(ctx.locale).card;
  const [open, last] = [requests.filter(isOpen), requests.slice(-1)];
  switch (message.state) {
    case 'masuk':
      if (isRed(message, ctx.clock.now())) return { status: 'needs-you', label: words.unread };
      if (last[0]?.endedHow === 'declined')
        return { status: 'in-progress', label: words.declined(shortNames(last, names)) };
      return { status: 'received', label: words.fresh };
    case 'kembali': {
      const late = open.filter(({ returnedAt }) => returnedAt !== null);
      return { status: 'needs-you', label: words.unanswered(shortNames(late.length > 0 ? late : last, names)) };
    }
    case 'belum-cukup':
      return { status: 'needs-you', label: words.notEnough };
    case 'dijelaskan':
      return { status: 'in-progress', label: words.explained(shortNames(last, names)) };
    case 'di-kepala':
    case 'ditanya': {
      const first = [...open].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];
      const due = first ? momentOf(ctx, first.dueAt) : '';
      const word = open.length > 1 ? words.withSeveral : words.with;
      return { status: 'in-progress', label: word(shortNames(open, names), due) };
    }
    case 'akan-dibalas':
      return { status: 'in-progress', label: words.goesOut };
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

/** Of several that were asked: where each stands. */
function headLines(ctx: Context, requests: readonly HeadRequest[], names: Names): string[] {
  const words = messagesFor(ctx.locale);
  const standing = requests.filter(({ endedHow }) => endedHow === null || endedHow === 'answered');
  if (standing.length < 2) return [];
  return standing.map((request) => {
    const name = names.units.get(request.unitId)?.short ?? '';
    if (request.endedHow) return `${name}: ${words.message.ended[request.endedHow]}`;
    const due = momentOf(ctx, request.dueAt);
    return `${name}: ${request.dueAt <= ctx.clock.now() ? words.head.late(due) : words.head.due(due)}`;
  });
}

/** What one tap does: to the office that is late, that was asked last, or that the words speak of. */
export function tapsOf({ message, requests }: Listed, names: Names): TapsProps | undefined {
  if (!message.waitsForMayor) return undefined;
  const declined = new Set(requests.flatMap(({ endedHow, unitId }) => (endedHow === 'declined' ? [unitId] : [])));
  const late = requests.find((one) => isOpen(one) && one.returnedAt !== null);
  const last = message.state === 'masuk' ? undefined : requests.at(-1);
  const candidates = [late?.unitId, last?.unitId, message.suggestedUnit].flatMap((id) => id ?? []);
  const unit = candidates
    .flatMap((id) => (declined.has(id) ? [] : (names.units.get(id) ?? [])))
    .find((one) => one.active);
  return {
    base: `${boardUrl}/pesan/${message.number}`,
    seen: message.movedAt.toISOString(),
    requestId: newId(),
    thanks: message.kind === 'thanks',
    several: requests.filter(isOpen).length > 1,
    office: unit && { code: unit.code, name: unit.short, tel: telOf(unit) },
    hours: names.hours,
    reachable: message.reachable && message.level !== 'anonymous',
  };
}

export function cardOf(ctx: Context, listed: Listed, names: Names): MessageCardProps {
  const { message } = listed;
  const words = messagesFor(ctx.locale).card;
  const area = message.areaCode === null ? undefined : names.areas.name(message.areaCode);
  const facts = [
    words.kinds[message.kind],
    words.received(momentOf(ctx, message.receivedAt)),
    senderWord(ctx, message),
    ...(message.photos > 0 ? [words.photos(message.photos)] : []),
  ];
  const taps = tapsOf(listed, names);
  return {
    href: `${boardUrl}/pesan/${message.number}`,
    number: groupCaseNumber(message.number),
    title: words.from(area),
    ...standingOf(ctx, listed, names),
    ...excerptOf(message.body),
    facts,
    heads: headLines(ctx, listed.requests, names),
    taps: taps && { ...taps, from: 'papan' },
  };
}
