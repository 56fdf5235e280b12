// One line per service for lists, tiles and the API.
import { type Locale, say } from '../../lib/locale.ts';
import type { Context } from '../../platform/context.ts';
import { listUnits, type Unit } from '../organisation/index.ts';
import { messagesFor } from './messages.ts';
import { feeTextOf, promiseText } from './promise.ts';
import { unitNameOf } from './sheet.ts';
import type { Closing, PublishedService } from './types.ts';

export interface ServiceLine {
  readonly slug: string;
  readonly sector: string;
  readonly title: string;
  readonly promise: string; // "Selesai 2 hari kerja"
  readonly fee: string;
  readonly closed?: string | undefined; // "Ditutup sementara. Digantikan oleh ..."
}

export function lineOf(service: PublishedService, locale: Locale): ServiceLine {
  const { title } = service.version.definition;
  return {
    slug: service.slug,
    sector: service.sector,
    title: say(title, locale),
    promise: promiseText(service.version.definition, locale),
    fee: feeTextOf(service.version.definition, locale),
    ...(service.closing ? { closed: closedText(service.closing, locale) } : {}),
  };
}

function closedText({ kind, reason }: Closing, locale: Locale): string {
  const words = messagesFor(locale).closed;
  return words.row(words[kind], say(reason, locale));
}

/** A group of services with its name, for lists by sector or office. */
export interface ServiceGroup {
  readonly key: string;
  readonly name: string;
  readonly services: readonly PublishedService[];
}

/** By the unit that answers for them, most services first. Key: the unit's code or kind. */
export async function groupByUnit(ctx: Context, services: readonly PublishedService[]): Promise<ServiceGroup[]> {
  const units = new Map((await listUnits(ctx)).map((unit) => [unit.code, unit]));
  const grouped = new Map<string, PublishedService[]>();
  for (const service of services) {
    const key = unitKeyOf(service);
    grouped.set(key, [...(grouped.get(key) ?? []), service]);
  }
  return [...grouped]
    .map(([key, members]) => ({ key, name: groupName(key, members, { units, locale: ctx.locale }), services: members }))
    .toSorted((a, b) => b.services.length - a.services.length || a.name.localeCompare(b.name));
}

export function unitKeyOf(service: PublishedService): string {
  return service.unitCode ?? service.unitKind ?? '';
}

function groupName(
  key: string,
  [first]: readonly PublishedService[],
  { units, locale }: { units: ReadonlyMap<string, Unit>; locale: Locale },
): string {
  const kind = first?.version.definition.unit.kind;
  if (kind) return messagesFor(locale).unitKindNames[kind];
  return first ? unitNameOf(first, units.get(key), locale) : key;
}
