// What the label of a scanned asset adds to a report.
import type { Context } from '../../../platform/context.ts';
import { type Asset, findAsset } from '../../assets/index.ts';
import { findCategory } from '../../triage/index.ts';
import type { Intake } from '../types.ts';

/** A label that is worn or unknown leaves an ordinary form. */
export async function scanned(ctx: Context, code: unknown): Promise<Asset | undefined> {
  return typeof code === 'string' && code !== '' ? findAsset(ctx, code) : undefined;
}

/** What the label says about the kind of problem and its place; the words of the person come first. */
export async function labelled(ctx: Context, asset: Asset | undefined): Promise<Pick<Intake, 'point' | 'category'>> {
  if (!asset) return {};
  const category = (await findCategory(ctx, asset.category))?.id;
  return { point: { lat: asset.lat, long: asset.long }, ...(category ? { category } : {}) };
}
