// Publishing: a definition whose content changed becomes a new immutable version and the one in force.
import { definitionHash } from '../../definition/compiler/index.ts';
import type { ServiceDefinition } from '../../definition/schema.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { plainText } from './search/text.ts';
import { findPlan, insertPlan, insertServiceEvent } from './store/closings.ts';
import { type Phrase, replacePhrases } from './store/search.ts';
import { bumpRevision, insertVersion, listVersionLines, lockInForce, upsertService } from './store/versions.ts';
import type { PlannedVersion, ServiceVersion } from './types.ts';

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

export interface Publication {
  readonly definition: ServiceDefinition;
  readonly publishedBy: string; // officer id, or 'region-load'
  /** Later than now: the version is made, and waits. */
  readonly effectiveAt?: Date | undefined;
}
export interface Published {
  readonly versionId: string;
  readonly version: number;
  readonly isNew: boolean; // false: this content is in force already
}

/** Makes the next immutable version without putting it in force. Call in a transaction that holds the service. */
async function makeVersion(ctx: Context, publication: Publication, hash: string): Promise<ServiceVersion> {
  const { definition, publishedBy } = publication;
  const [latest] = await listVersionLines(ctx.db, definition.service);
  const version: ServiceVersion = {
    id: newId(),
    service: definition.service,
    version: (latest?.version ?? 0) + 1,
    hash,
    publishedAt: publication.effectiveAt ?? ctx.clock.now(),
    definition,
  };
  await insertVersion(ctx.db, { ...version, publishedBy });
  return version;
}

/** Points the service at this version: pages, search and new applications follow. Call in a transaction. */
export async function putInForce(ctx: Context, { id, definition }: Pick<ServiceVersion, 'id' | 'definition'>) {
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
}

/**
 * Publishes now, or plans for later. The content that is in force already makes no new version.
 * Call in a transaction. @throws conflict `catalogue.plan_open` while another version waits for its time.
 */
export async function publishVersion(ctx: Context, publication: Publication): Promise<Published> {
  const { definition, publishedBy, effectiveAt } = publication;
  const hash = definitionHash(definition);
  const inForce = await lockInForce(ctx.db, definition.service);
  if (effectiveAt === undefined && inForce?.hash === hash) {
    // Written again all the same: a newer program may take other words from the same content.
    await putInForce(ctx, { id: inForce.id, definition });
    return { versionId: inForce.id, version: inForce.version, isNew: false };
  }
  const made = await makeVersion(ctx, publication, hash);
  const record = { id: newId(), slug: made.service, at: ctx.clock.now(), actor: publishedBy, versionId: made.id };
  if (effectiveAt === undefined) {
    await putInForce(ctx, made);
    await insertServiceEvent(ctx.db, { ...record, kind: 'published', details: { version: made.version } });
    await bumpRevision(ctx.db);
  } else {
    await plan(ctx, { versionId: made.id, slug: made.service, effectiveAt, plannedBy: publishedBy });
    const details = { version: made.version, effectiveAt: effectiveAt.toISOString() };
    await insertServiceEvent(ctx.db, { ...record, kind: 'planned', details });
  }
  return { versionId: made.id, version: made.version, isNew: true };
}

async function plan(ctx: Context, planned: Omit<PlannedVersion, 'id'>): Promise<void> {
  if (await findPlan(ctx.db, planned.slug)) throw new AppError('conflict', 'catalogue.plan_open');
  await insertPlan(ctx.db, { id: newId(), ...planned, plannedAt: ctx.clock.now() });
  await ctx.jobs.add(ctx.db, 'catalogue.put_in_force', {}, { runAt: planned.effectiveAt });
}

/** Publishes when the content differs from what is in force. @returns true when a new version was made. Call in a transaction. */
export async function publishDefinition(
  ctx: Context,
  definition: ServiceDefinition,
  publishedBy: string,
): Promise<boolean> {
  return (await publishVersion(ctx, { definition, publishedBy })).isNew;
}
