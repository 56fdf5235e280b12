// Figures of a month that is over: problems opened in it, per category, unit and how they ended. Only what everybody may see is counted.
import { z } from 'zod';
import { localDateOf, startOfLocalDay } from '../../../lib/dates/local-date.ts';
import { AppError } from '../../../lib/errors.ts';
import { definePage, type Route } from '../../../platform/http/define.ts';
import { countPublished } from '../../complaints/index.ts';
import { getUnit } from '../../organisation/index.ts';
import { csvOf } from '../feeds/csv.ts';
import { messagesFor } from '../messages.ts';
import { shownCount } from '../month.ts';
import { keptReply } from './feeds.ts';

const Address = z.object({ file: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])\.csv$/) });

const month = definePage({
  method: 'GET',
  url: '/laporan/data/:file',
  access: { kind: 'public' },
  params: Address,
  handle: async (ctx, incoming) => {
    const month = incoming.params.file.slice(0, 7);
    const { timezone } = ctx.region;
    const [year = 0, number = 0] = month.split('-').map(Number);
    const following = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
    if (localDateOf(ctx.clock.now(), timezone) < `${following}-01`)
      throw new AppError('not_found', 'publicboard.no_month');
    const counted = await countPublished(ctx, {
      from: startOfLocalDay(`${month}-01`, timezone),
      until: startOfLocalDay(`${following}-01`, timezone),
    });
    const { columns, unknown } = messagesFor(ctx.locale);
    const head = [columns.month, columns.category, columns.unit, columns.status, columns.closedHow, columns.count];
    const rows = await Promise.all(
      counted.map(async ({ category, unitId, status, closedHow, count }) => [
        ...[month, category ?? unknown, (await getUnit(ctx, unitId)).code, status, closedHow],
        shownCount(count),
      ]),
    );
    return keptReply(incoming, csvOf([head, ...rows]), 'text/csv; charset=utf-8; header=present');
  },
});

export const monthRoutes: readonly Route[] = [month];
