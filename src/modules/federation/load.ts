// The region's partners with servers of their own. A region without the file has none.
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../../platform/context.ts';
import { checked, listUnits, readYaml } from '../organisation/index.ts';
import { listCategories, listGroups } from '../triage/index.ts';
import { replacePartners } from './store/partners.ts';
import { type PartnerEntry, PartnersFile } from './types.ts';

const fileName = 'partners.yaml';

export async function loadPartners(ctx: Context, dir: string): Promise<void> {
  const path = join(dir, 'complaints', fileName);
  const there = await access(path).then(
    () => true,
    () => false,
  );
  const { partners } = there ? checked(PartnersFile, await readYaml(path)) : { partners: [] };
  await checkNames(ctx, partners);
  await replacePartners(ctx.db, partners);
}

/** Every unit and category named is one of the region's; a unit has one server. */
async function checkNames(ctx: Context, partners: readonly PartnerEntry[]): Promise<void> {
  const units = new Set((await listUnits(ctx)).map(({ code }) => code));
  const categories = (await listCategories(ctx)).map(({ id }) => id);
  const names = new Set(['*', ...categories, ...(await listGroups(ctx)).map(({ id }) => id), ...groupsOf(categories)]);
  const seen = new Set<string>();
  for (const { unit, services } of partners) {
    if (!units.has(unit)) throw wrong(unit, `no unit "${unit}"`);
    if (seen.has(unit)) throw wrong(unit, 'there are two of this unit');
    seen.add(unit);
    const stray = Object.keys(services).find((name) => !names.has(name));
    if (stray !== undefined) throw wrong(unit, `no category "${stray}"`);
  }
}

const groupsOf = (categories: readonly string[]): string[] => categories.map((id) => id.split('.')[0] ?? id);

function wrong(place: string, problem: string): AppError {
  return new AppError('invalid', 'organisation.content_wrong', { params: { file: fileName, place, problem } });
}
