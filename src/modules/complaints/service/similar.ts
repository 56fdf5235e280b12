// What may be the same problem already: the few most likely, with what people need to tell it by.
import type { Context } from '../../../platform/context.ts';
import { areaLookup } from '../../organisation/index.ts';
import { suggest } from '../../triage/index.ts';
import type { Near, PublishedPhoto } from '../types.ts';
import { type NearQuery, nearby } from './nearby.ts';
import { publishedPhotos } from './public.ts';

export interface Similar {
  readonly problem: Near;
  readonly photos: readonly PublishedPhoto[];
  readonly area: string | undefined;
}
const shown = 3;
const likely = 0.5; // the place alone does not make two reports the same

/** Nothing for a report that says neither what nor where. The category is guessed when none was chosen. */
export async function similarTo(ctx: Context, query: NearQuery): Promise<Similar[]> {
  const { text = '', point, area } = query;
  const guessed = query.category || text === '' ? undefined : await suggest(ctx, text);
  const category = query.category || guessed?.categories[0]?.id;
  const where = area || guessed?.area;
  if (!point && !where) return [];
  const found = await nearby(ctx, { ...query, category, area: where, limit: shown });
  const same = found.filter(({ score }) => score >= likely);
  const [photos, areas] = await Promise.all([
    publishedPhotos(
      ctx,
      same.map(({ id }) => id),
    ),
    areaLookup(ctx),
  ]);
  return same.map((problem) => ({
    problem,
    photos: photos.filter(({ problemId, kind }) => problemId === problem.id && kind === 'before'),
    area: problem.areaCode === null ? undefined : areas.name(problem.areaCode),
  }));
}
