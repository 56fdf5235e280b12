import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';
import type { Candidate } from '../search/spelling.ts';

export interface Phrase {
  readonly phrase: string;
  readonly weight: number;
}
export interface Hit {
  readonly slug: string;
  readonly phrase: number; // how much one of its names is like the query, 0 to about 1.25
  readonly covered: number; // share of the query's parts found in its texts, by stem; rare parts count more
  readonly titled: number; // the same in its title
  readonly popularity: number;
}

export async function replacePhrases(db: Db, slug: string, phrases: readonly Phrase[]): Promise<void> {
  await only(db, 'catalogue').deleteFrom('catalogue.searchPhrase').where('slug', '=', slug).execute();
  const rows = phrases.map((row) => ({ slug, ...row }));
  if (rows.length > 0) await only(db, 'catalogue').insertInto('catalogue.searchPhrase').values(rows).execute();
}

/** Which of these words occur in any service or synonym. */
export async function findKnownWords(db: Db, words: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ word: string }>`
    select distinct word from (${vocabulary}) as vocabulary(word) where word = any(${[...words]}::text[])`.execute(db);
  return new Set(rows.map(({ word }) => word));
}

/** Words of names and synonyms that look like a mistyped one, the most alike first. */
export async function listLikeWords(db: Db, typed: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select word, max(similarity(word, ${typed}))::float8 as likeness
    from (${namingWords}) as vocabulary(word)
    where length(word) > 2 and (similarity(word, ${typed}) > 0.2 or starts_with(word, ${typed}))
    group by word order by likeness desc, word limit 30`.execute(db);
  return rows;
}
const vocabulary = sql`
  select unnest(string_to_array(phrase, ' ')) from catalogue.search_phrase
  union all select unnest(string_to_array(word, ' ')) from catalogue.synonym`;
const namingWords = sql`
  select unnest(string_to_array(phrase, ' ')) from catalogue.search_phrase where weight > 0
  union all select unnest(string_to_array(word, ' ')) from catalogue.synonym`;

/** Other words for these words and phrases. */
export async function findSynonyms(db: Db, words: readonly string[]): Promise<Map<string, string[]>> {
  if (words.length === 0) return new Map();
  const rows = await only(db, 'catalogue')
    .selectFrom('catalogue.synonym')
    .select(['word', 'sameAs'])
    .where('word', 'in', [...words])
    .execute();
  return new Map(rows.map(({ word, sameAs }) => [word, sameAs]));
}

/**
 * Every service compared with the plan; ranking is decided by the caller. Materialized on purpose: joined inline, the
 * comparisons were done again for each service (measured: 900 ms instead of 30).
 */
export async function compareServices(
  db: Db,
  plan: {
    readonly sayings: readonly { text: string; weight: number }[];
    readonly parts: readonly { part: number; text: string }[];
  },
): Promise<Hit[]> {
  const { sayings, parts } = plan;
  const { rows } = await sql<Hit>`
    with saying as (
      select * from unnest(${sayings.map((one) => one.text)}::text[], ${sayings.map((one) => one.weight)}::real[]) as t(text, weight)
    ), part as (
      select part, plainto_tsquery('indonesian', text) as query
      from unnest(${parts.map((one) => one.part)}::int[], ${parts.map((one) => one.text)}::text[]) as t(part, text)
    ), found as materialized (
      select service.slug, part.part, bool_or(service.search_vector @@ part.query) as anywhere,
        bool_or(ts_filter(service.search_vector, '{a}') @@ part.query) as in_title
      from catalogue.service cross join part group by service.slug, part.part
    ), rarity as (
      -- a word of every second service ("surat") says little, one that none has ("nelayan") says what is missing
      select part, ln(1 + count(*)::float8 / (1 + count(*) filter (where anywhere))) as worth from found group by part
    ), covering as materialized (
      select slug, (coalesce(sum(worth) filter (where anywhere), 0) / sum(worth))::float8 as covered,
        (coalesce(sum(worth) filter (where in_title), 0) / sum(worth))::float8 as titled
      from found join rarity using (part) group by slug
    ), likeness as materialized (
      select phrase.slug, phrase.phrase, phrase.weight * saying.weight as weight, saying.text,
        similarity(saying.text, phrase.phrase) as alike
      from catalogue.search_phrase as phrase cross join saying where phrase.weight > 0
    ), naming as materialized (
      -- the dearer comparison only where the two share letters at all
      select slug, max(weight * (alike + 0.25 * word_similarity(phrase, text)))::float8 as phrase
      from likeness where alike > 0.15 group by slug
    )
    select service.slug, service.popularity, coalesce(covering.covered, 0) as covered,
      coalesce(covering.titled, 0) as titled, coalesce(naming.phrase, 0) as phrase
    from catalogue.service
      left join covering on covering.slug = service.slug
      left join naming on naming.slug = service.slug`.execute(db);
  return rows;
}
