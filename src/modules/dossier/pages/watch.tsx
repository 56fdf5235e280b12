// Watching, stopping, adding a colleague, and the list of what one watches.
import { z } from 'zod';
import { stateOf } from '../../../definition/workflow/position.ts';
import { formatShortDate } from '../../../lib/dates/format.ts';
import { say } from '../../../lib/locale.ts';
import { definePage, html, type Route, redirect } from '../../../platform/http/define.ts';
import { watchedCases } from '../service/dossier.ts';
import { addWatcher, stopWatching, watchCaseOf } from '../service/watch.ts';
import { type Back, backs } from '../views/box-view.tsx';
import { ListView } from '../views/list-view.tsx';

const access = { kind: 'officer' } as const;
const params = z.object({ number: z.string().max(40) });
const Body = z.object({ kembali: z.enum(backs).default('berkas').catch('berkas') });

const list = definePage({
  method: 'GET',
  url: '/petugas/pantauan',
  access,
  handle: async (ctx, { frame }) => {
    const style = { timezone: ctx.region.timezone, locale: ctx.locale };
    const watched = await watchedCases(ctx);
    const rows = watched.map(({ target, definition, watch, news }) => ({
      number: target.number,
      service: say(definition.title, ctx.locale),
      status: target.state.status,
      state: say(stateOf(definition, target.state.state).label, ctx.locale),
      news,
      since: formatShortDate(watch.at, style),
    }));
    return html(<ListView frame={frame} rows={rows} />);
  },
});

function addressOf(number: string, back: Back): string {
  if (back === 'daftar') return '/petugas/pantauan';
  return `${back === 'laporan' ? '/kerja/laporan' : '/petugas/berkas'}/${encodeURIComponent(number)}#pantau`;
}

const begin = definePage({
  method: 'POST',
  url: '/petugas/berkas/:number/pantau',
  access,
  params,
  body: Body,
  handle: async (ctx, { params, body }) => {
    await watchCaseOf(ctx, params.number);
    return redirect(addressOf(params.number, body.kembali));
  },
});
const stop = definePage({
  method: 'POST',
  url: '/petugas/berkas/:number/berhenti-pantau',
  access,
  params,
  body: Body,
  handle: async (ctx, { params, body }) => {
    await stopWatching(ctx, params.number);
    return redirect(addressOf(params.number, body.kembali));
  },
});
const add = definePage({
  method: 'POST',
  url: '/petugas/berkas/:number/pantau-rekan',
  access,
  params,
  body: Body.extend({ rekan: z.uuid() }),
  handle: async (ctx, { params, body }) => {
    await addWatcher(ctx, params.number, body.rekan);
    return redirect(addressOf(params.number, body.kembali));
  },
});

/** A form's address, reloaded or typed again, leads back to the case. */
const leadsBack = (step: string): Route =>
  definePage({
    method: 'GET',
    url: `/petugas/berkas/:number/${step}`,
    access,
    params,
    handle: async (_ctx, { params }) => redirect(`/petugas/berkas/${encodeURIComponent(params.number)}`),
  });

export const watchRoutes: readonly Route[] = [
  list,
  begin,
  stop,
  add,
  ...['pantau', 'berhenti-pantau', 'pantau-rekan', 'lepas-taut'].map(leadsBack),
];
