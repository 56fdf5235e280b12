// The mayor's board, the lists behind its figures, the comparison and the words of thanks.
import { z } from 'zod';
import { formatPhone } from '../../../lib/phone/phone.ts';
import { definePage, html, type Route } from '../../../platform/http/define.ts';
import { messagesFor } from '../messages.ts';
import { readBoard, readElsewhere } from '../service/board.ts';
import { dutyTonight } from '../service/duty.ts';
import { readTrends } from '../service/trends.ts';
import { boardUrl } from '../views/addresses.ts';
import { BoardView } from '../views/board-view.tsx';
import { ListView, TrendsView } from '../views/list-view.tsx';
import { cardOf, namesOf } from './present.ts';

const access = { kind: 'officer' } as const;
const onBoard = { needs: 20, thanks: 3 };
const onList = 100;

const board = definePage({
  method: 'GET',
  url: boardUrl,
  access,
  handle: async (ctx, { frame }) => {
    const read = await readBoard(ctx, onBoard);
    const [names, duty, trends] = await Promise.all([
      namesOf(ctx),
      dutyTonight(ctx),
      readTrends(ctx, messagesFor(ctx.locale).trends.noArea),
    ]);
    return html(
      <BoardView
        frame={frame}
        counts={read.counts}
        needs={read.needs.map((one) => cardOf(ctx, one, names))}
        thanks={read.thanks.map((one) => cardOf(ctx, one, names))}
        duty={duty.map(({ name, phone }) => ({ name, phone: formatPhone(phone), tel: `tel:${phone}` }))}
        trends={trends}
      />,
    );
  },
});

const list = definePage({
  method: 'GET',
  url: `${boardUrl}/daftar`,
  access,
  query: z.object({ tampil: z.enum(['needs', 'heads', 'people', 'closed']).default('needs').catch('needs') }),
  handle: async (ctx, { frame, query }) => {
    const { tampil } = query;
    const rows =
      tampil === 'needs'
        ? (await readBoard(ctx, { needs: onList, thanks: 0 })).needs
        : await readElsewhere(ctx, tampil, onList);
    const names = await namesOf(ctx);
    const cards = rows.map((one) => cardOf(ctx, one, names));
    return html(<ListView frame={frame} title={messagesFor(ctx.locale).elsewhere.titles[tampil]} cards={cards} />);
  },
});

const praise = definePage({
  method: 'GET',
  url: `${boardUrl}/terima-kasih`,
  access,
  handle: async (ctx, { frame }) => {
    const { thanks } = await readBoard(ctx, { needs: 0, thanks: onList });
    const names = await namesOf(ctx);
    const cards = thanks.map((one) => cardOf(ctx, one, names));
    return html(<ListView frame={frame} {...messagesFor(ctx.locale).praise} cards={cards} />);
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
