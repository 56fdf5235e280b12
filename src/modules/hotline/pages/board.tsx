// The mayor's board, the lists behind its figures, the comparison and the words of thanks.
import { z } from 'zod';
import { formatPhone } from '../../../lib/phone/phone.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Route } from '../../../platform/http/define.ts';
import { messagesFor } from '../messages.ts';
import { mayorSteps } from '../service/act.ts';
import { readBoard, readElsewhere, readOne } from '../service/board.ts';
import { dutyTonight, emptyNights } from '../service/duty.ts';
import { readTrends } from '../service/trends.ts';
import { boardUrl } from '../views/addresses.ts';
import { BoardView } from '../views/board-view.tsx';
import { ListView, TrendsView } from '../views/list-view.tsx';
import { doneOf } from './done.ts';
import { cardOf, type Names, namesOf } from './present.ts';

const access = { kind: 'officer' } as const;
const onBoard = { needs: 20, thanks: 3 };
const perPage = 20;
const hal = z.coerce.number().int().min(1).max(500).default(1).catch(1);

const Just = z.object({
  kabar: z.enum(mayorSteps).optional().catch(undefined),
  pesan: z.string().max(20).optional().catch(undefined),
});
/** What a tap on the board has just done. */
async function justDone(ctx: Context, { kabar, pesan }: z.infer<typeof Just>, names: Names) {
  const one = kabar && pesan ? await readOne(ctx, pesan) : undefined;
  return one && kabar ? doneOf(ctx, { ...one, names, step: kabar, told: true, from: 'papan' }) : undefined;
}

const board = definePage({
  method: 'GET',
  url: boardUrl,
  access,
  query: Just,
  handle: async (ctx, { frame, query }) => {
    const read = await readBoard(ctx, onBoard);
    const [names, duty, gaps, trends] = await Promise.all([
      namesOf(ctx),
      dutyTonight(ctx),
      emptyNights(ctx),
      readTrends(ctx, messagesFor(ctx.locale).trends.noArea),
    ]);
    return html(
      <BoardView
        frame={frame}
        done={await justDone(ctx, query, names)}
        counts={read.counts}
        needs={read.needs.map((one) => cardOf(ctx, one, names))}
        thanks={read.thanks.map((one) => cardOf(ctx, one, names))}
        duty={duty.map(({ name, phone }) => ({ name, phone: formatPhone(phone), tel: `tel:${phone}` }))}
        gaps={gaps}
        trends={trends}
      />,
    );
  },
});

const pageOf = (page: number) => ({ limit: perPage, offset: (page - 1) * perPage });
function pagingOf(base: string, page: number, count: number) {
  const total = Math.max(1, Math.ceil(count / perPage));
  const to = (other: number) => `${base}hal=${other}`;
  return {
    page: Math.min(page, total),
    total,
    previousHref: page > 1 ? to(page - 1) : undefined,
    nextHref: page < total ? to(page + 1) : undefined,
  };
}

const list = definePage({
  method: 'GET',
  url: `${boardUrl}/daftar`,
  access,
  query: z.object({ tampil: z.enum(['needs', 'heads', 'people', 'closed']).default('needs').catch('needs'), hal }),
  handle: async (ctx, { frame, query }) => {
    const { tampil } = query;
    const { rows, total } = await readElsewhere(ctx, tampil, pageOf(query.hal));
    const names = await namesOf(ctx);
    const cards = rows.map((one) => cardOf(ctx, one, names));
    const title = messagesFor(ctx.locale).elsewhere.titles[tampil];
    const paging = pagingOf(`${boardUrl}/daftar?tampil=${tampil}&`, query.hal, total);
    return html(<ListView frame={frame} title={title} cards={cards} paging={paging} />);
  },
});

const praise = definePage({
  method: 'GET',
  url: `${boardUrl}/terima-kasih`,
  access,
  query: z.object({ hal }),
  handle: async (ctx, { frame, query }) => {
    const { rows, total } = await readElsewhere(ctx, 'thanks', pageOf(query.hal));
    const names = await namesOf(ctx);
    const cards = rows.map((one) => cardOf(ctx, one, names));
    const paging = pagingOf(`${boardUrl}/terima-kasih?`, query.hal, total);
    return html(<ListView frame={frame} {...messagesFor(ctx.locale).praise} cards={cards} paging={paging} />);
  },
});

const trends = definePage({
  method: 'GET',
  url: `${boardUrl}/perbandingan`,
  access,
  handle: async (ctx, { frame }) => {
    const read = await readTrends(ctx, messagesFor(ctx.locale).trends.noArea);
    return html(<TrendsView frame={frame} trends={read} />);
  },
});

export const boardRoutes: readonly Route[] = [board, list, praise, trends];
