import { z } from 'zod';
import { formatDateTime } from '../../../lib/dates/format.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import { getForOfficer } from '../../cases/index.ts';
import { getOfficers } from '../../identity/index.ts';
import { linkCases, linksOf, unlinkCases } from '../service/links.ts';
import { linkKinds } from '../types.ts';
import { LinksView, type LinksViewProps, linkFlashes } from '../views/links-view.tsx';

const access = { kind: 'officer' } as const;
const params = z.object({ number: z.string().max(40) });
const RequestId = z.string().min(1).max(200);

type Showing = Partial<Pick<LinksViewProps, 'typed' | 'flash' | 'requestId'>>;
async function show(ctx: Context, { frame }: Pick<Incoming, 'frame'>, number: string, showing: Showing) {
  const target = await getForOfficer(ctx, number);
  const links = await linksOf(ctx, target);
  const people = await getOfficers(
    ctx,
    links.history.map(({ step }) => step.officerId),
  );
  const style = { timezone: ctx.region.timezone, locale: ctx.locale };
  const history = links.history.map((linked) => ({
    linked,
    who: people.get(linked.step.officerId)?.name ?? '',
    time: formatDateTime(linked.step.at, style),
  }));
  const { typed, flash, requestId = newId() } = showing;
  const view = { frame, caseId: target.id, number: target.number, links, history, requestId, typed, flash };
  return html(<LinksView {...view} />, typed ? 422 : 200);
}

const page = definePage({
  method: 'GET',
  url: '/petugas/berkas/:number/taut',
  access,
  params,
  query: z.object({ kabar: z.enum(linkFlashes).optional().catch(undefined) }),
  handle: (ctx, incoming) => show(ctx, incoming, incoming.params.number, { flash: incoming.query.kabar }),
});

const link = definePage({
  method: 'POST',
  url: '/petugas/berkas/:number/taut',
  access,
  params,
  body: z.object({
    nomor: z.string().max(80).default(''),
    jenis: z.enum(linkKinds).default('related').catch('related'),
    alasan: z.string().max(2000).default(''),
    requestId: RequestId,
  }),
  handle: async (ctx, incoming): Promise<Reply> => {
    const { params, body, sentence } = incoming;
    const { nomor: other, jenis: kind, alasan: reason, requestId } = body;
    try {
      await linkCases(ctx, { number: params.number, other, kind, reason, requestId });
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      const field = error.code === 'dossier.reason_short' ? 'alasan' : 'nomor';
      const typed = { other, kind, reason, error: { field, message: sentence(error) } } as const;
      return show(ctx, incoming, params.number, { typed, requestId });
    }
    return redirect(`/petugas/berkas/${encodeURIComponent(params.number)}/taut?kabar=ditautkan`);
  },
});

const unlink = definePage({
  method: 'POST',
  url: '/petugas/berkas/:number/lepas-taut',
  access,
  params,
  body: z.object({ nomor: z.string().max(80), requestId: RequestId }),
  handle: async (ctx, { params, body }) => {
    await unlinkCases(ctx, { number: params.number, other: body.nomor, requestId: body.requestId });
    return redirect(`/petugas/berkas/${encodeURIComponent(params.number)}/taut?kabar=dilepas`);
  },
});

export const linkRoutes: readonly Route[] = [page, link, unlink];
