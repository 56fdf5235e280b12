// The administrator's list and labels, and the page behind a label.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { formatDateTime } from '../../lib/dates/format.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../platform/http/define.ts';
import { areaLookup, findUnitByCode } from '../organisation/index.ts';
import { messagesFor } from './messages.ts';
import { findAsset, importAssets, listAssets, overview, retireAsset, tryImport } from './service.ts';
import { AssetView, UnknownAssetView } from './views/asset-view.tsx';
import { LabelsView } from './views/labels-view.tsx';
import { ListView, type Outcome } from './views/list-view.tsx';

const here = '/petugas/aset';
const access = { kind: 'officer', permission: 'admin' } as const;
const labelsPerPrint = 60;

interface Shown {
  readonly outcome?: Outcome | undefined;
  readonly error?: string | undefined;
}

async function show(ctx: Context, { frame }: Pick<Incoming, 'frame'>, { outcome, error }: Shown = {}): Promise<Reply> {
  const { kinds, imports } = await overview(ctx);
  const style = { timezone: ctx.region.timezone, locale: ctx.locale };
  const past = imports.map((one) => ({ ...one, at: formatDateTime(one.at, style) }));
  const view = <ListView frame={frame} kinds={kinds} past={past} outcome={outcome} error={error} />;
  return html(view, error === undefined ? 200 : 422);
}

const list = definePage({
  method: 'GET',
  url: here,
  access,
  handle: (ctx, incoming) => show(ctx, incoming),
});

const bringIn = definePage({
  method: 'POST',
  url: here,
  access,
  multipart: { maxFiles: 1, maxBytes: 20_000_000 },
  body: z.object({ langkah: z.enum(['coba', 'masukkan']).catch('coba') }),
  handle: async (ctx, incoming) => {
    const [file] = incoming.files;
    if (!file) return show(ctx, incoming, { error: messagesFor(ctx.locale).noFile });
    const text = await readFile(file.path, 'utf8');
    const applied = incoming.body.langkah === 'masukkan';
    try {
      const result = applied ? await importAssets(ctx, text, file.fileName) : await tryImport(ctx, text);
      return await show(ctx, incoming, { outcome: { applied, result } });
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      return show(ctx, incoming, { error: incoming.sentence(error) });
    }
  },
});

const Code = z.object({ asset: z.string().max(40) });
const takeOut = definePage({
  method: 'POST',
  url: `${here}/:asset/lepas`,
  access,
  params: Code,
  handle: async (ctx, { params }) => {
    await retireAsset(ctx, params.asset);
    return redirect(here);
  },
});

/** Where a form was sent to is an address too. */
const takeOutAddress = definePage({
  method: 'GET',
  url: `${here}/:asset/lepas`,
  access,
  params: Code,
  handle: async () => redirect(here),
});

const labels = definePage({
  method: 'GET',
  url: `${here}/label`,
  access,
  query: z.object({ jenis: z.string().max(40).optional(), sesudah: z.string().max(40).optional() }),
  handle: async (ctx, { frame, query }) => {
    const kind = query.jenis;
    const assets = await listAssets(ctx, { kind, after: query.sesudah, limit: labelsPerPrint });
    const drawn = assets.map(({ code, name, place }) => ({
      ...{ code, name, place },
      address: `${ctx.config.publicUrl}/label/${code}`,
    }));
    const last = assets.length === labelsPerPrint ? assets.at(-1)?.code : undefined;
    const next = last && `${here}/label?${new URLSearchParams({ ...(kind ? { jenis: kind } : {}), sesudah: last })}`;
    return html(<LabelsView frame={frame} labels={drawn} nextHref={next} backHref={here} />);
  },
});

const label = definePage({
  method: 'GET',
  url: '/label/:asset',
  access: { kind: 'public' },
  params: Code,
  rateLimit: { name: 'asset', max: 120, perSeconds: 60 },
  handle: async (ctx, { frame, params }) => {
    const asset = await findAsset(ctx, params.asset);
    // A worn label must not end a report: the form is offered without what the label would have filled in.
    if (!asset) return html(<UnknownAssetView frame={frame} />, 404);
    const owner = await findUnitByCode(ctx, asset.ownerCode);
    const area = asset.areaCode === null ? undefined : (await areaLookup(ctx)).name(asset.areaCode);
    return html(<AssetView frame={frame} asset={asset} owner={owner?.label} area={area} />);
  },
});

export const assetRoutes: readonly Route[] = [list, bringIn, takeOut, takeOutAddress, labels, label];
