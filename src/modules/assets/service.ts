// Assets: found by the code on their label, listed for printing labels, brought in from a list that is tried first.
import { AppError } from '../../lib/errors.ts';
import { boxAround, type GeoPoint, metresBetween } from '../../lib/geo/distance.ts';
import type { Context, Officer } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { areaLookup, listUnits } from '../organisation/index.ts';
import { canKeepAssets } from './access.ts';
import { readList } from './import/read-list.ts';
import { whatChanges } from './rules.ts';
import {
  countByKind,
  findByCode,
  findMany,
  listByCode,
  listImports,
  listInBox,
  noteImport,
  retire,
  saveMany,
} from './store.ts';
import type { Asset, ImportProblem, ImportResult, ReadAsset, ReadList } from './types.ts';

function keeper(ctx: Context): Officer {
  if (!canKeepAssets(ctx.actor)) throw new AppError('forbidden', 'assets.keeper_only');
  return ctx.actor;
}

/** A code as people type it: small letters, spaces for hyphens. */
const tidy = (code: string): string =>
  code
    .trim()
    .toUpperCase()
    .replace(/[\s_/.]+/g, '-');

/** @returns undefined when nothing in use has this code. */
export async function findAsset(ctx: Context, code: string): Promise<Asset | undefined> {
  const asset = await findByCode(ctx.db, tidy(code).slice(0, 24));
  return asset?.active ? asset : undefined;
}

const farthest = 100; // metres: whoever stands beside a lamp post is nearer than that

/** The nearest assets to a point, nearest first. */
export async function assetsNear(
  ctx: Context,
  point: GeoPoint,
  limit = 5,
): Promise<readonly { readonly asset: Asset; readonly metres: number }[]> {
  const found = await listInBox(ctx.db, boxAround(point, farthest), 500);
  return found
    .map((asset) => ({ asset, metres: metresBetween(point, asset) }))
    .filter(({ metres }) => metres <= farthest)
    .sort((a, b) => a.metres - b.metres)
    .slice(0, limit);
}

/** How many there are of each kind, and the lists that were brought in. */
export async function overview(ctx: Context) {
  keeper(ctx);
  return { kinds: await countByKind(ctx.db), imports: await listImports(ctx.db) };
}

export async function listAssets(
  ctx: Context,
  filter: { kind?: string | undefined; after?: string | undefined; limit: number },
): Promise<readonly Asset[]> {
  keeper(ctx);
  return listByCode(ctx.db, filter);
}

/** Owners must be units and areas kelurahan of this region; a list may name a kelurahan instead of writing its code. */
async function settle(ctx: Context, list: ReadList): Promise<{ assets: ReadAsset[]; problems: ImportProblem[] }> {
  const owners = new Set((await listUnits(ctx)).filter(({ active }) => active).map(({ code }) => code));
  const areas = await areaLookup(ctx);
  const named = new Map(
    areas.list().flatMap((group) => group.areas.map((area) => [area.name.toLowerCase(), area.code] as const)),
  );
  const codeOf = (given: string) => (areas.has(given) ? given : named.get(given.toLowerCase()));
  const problems = [...list.problems];
  const assets: ReadAsset[] = [];
  for (const { line, asset } of list.assets) {
    const area = asset.areaCode === null ? undefined : codeOf(asset.areaCode);
    if (!owners.has(asset.ownerCode)) problems.push({ line, kind: 'owner', value: asset.ownerCode });
    else if (asset.areaCode !== null && !area) problems.push({ line, kind: 'area', value: asset.areaCode });
    else assets.push({ ...asset, areaCode: area ?? null });
  }
  return { assets, problems: problems.sort((a, b) => a.line - b.line) };
}

const batch = 1000;

async function differences(ctx: Context, assets: readonly ReadAsset[]) {
  const added: ReadAsset[] = [];
  const changed: ReadAsset[] = [];
  let same = 0;
  for (let at = 0; at < assets.length; at += batch) {
    const part = assets.slice(at, at + batch);
    const known = await findMany(
      ctx.db,
      part.map(({ code }) => code),
    );
    const found = whatChanges(known, part);
    added.push(...found.added);
    changed.push(...found.changed);
    same += found.same;
  }
  return { added, changed, same };
}

/** What bringing this list in would do; nothing is changed. @throws invalid `assets.unreadable`, `assets.empty`, `assets.too_many` */
export async function tryImport(ctx: Context, text: string): Promise<ImportResult> {
  keeper(ctx);
  const { assets, problems } = await settle(ctx, readList(text));
  const { added, changed, same } = await differences(ctx, assets);
  return { added: added.length, changed: changed.length, same, problems };
}

/** Brings the good rows in, all or nothing; the same list again changes nothing. */
export async function importAssets(ctx: Context, text: string, fileName: string): Promise<ImportResult> {
  const officer = keeper(ctx);
  const { assets, problems } = await settle(ctx, readList(text));
  return inTransaction(ctx, async (ctx) => {
    const { added, changed, same } = await differences(ctx, assets);
    const saved = [...added, ...changed];
    const at = ctx.clock.now();
    for (let from = 0; from < saved.length; from += batch) await saveMany(ctx.db, saved.slice(from, from + batch), at);
    const counted = { added: added.length, changed: changed.length, same };
    const note = { id: newId(), at, officerId: officer.id, fileName: fileName.slice(0, 120), ...counted };
    if (saved.length > 0) await noteImport(ctx.db, note);
    return { ...counted, problems };
  });
}

/** Takes an asset out of use; its label then leads to an ordinary report form. @throws not_found */
export async function retireAsset(ctx: Context, code: string): Promise<void> {
  keeper(ctx);
  if (!(await retire(ctx.db, tidy(code), ctx.clock.now()))) throw new AppError('not_found', 'assets.not_found');
}
