// What was done to many at once: who, when, how many, and whether it can still be undone. The same address takes the choice of a new one.
import { formatDateTime } from '../../../lib/dates/format.ts';
import { definePage, html, type Route } from '../../../platform/http/define.ts';
import { findUnitByCode } from '../../organisation/index.ts';
import { listAddress } from '../filter.ts';
import { mayUndoBatch, undoableUntil } from '../rules.ts';
import { savedBatches } from '../service/batch.ts';
import { BatchesView } from '../views/batches-view.tsx';

const batches = definePage({
  method: 'GET',
  url: `${listAddress}/banyak`,
  access: { kind: 'officer' },
  handle: async (ctx, { frame }) => {
    const style = { timezone: ctx.region.timezone, locale: ctx.locale };
    const rows = (await savedBatches(ctx)).map(async ({ batch, who, counts }) => {
      const { what, finishedAt, createdAt } = batch;
      const ended = finishedAt ?? createdAt;
      const open = batch.state === 'done' && (counts.done ?? 0) > 0 && mayUndoBatch(ended, ctx.clock.now());
      const unit = what.kind === 'forward' ? await findUnitByCode(ctx, what.unit) : undefined;
      return {
        ...{ batch, who, counts, unit: unit?.short, when: formatDateTime(createdAt, style) },
        undoableUntil: open ? formatDateTime(undoableUntil(ended), style) : undefined,
      };
    });
    return html(<BatchesView frame={frame} rows={await Promise.all(rows)} />);
  },
});

export const batchesRoutes: readonly Route[] = [batches];
