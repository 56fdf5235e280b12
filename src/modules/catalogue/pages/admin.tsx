// For the administrator: what is published, how sure it is, and what the compiler remarks on it.
import { compile, type Finding, translate } from '../../../definition/compiler/index.ts';
import { readRegion } from '../../../definition/load/index.ts';
import { formatPlainDate } from '../../../lib/dates/format.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Route } from '../../../platform/http/define.ts';
import { listUnits } from '../../organisation/index.ts';
import { unitNameOf } from '../sheet.ts';
import { currentCatalogue } from '../snapshot.ts';
import { unconfirmedParts } from '../standard.ts';
import type { PublishedService, ServiceVersion } from '../types.ts';
import { type AdminRow, AdminView } from '../views/admin-view.tsx';

const services = definePage({
  method: 'GET',
  url: '/petugas/layanan/keyakinan',
  access: { kind: 'officer', permission: 'admin' },
  handle: async (ctx, { frame }) => html(<AdminView frame={frame} rows={await adminRows(ctx)} />),
});

async function adminRows(ctx: Context): Promise<AdminRow[]> {
  const { services: published } = await currentCatalogue(ctx);
  const units = new Map((await listUnits(ctx)).map((unit) => [unit.code, unit]));
  const remarks = remarksOn(ctx, published);
  return published.map((service) => {
    const { version, definition, publishedAt } = service.version;
    return {
      slug: service.slug,
      title: say(definition.title, ctx.locale),
      unit: unitNameOf(service, units.get(service.unitCode ?? ''), ctx.locale),
      version,
      published: formatPlainDate(publishedAt, { timezone: ctx.region.timezone, locale: ctx.locale }),
      confidence: definition.standard.confidence,
      unconfirmed: unconfirmedParts(definition.standard),
      findings: (remarks.get(service.version) ?? []).map((found) => translate(found, ctx.locale)),
    };
  });
}

// A version never changes, so what the compiler says of it is worked out once.
const known = new WeakMap<ServiceVersion, readonly Finding[]>();

function remarksOn(ctx: Context, published: readonly PublishedService[]): WeakMap<ServiceVersion, readonly Finding[]> {
  const unknown = published.filter(({ version }) => !known.has(version));
  if (unknown.length > 0) {
    const { env } = readRegion(ctx.region.dir);
    for (const { version } of unknown) known.set(version, compile(version.definition, env).findings);
  }
  return known;
}

export const adminRoutes: readonly Route[] = [services];
