// The list for programs: the same filters, RSS, GeoJSON and CSV. Open to every site, kept a minute by whoever asks.
import { createHash } from 'node:crypto';
import type { Context } from '../../../platform/context.ts';
import { definePage, type Incoming, type Reply, type Route } from '../../../platform/http/define.ts';
import { listForMap, listPublished } from '../../complaints/index.ts';
import { entriesAsCsv } from '../feeds/csv.ts';
import { type Entry, entriesOf } from '../feeds/entry.ts';
import { entriesAsGeoJson } from '../feeds/geojson.ts';
import { entriesAsRss } from '../feeds/rss.ts';
import { addressWith, BoardQuery, filterOf } from '../filter.ts';
import { messagesFor } from '../messages.ts';

/** The same bytes have the same tag; whoever has them already gets none. */
export function keptReply({ headers }: Pick<Incoming, 'headers'>, body: string, type: string): Reply {
  const bytes = Buffer.from(body);
  const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
  const same = headers['if-none-match'] === etag;
  return {
    kind: 'bytes',
    body: same ? '' : bytes,
    type,
    status: same ? 304 : 200,
    inline: true,
    headers: {
      etag,
      'cache-control': 'public, max-age=60',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      vary: 'Accept-Encoding, Accept-Language, Cookie',
    },
  };
}

interface Feed {
  readonly url: string;
  readonly limit: number;
  readonly spread?: number; // how many points a map gets at most
  readonly type: string;
  readonly write: (ctx: Context, entries: readonly Entry[], query: BoardQuery) => string;
}
const feeds: readonly Feed[] = [
  {
    url: '/laporan.rss',
    limit: 50,
    type: 'application/rss+xml; charset=utf-8',
    write: (ctx, entries, query) => {
      const words = messagesFor(ctx.locale);
      const { publicUrl } = ctx.config;
      return entriesAsRss(entries, {
        title: `${words.title}, ${ctx.region.name}`,
        description: words.lead,
        page: `${publicUrl}${addressWith('/laporan', query)}`,
        self: `${publicUrl}${addressWith('/laporan.rss', query)}`,
        locale: ctx.locale,
      });
    },
  },
  {
    url: '/laporan.geojson',
    limit: 500,
    spread: 250,
    type: 'application/geo+json; charset=utf-8',
    write: (_ctx, entries) => entriesAsGeoJson(entries),
  },
  {
    url: '/laporan.csv',
    limit: 1000,
    type: 'text/csv; charset=utf-8; header=present',
    write: (ctx, entries) => entriesAsCsv(entries, messagesFor(ctx.locale).columns),
  },
];

function feedRoute({ url, limit, spread, type, write }: Feed): Route {
  return definePage({
    method: 'GET',
    url,
    access: { kind: 'public' },
    query: BoardQuery,
    rateLimit: { name: 'feed', max: 600, perSeconds: 60, sparesLoopback: true },
    handle: async (ctx, incoming) => {
      const { query } = incoming;
      const filter = filterOf(query, { timezone: ctx.region.timezone, now: ctx.clock.now() });
      if (spread !== undefined && filter.box && query.sebar === '1') {
        const { items: shown, thinned } = await listForMap(ctx, filter, spread);
        return keptReply(incoming, entriesAsGeoJson(await entriesOf(ctx, shown), thinned), type);
      }
      const { items, next } = await listPublished(ctx, filter, { limit, after: query.setelah });
      const reply = keptReply(incoming, write(ctx, await entriesOf(ctx, items), query), type);
      if (next === null) return reply;
      const address = `${ctx.config.publicUrl}${addressWith(url, query, next)}`;
      return { ...reply, headers: { ...reply.headers, link: `<${address}>; rel="next"` } };
    },
  });
}

export const feedRoutes: readonly Route[] = feeds.map(feedRoute);
