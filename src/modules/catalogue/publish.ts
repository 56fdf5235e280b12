// Publishing: a definition whose content changed becomes a new immutable version and the one in force.
import { definitionHash } from '../../definition/compiler/index.ts';
import type { ServiceDefinition } from '../../definition/schema.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { plainText } from './search/text.ts';
import { type Phrase, replacePhrases } from './store/search.ts';
import { bumpRevision, findLatest, insertVersion, upsertService } from './store/versions.ts';

/** Texts a search should find the service by: names, description and the words people use. */
function searchTextOf(definition: ServiceDefinition): string {
  const { title, summary, words, standard } = definition;
  return [title.id, title.en, summary.id, summary.en, standard.product.id, ...words].filter(Boolean).join(' \n');
}

/** Each name people use for it, on its own; the words of the summary only help with spelling. */
function phrasesOf({ title, summary, words }: ServiceDefinition): Phrase[] {
  const names = [title.id, title.en ?? '', ...words].map(plainText);
  const phrases = new Map(names.filter(Boolean).map((phrase) => [phrase, 1]));
  for (const text of [summary.id, summary.en ?? ''].map(plainText))
    if (text && !phrases.has(text)) phrases.set(text, 0);
  return [...phrases].map(([phrase, weight]) => ({ phrase, weight }));
}

/** Publishes when the content differs from the last version. @returns true when a new version was made. Call in a transaction. */
export async function publishDefinition(
  ctx: Context,
  definition: ServiceDefinition,
  publishedBy: string,
): Promise<boolean> {
  const hash = definitionHash(definition);
  const latest = await findLatest(ctx.db, definition.service);
  const isNew = latest?.hash !== hash;
  const id = isNew ? newId() : latest.id;
  if (isNew) {
    const version = (latest?.version ?? 0) + 1;
    await insertVersion(ctx.db, {
      id,
      service: definition.service,
      version,
      hash,
      publishedAt: ctx.clock.now(),
      definition,
      publishedBy,
    });
  }
  await upsertService(ctx.db, {
    slug: definition.service,
    versionId: id,
    sector: definition.sector,
    unitCode: definition.unit.code ?? null,
    unitKind: definition.unit.kind ?? null,
    lifeEvents: definition.lifeEvents,
    popularity: definition.popularity,
    titleId: definition.title.id,
    searchText: searchTextOf(definition),
  });
  await replacePhrases(ctx.db, definition.service, phrasesOf(definition));
  if (isNew) await bumpRevision(ctx.db);
  return isNew;
}
