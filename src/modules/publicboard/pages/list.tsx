// The list for people and, without header and footer, for other sites. No cookie: neither page holds a form that changes anything.
import { localDateOf } from '../../../lib/dates/local-date.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Route } from '../../../platform/http/define.ts';
import { EmbedPage, type SelectGroup } from '../../../ui/index.ts';
import { listPublished, openByArea } from '../../complaints/index.ts';
import { areaLookup, boundaries, mapGround } from '../../organisation/index.ts';
import { listCategories, listGroups } from '../../triage/index.ts';
import { entriesOf } from '../feeds/entry.ts';
import { BoardQuery, filterOf, isFiltered } from '../filter.ts';
import { messagesFor } from '../messages.ts';
import { type CountedAreas, Sketch } from '../views/areas-view.tsx';
import { Entries } from '../views/entries-view.tsx';
import { ListView } from '../views/list-view.tsx';

const shownAtOnce = 20;
const inEmbed = 5;

/** What may be told in public has a kind to choose; the secret kinds never show anything. */
async function categoryChoices(ctx: Context): Promise<SelectGroup[]> {
  const categories = (await listCategories(ctx)).filter(({ confidential }) => !confidential);
  return (await listGroups(ctx))
    .map((group) => ({
      label: say(group.name, ctx.locale),
      options: categories
        .filter((category) => category.group === group.id)
        .map(({ id, name }) => ({ value: id, label: say(name, ctx.locale) })),
    }))
    .filter(({ options }) => options.length > 0);
}
async function areaChoices(ctx: Context): Promise<SelectGroup[]> {
  return (await areaLookup(ctx)).list().map(({ name, areas }) => ({
    label: name,
    options: areas.map((area) => ({ value: area.code, label: area.name })),
  }));
}
/** The kelurahan with their open problems, and their outlines where the region has drawn them. */
async function countedAreas(ctx: Context): Promise<CountedAreas> {
  const { outlines = [], coast = [] } = (await boundaries(ctx)) ?? {};
  return { outlines, coast, counts: await openByArea(ctx), groups: await areaChoices(ctx) };
}
/** The month before that of today, in the region's own time. */
function lastMonth(ctx: Context): string {
  const [year = 0, month = 0] = localDateOf(ctx.clock.now(), ctx.region.timezone).split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

const list = definePage({
  method: 'GET',
  url: '/laporan',
  access: { kind: 'public' },
  query: BoardQuery,
  tiles: true,
  handle: async (ctx, { frame, query }) => {
    const filter = filterOf(query, { timezone: ctx.region.timezone, now: ctx.clock.now() });
    const { items, next } = await listPublished(ctx, filter, { limit: shownAtOnce, after: query.setelah });
    const { publicUrl } = ctx.config;
    return html(
      <ListView
        frame={frame}
        query={query}
        entries={await entriesOf(ctx, items)}
        next={next}
        categories={await categoryChoices(ctx)}
        areas={await areaChoices(ctx)}
        ground={await mapGround(ctx)}
        counted={await countedAreas(ctx)}
        month={lastMonth(ctx)}
        publicUrl={publicUrl}
      />,
    );
  },
});

const embed = definePage({
  method: 'GET',
  url: '/laporan/sisipan',
  access: { kind: 'public' },
  query: BoardQuery,
  framed: true,
  handle: async (ctx, { frame, query }) => {
    const filter = filterOf(query, { timezone: ctx.region.timezone, now: ctx.clock.now() });
    const { items } = await listPublished(ctx, filter, { limit: inEmbed });
    const words = messagesFor(ctx.locale);
    const counted = await countedAreas(ctx);
    return html(
      <EmbedPage frame={frame} title={words.embed.title}>
        <h1>{words.embed.title}</h1>
        {counted.outlines.length > 0 && (
          <div class="boardmap boardmap-small">
            <Sketch {...counted} query={query} away />
          </div>
        )}
        {items.length === 0 && <p>{isFiltered(query) ? words.empty : words.none}</p>}
        <Entries entries={await entriesOf(ctx, items)} frame={frame} away />
        <p>
          <a href="/laporan" target="_blank" rel="noopener">
            {words.embed.all}
          </a>
        </p>
      </EmbedPage>,
    );
  },
});

export const listRoutes: readonly Route[] = [list, embed];
