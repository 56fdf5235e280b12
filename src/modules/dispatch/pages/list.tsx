// The list of reports for whoever sorts or handles them.
import { z } from 'zod';
import { parseCaseNumber } from '../../../lib/case-number.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Route } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import { getForOfficer } from '../../cases/index.ts';
import { countQueued, deskFigures, figureCap, listQueue, queueCountCap } from '../../complaints/index.ts';
import { countNews } from '../../dossier/index.ts';
import { getUnit, mapGround } from '../../organisation/index.ts';
import { filterOf, ListQuery, listAddress, type Show } from '../filter.ts';
import { mayUndo } from '../rules.ts';
import { choices } from '../service/choices.ts';
import { forwardedAt } from '../service/forward.ts';
import { listRows, mapRows } from '../service/rows.ts';
import type { ShownFigures } from '../views/figures.tsx';
import { flashes, type ListFlash, ListView } from '../views/list-view.tsx';

const shownAtOnce = 20;
const shownOnMap = 200;

/** What is shown when nothing was chosen: what waits for this officer. */
function firstShow(ctx: Context): Show {
  if (sorts(ctx)) return 'urut';
  return holds(ctx, 'petugas') || holds(ctx, 'kadis') ? 'dinas' : 'tawaran';
}
const holds = (ctx: Context, wanted: string): boolean =>
  ctx.actor.kind === 'officer' && ctx.actor.memberships.some(({ role }) => role === wanted);
const sorts = (ctx: Context): boolean => holds(ctx, 'verifikator');

async function flashOf(ctx: Context, query: z.infer<typeof Query>): Promise<ListFlash | undefined> {
  if (query.kabar === 'pilih') return { code: 'pilih', number: '', undo: undefined };
  const number = parseCaseNumber(query.berkas ?? '');
  if (!query.kabar || !number) return undefined;
  const { kabar: code } = query;
  if (code !== 'diteruskan') return { code, number, undo: undefined };
  try {
    const since = await forwardedAt(ctx, await getForOfficer(ctx, number));
    return { code, number, undo: since && mayUndo(since, ctx.clock.now()) ? newId() : undefined };
  } catch (error) {
    if (error instanceof AppError) return undefined; // no seat there: nothing is said about it
    throw error;
  }
}

const Query = ListQuery.extend({
  kabar: z.enum(flashes).optional().catch(undefined),
  berkas: z.string().max(40).optional().catch(undefined),
});
const shown = (count: number): string => (count >= queueCountCap ? `${queueCountCap - 1}+` : String(count));

async function shownFigures(ctx: Context): Promise<ShownFigures> {
  const { offices, misrouted, days } = await deskFigures(ctx);
  const atMost = (count: number) => (count >= figureCap ? `${figureCap - 1}+` : String(count));
  const rows = await Promise.all(
    offices.map(async ({ unitId, open, late }) => {
      const { code, short } = await getUnit(ctx, unitId);
      return { code, name: short, open: atMost(open), late: atMost(late) };
    }),
  );
  const percent = new Intl.NumberFormat(ctx.locale, { style: 'percent', maximumFractionDigits: 1 });
  return { offices: rows, misrouted: misrouted === undefined ? undefined : percent.format(misrouted), days };
}

const list = definePage({
  method: 'GET',
  url: listAddress,
  access: { kind: 'officer' },
  tiles: true,
  query: Query,
  handle: async (ctx, { frame, query }) => {
    const show = query.tampil ?? firstShow(ctx);
    const filter = await filterOf(ctx, query, show);
    const onMap = query.peta === '1';
    const [counts, page, options, flash, figures, news] = await Promise.all([
      countQueued(ctx),
      listQueue(ctx, filter, { limit: onMap ? shownOnMap : shownAtOnce, after: query.lanjut }),
      choices(ctx),
      flashOf(ctx, query),
      shownFigures(ctx),
      countNews(ctx),
    ]);
    const rows = await (onMap ? mapRows : listRows)(ctx, page.rows);
    return html(
      <ListView
        frame={frame}
        query={query}
        show={show}
        counts={{
          danger: shown(counts.danger),
          toSort: shown(counts.toSort),
          late: shown(counts.late),
          waiting: shown(counts.waiting),
        }}
        {...options}
        rows={rows.map((row) => ({ ...row, requestId: newId() }))}
        next={page.next}
        flash={flash}
        figures={figures}
        bulk={sorts(ctx)}
        news={news}
        ground={await mapGround(ctx)}
      />,
    );
  },
});

export const listRoutes: readonly Route[] = [list];
