// Where a form is sent to is an address too: reloaded or typed again, it leads back to the page the form stands on.
import { z } from 'zod';
import { definePage, type Route, redirect } from '../../../platform/http/define.ts';

function leadsTo(url: string, page: (number: string) => string): Route {
  return definePage({
    method: 'GET',
    url,
    access: { kind: 'officer' },
    params: z.object({ number: z.string().max(40).default('') }),
    handle: async (_ctx, { params }) => redirect(page(encodeURIComponent(params.number))),
  });
}

const toCase = (number: string): string => `/petugas/berkas/${number}`;
const toInbox = (): string => '/petugas';

export const formAddressRoutes: readonly Route[] = [
  leadsTo('/petugas/berkas/:number/lihat', toCase),
  leadsTo('/petugas/berkas/:number/ambil', toCase),
  leadsTo('/petugas/berkas/:number/kembalikan', toCase),
  leadsTo('/petugas/berkas/:number/pesan', toCase),
  leadsTo('/petugas/berkas/:number/asli', toCase),
  leadsTo('/petugas/berkas/:number/catatan', toCase),
  leadsTo('/petugas/berkas/:number/aksi/:action', toCase),
  leadsTo('/petugas/tanda-tangan-banyak', toInbox),
  leadsTo('/petugas/tanda-tangan-banyak/kirim', toInbox),
];
