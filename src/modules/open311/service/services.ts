// The services of Open311 are the region's categories of reports.

import { AppError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { areaLookup } from '../../organisation/index.ts';
import { type Category, categoriesChangedAt, findCategory, listCategories, listGroups } from '../../triage/index.ts';
import { messagesFor } from '../messages.ts';
import type { WireAttribute, WireDefinition, WireDiscovery, WireService } from '../wire/documents.ts';

export const basePath = '/open311/v2';
export const attributeCodes = { area: 'kelurahan', landmark: 'patokan', level: 'tingkat' } as const;
/** Values of the attribute of that code. */
export const levelKeys = ['open', 'anonymous', 'secret'] as const;

const specification = 'http://wiki.open311.org/GeoReport_v2';

/** W3C, with the region's own offset: `2026-11-27T08:00:00+08:00`. */
export function w3c(at: Date, timezone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  } as const).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  const local = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`;
  const minutes = Math.round((Date.parse(`${local}Z`) - at.getTime()) / 60_000);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const ahead = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${two(ahead / 60)}:${two(ahead % 60)}`;
}

export async function discovery(ctx: Context): Promise<WireDiscovery> {
  const words = messagesFor(ctx.locale);
  const { publicUrl } = ctx.config;
  const changed = (await categoriesChangedAt(ctx)) ?? new Date(0);
  const changeset = w3c(changed, ctx.region.timezone);
  return {
    changeset,
    contact: [ctx.region.name, ctx.region.phone].filter(Boolean).join(', '),
    key_service: words.keyService(publicUrl),
    endpoints: [
      {
        specification,
        url: `${publicUrl}${basePath}`,
        changeset,
        type: ctx.config.environment === 'production' ? 'production' : 'test',
        formats: ['text/xml', 'application/json'],
      },
    ],
  };
}

/** Secret by nature: a program is told by a keyword, as FixMyStreet reads it. */
const keywordsOf = ({ keywords, confidential }: Category): string =>
  [...keywords.map((word) => word.replaceAll(',', ' ')), ...(confidential ? ['private'] : [])].join(',');

export async function services(ctx: Context): Promise<WireService[]> {
  const words = messagesFor(ctx.locale);
  const groups = new Map((await listGroups(ctx)).map(({ id, name }) => [id, say(name, ctx.locale)]));
  return (await listCategories(ctx)).map((category) => ({
    service_code: category.id,
    service_name: say(category.name, ctx.locale),
    description: words.respond(words.hours(category.respond.amount)),
    metadata: true,
    type: 'realtime',
    keywords: keywordsOf(category),
    group: groups.get(category.group) ?? category.group,
  }));
}

/** @throws not_found `open311.service_unknown` */
export async function categoryOf(ctx: Context, code: string): Promise<Category> {
  const category = await findCategory(ctx, code);
  if (!category) throw new AppError('not_found', 'open311.service_unknown');
  return category;
}

export async function definition(ctx: Context, code: string): Promise<WireDefinition> {
  const { id, confidential } = await categoryOf(ctx, code);
  const words = messagesFor(ctx.locale);
  const areas = (await areaLookup(ctx)).list().flatMap((group) => group.areas);
  const list = {
    variable: true,
    datatype: 'singlevaluelist',
    required: false,
    datatype_description: words.datatype.list,
  } as const;
  const attributes: WireAttribute[] = [
    {
      ...list,
      ...{ code: attributeCodes.area, order: 1, description: words.area.name },
      values: areas.map(({ code: key, name }) => ({ key, name })),
    },
    {
      ...{ variable: true, code: attributeCodes.landmark, datatype: 'string', required: false, order: 2 },
      ...{ datatype_description: words.datatype.text, description: `${words.landmark.name}. ${words.landmark.hint}` },
    },
    {
      ...list,
      ...{ code: attributeCodes.level, order: 3, description: words.level.name },
      values: levelKeys
        .filter((key) => key === 'secret' || !confidential)
        .map((key) => ({ key, name: words.level[key] })),
    },
  ];
  return { service_code: id, attributes };
}
