// For the administrator: how well reports are sorted, and from what.
import { formatDateTime } from '../../lib/dates/format.ts';
import { definePage, html, type Route, redirect } from '../../platform/http/define.ts';
import { overview, retrain } from './service.ts';
import { TriageView } from './views/triage-view.tsx';

const here = '/petugas/pengelompokan';
const access = { kind: 'officer', permission: 'admin' } as const;

const show = definePage({
  method: 'GET',
  url: here,
  access,
  handle: async (ctx, { frame }) => {
    const style = { timezone: ctx.region.timezone, locale: ctx.locale };
    const found = await overview(ctx);
    const trainings = found.trainings.map((one) => ({ ...one, at: formatDateTime(one.at, style) }));
    return html(<TriageView frame={frame} {...found} trainings={trainings} />);
  },
});

const train = definePage({
  method: 'POST',
  url: here,
  access,
  rateLimit: { name: 'retrain', max: 10, perSeconds: 60 },
  handle: async (ctx) => {
    await retrain(ctx);
    return redirect(here);
  },
});

export const triagePages: readonly Route[] = [show, train];
