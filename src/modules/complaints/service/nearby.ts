// Which open problems a new report may be about.
import { metresBetween } from '../../../lib/geo/distance.ts';
import type { Context } from '../../../platform/context.ts';
import { likenessWeights } from '../rules.ts';
import { selectAround, selectInArea } from '../store/near.ts';
import type { Near, Point, PublishedProblem } from '../types.ts';

export interface NearQuery {
  readonly point?: Point | undefined;
  readonly area?: string | undefined; // when no point is known
  readonly category?: string | undefined;
  readonly text?: string | undefined;
  readonly radiusM?: number | undefined; // default 250
  readonly limit?: number | undefined; // default 5
}
const looked = 60; // candidates whose words are compared

/** Open published problems that may be the same, the most likely first. */
export async function nearby(ctx: Context, query: NearQuery): Promise<Near[]> {
  const { point, area, category, limit = 5 } = query;
  const radiusM = Math.min(query.radiusM ?? 250, 1000);
  const at = ctx.clock.now();
  const found = point
    ? await selectAround(ctx.db, { point, radiusM, category, now: at, limit: looked })
    : area === undefined
      ? []
      : await selectInArea(ctx.db, { area, category, limit: looked });
  const now = at.getTime();
  const words = wordsOf(query.text ?? '');
  return found
    .map((problem) => near(problem, { point, category, words, radiusM, now }))
    .filter(({ distanceM }) => distanceM === null || distanceM <= radiusM)
    .sort((a, b) => b.score - a.score || a.code.localeCompare(b.code))
    .slice(0, limit);
}

interface Likeness {
  readonly point: Point | undefined;
  readonly category: string | undefined;
  readonly words: ReadonlySet<string>;
  readonly radiusM: number;
  readonly now: number;
}
type Comparable = Pick<PublishedProblem, 'lat' | 'long' | 'category' | 'updatedAt' | 'title' | 'text'>;
/** How likely it is the same, from 0 to 1, and how far away. */
export function near<P extends Comparable>(
  problem: P,
  { point, category, words, radiusM, now }: Likeness,
): P & Pick<Near, 'distanceM' | 'score'> {
  const { lat, long } = problem;
  const distanceM = point && lat !== null && long !== null ? Math.round(metresBetween(point, { lat, long })) : null;
  const close = distanceM === null ? 0.3 : Math.max(0, 1 - distanceM / radiusM);
  const same = category === undefined || problem.category === null ? 0.5 : likeCategory(category, problem.category);
  const days = (now - problem.updatedAt.getTime()) / 86_400_000;
  const fresh = Math.max(0, 1 - days / 90);
  const alike = words.size === 0 ? 0.5 : overlap(words, wordsOf(`${problem.title} ${problem.text}`));
  const weight = likenessWeights;
  const score = weight.close * close + weight.same * same + weight.fresh * fresh + weight.words * alike;
  return { ...problem, distanceM, score };
}
function likeCategory(a: string, b: string): number {
  if (a === b) return 1;
  return a.split('.')[0] === b.split('.')[0] ? likenessWeights.sameGroup : 0;
}
export function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);
}
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size === 0 || b.size === 0 ? 0 : shared / Math.min(a.size, b.size);
}
