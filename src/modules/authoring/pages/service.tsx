// One service at the desk: what is in force, what is being written, what happened; closing and opening it.
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { cancelPlan, resumeService, retireService, suspendService } from '../../catalogue/index.ts';
import { readers } from '../access.ts';
import { flashCodes } from '../messages.ts';
import { beginDraft } from '../service/drafts.ts';
import { overviewOf } from '../service/overview.ts';
import { ServiceView, type ServiceViewProps } from '../views/service-view.tsx';
import { baseOf, draftBase } from '../views/shell.tsx';

export const Slug = z.object({ slug: z.string().max(80) });
export const Flashed = z.object({ kabar: z.enum(flashCodes).optional().catch(undefined) });

interface Shown {
  readonly slug: string;
  readonly flash?: ServiceViewProps['flash'];
  readonly error?: string;
  readonly status?: number;
}
async function showService(ctx: Context, { frame }: Pick<Incoming, 'frame'>, shown: Shown): Promise<Reply> {
  const overview = await overviewOf(ctx, shown.slug);
  const view = <ServiceView frame={frame} {...overview} flash={shown.flash} error={shown.error} />;
  return html(view, shown.status ?? 200);
}

const show = definePage({
  method: 'GET',
  url: '/petugas/layanan/:slug',
  access: { kind: 'officer', permission: readers },
  params: Slug,
  query: Flashed,
  handle: (ctx, incoming) => showService(ctx, incoming, { slug: incoming.params.slug, flash: incoming.query.kabar }),
});

const begin = definePage({
  method: 'POST',
  url: '/petugas/layanan/:slug/konsep',
  access: { kind: 'officer', permission: 'author' },
  params: Slug,
  handle: async (ctx, { params }) => redirect(`${draftBase((await beginDraft(ctx, params.slug)).service)}/isi/texts`),
});

/** Reloaded or typed again, the address of a form leads back to the page it stands on. */
export function leadsTo(url: string, access: Route['options']['access'], page: (slug: string) => string): Route {
  return definePage({
    method: 'GET',
    url,
    access,
    params: Slug,
    handle: async (_ctx, { params }) => redirect(page(encodeURIComponent(params.slug))),
  });
}

const Body = z.object({
  reason: z.string().max(1000).default(''),
  reasonEn: z.string().max(1000).default(''),
  reopens: z.string().max(20).default(''),
  successor: z.string().max(80).default(''),
});
type Body = z.infer<typeof Body>;

function act(path: string, kabar: string, run: (ctx: Context, slug: string, body: Body) => Promise<void>): Route[] {
  const url = `/petugas/layanan/:slug/${path}`;
  const access = { kind: 'officer', permission: 'publish' } as const;
  const post = definePage({
    method: 'POST',
    url,
    access,
    params: Slug,
    body: Body,
    handle: async (ctx, incoming) => {
      const { slug } = incoming.params;
      try {
        await run(ctx, slug, incoming.body);
      } catch (error) {
        if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
        return showService(ctx, incoming, { slug, error: incoming.sentence(error), status: 422 });
      }
      return redirect(`${baseOf(slug)}?kabar=${kabar}`);
    },
  });
  return [post, leadsTo(url, access, baseOf)];
}

const reasonOf = ({ reason, reasonEn }: Body) => ({
  id: reason.trim(),
  ...(reasonEn.trim() === '' ? {} : { en: reasonEn.trim() }),
});

export const serviceRoutes: readonly Route[] = [
  show,
  begin,
  leadsTo('/petugas/layanan/:slug/konsep', { kind: 'officer', permission: readers }, baseOf),
  ...act('tutup', 'tutup', (ctx, slug, body) =>
    suspendService(ctx, slug, { reason: reasonOf(body), reopensOn: body.reopens }),
  ),
  ...act('pensiun', 'tutup', (ctx, slug, body) =>
    retireService(ctx, slug, { reason: reasonOf(body), successor: body.successor }),
  ),
  ...act('buka', 'buka', (ctx, slug) => resumeService(ctx, slug)),
  ...act('batal-jadwal', 'batal', (ctx, slug) => cancelPlan(ctx, slug)),
];
