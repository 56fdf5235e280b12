import type { Context } from '../../platform/context.ts';
import type { SelectGroup } from '../../ui/index.ts';
import { areaLookup } from '../organisation/index.ts';

/** Kelurahan by kecamatan, as the select wants them. */
export async function areaGroups(ctx: Context): Promise<SelectGroup[]> {
  const groups = (await areaLookup(ctx)).list();
  return groups.map((group) => ({
    label: group.name,
    options: group.areas.map(({ code, name }) => ({ value: code, label: name })),
  }));
}
