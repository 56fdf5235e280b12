// The page of a service, its full standard, and what can be taken along.
import { z } from 'zod';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Route } from '../../../platform/http/define.ts';
import { regionTexts } from '../region-texts.ts';
import { pageRevision } from '../revision.ts';
import { type ServiceSheet, sheetOf } from '../sheet.ts';
import { sippnCsv, sippnProfile } from '../sippn.ts';
import { getPublished } from '../snapshot.ts';
import { componentsOf } from '../standard.ts';
import { ServiceView } from '../views/service-view.tsx';
import { SopView } from '../views/sop-view.tsx';
import { PrintView, StandardView } from '../views/standard-view.tsx';

const Slug = z.object({ slug: z.string().max(80) });

const service = definePage({
  method: 'GET',
  url: '/layanan/:slug',
  access: { kind: 'public' },
  params: Slug,
  revision: pageRevision,
  handle: async (ctx, { frame, params }) =>
    html(<ServiceView frame={frame} sheet={await sheetOf(ctx, await getPublished(ctx, params.slug))} />),
});

const standard = definePage({
  method: 'GET',
  url: '/layanan/:slug/standar',
  access: { kind: 'public' },
  params: Slug,
  revision: pageRevision,
  handle: async (ctx, { frame, params }) => {
    const sheet = await sheetOf(ctx, await getPublished(ctx, params.slug));
    const marks = ctx.actor.kind === 'officer' && ctx.actor.permissions.includes('admin');
    const components = componentsOf(sheet, ctx.locale);
    return html(<StandardView frame={frame} sheet={sheet} components={components} marks={marks} />);
  },
});

const sop = definePage({
  method: 'GET',
  url: '/layanan/:slug/sop',
  access: { kind: 'public' },
  params: Slug,
  revision: pageRevision,
  handle: async (ctx, { frame, params }) =>
    html(<SopView frame={frame} sheet={await sheetOf(ctx, await getPublished(ctx, params.slug))} />),
});

const print = definePage({
  method: 'GET',
  url: '/layanan/:slug/cetak',
  access: { kind: 'public' },
  params: Slug,
  revision: pageRevision,
  handle: async (ctx, { frame, params }) => {
    const sheet = await sheetOf(ctx, await getPublished(ctx, params.slug));
    return html(<PrintView frame={frame} sheet={sheet} components={componentsOf(sheet, ctx.locale)} marks={false} />);
  },
});

const sippnJson = definePage({
  method: 'GET',
  url: '/layanan/:slug/sippn.json',
  access: { kind: 'public' },
  params: Slug,
  handle: async (ctx, { params }) => ({
    kind: 'bytes',
    body: `${JSON.stringify(await profileOf(ctx, params.slug), null, 2)}\n`,
    type: 'application/json; charset=utf-8',
    fileName: `sippn-${params.slug}.json`,
  }),
});

const sippnCsvFile = definePage({
  method: 'GET',
  url: '/layanan/:slug/sippn.csv',
  access: { kind: 'public' },
  params: Slug,
  handle: async (ctx, { params }) => ({
    kind: 'bytes',
    body: sippnCsv(await profileOf(ctx, params.slug)),
    type: 'text/csv; charset=utf-8',
    fileName: `sippn-${params.slug}.csv`,
  }),
});

async function profileOf(ctx: Context, slug: string) {
  const indonesian: Context = { ...ctx, locale: 'id' };
  const sheet: ServiceSheet = await sheetOf(indonesian, await getPublished(ctx, slug));
  const { government } = await regionTexts(ctx);
  return sippnProfile(sheet, {
    government: government ? say(government, 'id') : ctx.region.name,
    publicUrl: ctx.config.publicUrl,
  });
}

export const serviceRoutes: readonly Route[] = [service, standard, sop, print, sippnJson, sippnCsvFile];
