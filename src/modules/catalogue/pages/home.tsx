// The home page and what hangs on it: search, help, the declaration.
import { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Route } from '../../../platform/http/define.ts';
import { calendarFor, listUnits } from '../../organisation/index.ts';
import { lineOf } from '../lines.ts';
import { openingRows } from '../opening.ts';
import { type RegionTexts, regionTexts } from '../region-texts.ts';
import { pageRevision } from '../revision.ts';
import { searchServices } from '../search/search.ts';
import { longestQuery } from '../search/text.ts';
import { currentCatalogue } from '../snapshot.ts';
import type { Catalogue } from '../types.ts';
import { HelpView } from '../views/help-view.tsx';
import { HomeView } from '../views/home-view.tsx';
import { MaklumatView } from '../views/maklumat-view.tsx';
import { SearchView } from '../views/search-view.tsx';

const tiles = 6;

const home = definePage({
  method: 'GET',
  url: '/',
  access: { kind: 'public' },
  revision: pageRevision,
  handle: async (ctx, { frame }) => {
    const catalogue = await currentCatalogue(ctx);
    const texts = await regionTexts(ctx);
    const complaint = complaintSlug(catalogue, texts);
    const popular = catalogue.services.filter(({ slug }) => slug !== complaint).slice(0, tiles);
    const mayor = texts.hotline !== undefined && catalogue.bySlug.has(texts.hotline.service);
    return html(
      <HomeView
        frame={frame}
        popular={popular.map((service) => lineOf(service, ctx.locale))}
        count={catalogue.services.length}
        events={catalogue.lifeEvents}
        complaint={complaint}
        mayor={mayor}
        whatsapp={whatsappLink(texts)}
        emergency={texts.contact.emergency}
      />,
    );
  },
});

const search = definePage({
  method: 'GET',
  url: '/cari',
  access: { kind: 'public' },
  query: z.object({ q: z.string().catch('') }),
  rateLimit: { name: 'search', max: 240, perSeconds: 60 }, // a village may share one address
  handle: async (ctx, { frame, query }) => {
    const text = query.q.slice(0, longestQuery).replace(/\s+/g, ' ').trim();
    const catalogue = await currentCatalogue(ctx);
    const { found, nearest, meant } = await searchServices(ctx, text);
    return html(
      <SearchView
        frame={frame}
        query={text}
        found={linesOf(ctx, catalogue, found)}
        nearest={linesOf(ctx, catalogue, nearest)}
        popular={found.length > 0 ? [] : catalogue.services.slice(0, 3).map((service) => lineOf(service, ctx.locale))}
        meant={meant}
        events={catalogue.lifeEvents}
        complaint={complaintSlug(catalogue, await regionTexts(ctx))}
      />,
    );
  },
});

const help = definePage({
  method: 'GET',
  url: '/bantuan',
  access: { kind: 'public' },
  revision: pageRevision,
  handle: async (ctx, { frame }) => {
    const texts = await regionTexts(ctx);
    const { calendar } = await calendarFor(ctx, { code: '', kind: '' });
    const offices = (await listUnits(ctx)).filter(({ details }) => details.address ?? details.phone);
    return html(
      <HelpView
        frame={frame}
        texts={texts}
        whatsapp={whatsappLink(texts)}
        opening={openingRows(calendar, ctx.locale)}
        offices={offices}
      />,
    );
  },
});

const maklumat = definePage({
  method: 'GET',
  url: '/maklumat',
  access: { kind: 'public' },
  revision: pageRevision,
  handle: async (ctx, { frame }) => html(<MaklumatView frame={frame} texts={await regionTexts(ctx)} />),
});

/** Pages for people may be found by search engines; what belongs to one person may not. */
const robots = definePage({
  method: 'GET',
  url: '/robots.txt',
  access: { kind: 'public' },
  handle: async () => {
    const closed = ['/api/', '/permohonan/', '/lacak/', '/petugas', '/tampilan', '/verifikasi/', '/cari', '/gaya'];
    const body = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), ''].join('\n');
    return { kind: 'bytes', body, type: 'text/plain; charset=utf-8', inline: true };
  },
});

function linesOf(ctx: Context, { bySlug }: Catalogue, slugs: readonly string[]) {
  return slugs.flatMap((slug) => {
    const service = bySlug.get(slug);
    return service ? [lineOf(service, ctx.locale)] : [];
  });
}

/** The region's complaint service, when it is published. */
export function complaintSlug({ bySlug }: Catalogue, { complaints }: RegionTexts): string | undefined {
  return complaints.service !== undefined && bySlug.has(complaints.service) ? complaints.service : undefined;
}

function whatsappLink({ complaints }: RegionTexts): string | undefined {
  return complaints.channels.find((channel) => channel.url?.startsWith('https://wa.me/'))?.url;
}

export const homeRoutes: readonly Route[] = [home, search, help, maklumat, robots];
