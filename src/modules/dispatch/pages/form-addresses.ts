// Where a form is sent to is an address too: reloaded or typed again, it leads back to the page the form stands on.
import { z } from 'zod';
import { definePage, type Route, redirect } from '../../../platform/http/define.ts';
import { listAddress } from '../filter.ts';

function leadsBack(url: string): Route {
  return definePage({
    method: 'GET',
    url,
    access: { kind: 'officer' },
    params: z.object({ number: z.string().max(40).default('') }),
    handle: async (_ctx, { params }) =>
      redirect(params.number === '' ? listAddress : `${listAddress}/${encodeURIComponent(params.number)}`),
  });
}

export const formAddressRoutes: readonly Route[] = [
  'teruskan',
  'urungkan',
  'gabung',
  'lepas',
  'catatan',
  'jawab',
  'terima',
  'tolak-alih',
  'bukan-wewenang',
].map((step) => leadsBack(`/kerja/laporan/:number/${step}`));
