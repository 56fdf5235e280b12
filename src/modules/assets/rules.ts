// What a list would change. Pure.
import type { Asset, ReadAsset } from './types.ts';

const compared = ['kind', 'name', 'category', 'ownerCode', 'areaCode', 'place', 'lat', 'long'] as const;

export function whatChanges(
  before: readonly Asset[],
  given: readonly ReadAsset[],
): { readonly added: ReadAsset[]; readonly changed: ReadAsset[]; readonly same: number } {
  const known = new Map(before.map((asset) => [asset.code, asset]));
  const added: ReadAsset[] = [];
  const changed: ReadAsset[] = [];
  for (const asset of given) {
    const old = known.get(asset.code);
    if (!old) added.push(asset);
    else if (!old.active || compared.some((key) => old[key] !== asset[key])) changed.push(asset);
  }
  return { added, changed, same: given.length - added.length - changed.length };
}
