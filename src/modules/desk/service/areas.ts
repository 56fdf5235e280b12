import type { Context } from '../../../platform/context.ts';
import type { SelectGroup } from '../../../ui/index.ts';
import { areaLookup } from '../../organisation/index.ts';

/** Kelurahan by kecamatan, for the rare step whose form asks for an area. */
export async function areaGroups(ctx: Context): Promise<SelectGroup[]> {
  const groups = (await areaLookup(ctx)).list();
  return groups.map(({ name, areas }) => ({
    label: name,
    options: areas.map((area) => ({ value: area.code, label: area.name })),
  }));
}
