// Browsing: all services by sector, office or life event.
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Route } from '../../../platform/http/define.ts';
import { groupByUnit, lineOf, type ServiceGroup, unitKeyOf } from '../lines.ts';
import { regionTexts } from '../region-texts.ts';
import { pageRevision } from '../revision.ts';
import { currentCatalogue } from '../snapshot.ts';
import type { Catalogue, PublishedService } from '../types.ts';
import { EventView, type ListFilter, ListView } from '../views/list-view.tsx';

const Filter = z.object({
  sektor: z.string().max(60).optional().catch(undefined),
  unit: z.string().max(60).optional().catch(undefined),
  peristiwa: z.string().max(60).optional().catch(undefined),
});
type Filter = z.infer<typeof Filter>;

const list = definePage({
  method: 'GET',
  url: '/layanan',
  access: { kind: 'public' },
  query: Filter,
  revision: pageRevision,
  handle: async (ctx, { frame, query }) => {
    const catalogue = await currentCatalogue(ctx);
    const shown = catalogue.services.filter((service) => matches(service, query));
    const sectors = await groupBySector(ctx, catalogue.services);
    const units = await groupByUnit(ctx, catalogue.services);
    const toLines = (services: readonly PublishedService[]) => services.map((service) => lineOf(service, ctx.locale));
    const groups = (await groupBySector(ctx, shown)).map((group) => ({ ...group, services: toLines(group.services) }));
    return html(
      <ListView
        frame={frame}
        total={catalogue.services.length}
        groups={groups}
        filtered={filterName(ctx, query, { sectors, units, catalogue })}
        sectors={filtersOf(sectors, 'sektor', query)}
        units={filtersOf(units, 'unit', query)}
        events={eventFilters(ctx, catalogue, query)}
      />,
    );
  },
});

function matches(service: PublishedService, { sektor, unit, peristiwa }: Filter): boolean {
  if (sektor !== undefined && service.sector !== sektor) return false;
  if (unit !== undefined && unitKeyOf(service) !== unit) return false;
  return peristiwa === undefined || service.lifeEvents.includes(peristiwa);
}

/** The largest sector first; one that region.yaml does not name goes by its own id. */
async function groupBySector(ctx: Context, services: readonly PublishedService[]): Promise<ServiceGroup[]> {
  const { sectors } = await regionTexts(ctx);
  const keys = new Set([...Object.keys(sectors), ...services.map(({ sector }) => sector)]);
  const groups = [...keys].map((key) => {
    const name = sectors[key];
    return {
      key,
      name: name ? say(name, ctx.locale) : key,
      services: services.filter(({ sector }) => sector === key),
    };
  });
  return groups
    .filter((group) => group.services.length > 0)
    .toSorted((a, b) => b.services.length - a.services.length || a.name.localeCompare(b.name));
}

function filterName(
  ctx: Context,
  { sektor, unit, peristiwa }: Filter,
  from: { sectors: readonly ServiceGroup[]; units: readonly ServiceGroup[]; catalogue: Catalogue },
): string | undefined {
  const event = from.catalogue.lifeEvents.find(({ slug }) => slug === peristiwa);
  const names = [
    sektor && (from.sectors.find(({ key }) => key === sektor)?.name ?? sektor),
    unit && (from.units.find(({ key }) => key === unit)?.name ?? unit),
    peristiwa && (event ? say(event.title, ctx.locale) : peristiwa),
  ].filter(Boolean);
  return names.length === 0 ? undefined : names.join(', ');
}

function filtersOf(groups: readonly ServiceGroup[], param: 'sektor' | 'unit', filter: Filter): ListFilter[] {
  return groups.map(({ key, name, services }) => ({
    href: `/layanan?${param}=${encodeURIComponent(key)}`,
    name,
    count: services.length,
    current: filter[param] === key,
  }));
}

function eventFilters(ctx: Context, { lifeEvents, services }: Catalogue, { peristiwa }: Filter): ListFilter[] {
  return lifeEvents.map(({ slug, title }) => ({
    href: `/peristiwa/${slug}`,
    name: say(title, ctx.locale),
    count: services.filter((service) => service.lifeEvents.includes(slug)).length,
    current: peristiwa === slug,
  }));
}

const event = definePage({
  method: 'GET',
  url: '/peristiwa/:slug',
  access: { kind: 'public' },
  params: z.object({ slug: z.string().max(80) }),
  revision: pageRevision,
  handle: async (ctx, { frame, params }) => {
    const { lifeEvents, services } = await currentCatalogue(ctx);
    const found = lifeEvents.find(({ slug }) => slug === params.slug);
    if (!found) throw new AppError('not_found', 'catalogue.event_not_found');
    return html(
      <EventView
        frame={frame}
        event={found}
        services={services
          .filter((service) => service.lifeEvents.includes(found.slug))
          .map((service) => lineOf(service, ctx.locale))}
        others={lifeEvents.filter(({ slug }) => slug !== found.slug)}
      />,
    );
  },
});

export const listRoutes: readonly Route[] = [list, event];
