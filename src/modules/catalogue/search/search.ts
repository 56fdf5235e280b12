// Search in everyday words: spelling, other words for the same, then names and stems compared in PostgreSQL.
import type { Context } from '../../../platform/context.ts';
import type { EventBus } from '../../../platform/events.ts';
import { freshRevision } from '../snapshot.ts';
import { compareServices, findKnownWords, findSynonyms, type Hit, listLikeWords } from '../store/search.ts';
import { planSearch, runsOf } from './plan.ts';
import { closestWord } from './spelling.ts';
import { meaningWords, plainQuery } from './text.ts';

export interface SearchResult {
  /** Slugs, best first. */
  readonly found: readonly string[];
  /** Services that may have been meant, when nothing was found. */
  readonly nearest: readonly string[];
  /** The query with its typing mistakes put right, when there were any. */
  readonly meant?: string;
}

const mostFound = 12;
const mostNearest = 3;
// Measured on the everyday queries of search.int.test.ts. Found is a service that covers about half of what was asked, or is
// called nearly so; the tail far behind the best shares only a word like "surat" with the query. What is less is a suggestion.
const enoughCovered = 0.45;
const enoughAlike = 0.62;
const leastShareOfBest = 0.5;
const suggestCovered = 0.15;
const suggestAlike = 0.4;

/** Services for a query of any length and content. An empty query finds nothing. */
export async function searchServices(ctx: Context, query: string): Promise<SearchResult> {
  const typed = plainQuery(query);
  if (typed === '') return { found: [], nearest: [] };
  if (ctx.db.isTransaction) return searchPlain(ctx, typed);
  const key = `${ctx.region.id}/${await freshRevision(ctx)}/${typed}`;
  const answers = answersOf(ctx.events);
  const answer = answers.get(key) ?? (await searchPlain(ctx, typed));
  answers.delete(key); // written again: what is asked often stays
  answers.set(key, answer);
  for (const oldest of answers.keys()) if (answers.size > mostAnswers) answers.delete(oldest);
  return answer;
}

// Many people ask the same: an answer holds until something is published. The event bus stands for the platform.
const memories = new WeakMap<EventBus, Map<string, SearchResult>>();
const mostAnswers = 1000;
function answersOf(events: EventBus): Map<string, SearchResult> {
  const answers = memories.get(events) ?? new Map<string, SearchResult>();
  memories.set(events, answers);
  return answers;
}

async function searchPlain(ctx: Context, typed: string): Promise<SearchResult> {
  const words = meaningWords(typed);
  const spelled = await spell(ctx, words);
  const synonyms = await findSynonyms(ctx.db, runsOf(spelled));
  const hits = await compareServices(ctx.db, planSearch(typed, spelled, synonyms));
  const ranked = hits.map((hit) => ({ ...hit, score: scoreOf(hit) })).toSorted(byScore);
  const best = ranked[0]?.score ?? 0;
  const found = ranked.filter(
    ({ score, covered, phrase }) =>
      score >= best * leastShareOfBest && (covered >= enoughCovered || phrase >= enoughAlike),
  );
  const near = ranked.filter(({ covered, phrase }) => covered >= suggestCovered || phrase >= suggestAlike);
  const meant = spelled.join(' ') === words.join(' ') ? undefined : spelled.join(' ');
  return {
    found: found.slice(0, mostFound).map(({ slug }) => slug),
    nearest: found.length > 0 ? [] : near.slice(0, mostNearest).map(({ slug }) => slug),
    ...(meant === undefined ? {} : { meant }),
  };
}

/** One of its names counts most, then how much of the query it covers; use decides between equals ("pindah rumah"). */
export function scoreOf({ phrase, covered, titled, popularity }: Hit): number {
  return phrase + 0.5 * covered + 0.35 * titled + popularity / 2000;
}

function byScore(a: { slug: string; score: number }, b: { slug: string; score: number }): number {
  return b.score - a.score || (a.slug < b.slug ? -1 : 1);
}

async function spell(ctx: Context, words: readonly string[]): Promise<string[]> {
  const known = await findKnownWords(ctx.db, words);
  const corrected: string[] = [];
  for (const word of words) {
    const meant = known.has(word) || /\d/.test(word) ? word : closestWord(word, await listLikeWords(ctx.db, word));
    corrected.push(meant ?? word);
  }
  return corrected;
}
