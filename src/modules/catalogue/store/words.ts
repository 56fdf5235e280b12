import type { Db } from '../../../platform/context.ts';
import { jsonb, only } from '../../../platform/database/index.ts';
import type { LifeEvent } from '../types.ts';

export async function replaceLifeEvents(db: Db, events: readonly LifeEvent[]): Promise<void> {
  await only(db, 'catalogue').deleteFrom('catalogue.lifeEvent').execute();
  const rows = events.map(({ slug, title, summary }, position) => ({
    slug,
    position,
    title: jsonb(JSON.parse(JSON.stringify(title))),
    summary: jsonb(JSON.parse(JSON.stringify(summary))),
  }));
  if (rows.length > 0) await only(db, 'catalogue').insertInto('catalogue.lifeEvent').values(rows).execute();
}
export async function listLifeEvents(db: Db): Promise<LifeEvent[]> {
  const rows = await only(db, 'catalogue')
    .selectFrom('catalogue.lifeEvent')
    .select(['slug', 'title', 'summary'])
    .orderBy('position')
    .execute();
  return rows as unknown as LifeEvent[]; // written by replaceLifeEvents only
}

/** @param groups words that mean the same; each word leads to the others of its group. */
export async function replaceSynonyms(db: Db, groups: readonly (readonly string[])[]): Promise<void> {
  const same = new Map<string, Set<string>>();
  for (const group of groups) {
    for (const word of group) {
      const others = same.get(word) ?? new Set<string>();
      for (const other of group) if (other !== word) others.add(other);
      same.set(word, others);
    }
  }
  await only(db, 'catalogue').deleteFrom('catalogue.synonym').execute();
  const rows = [...same].map(([word, others]) => ({ word, sameAs: [...others] }));
  if (rows.length > 0) await only(db, 'catalogue').insertInto('catalogue.synonym').values(rows).execute();
}
