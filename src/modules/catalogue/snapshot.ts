// Everything published, in memory. One indexed look-up per request asks for the revision, so a new version shows at once in
// every process; requests that wait at the same moment share that look-up.
import { AppError } from '../../lib/errors.ts';
import type { Context, Platform } from '../../platform/context.ts';
import type { EventBus } from '../../platform/events.ts';
import { listClosings } from './store/closings.ts';
import { listEntries, listVersions, readRevision } from './store/versions.ts';
import { listLifeEvents } from './store/words.ts';
import type { Catalogue, PublishedService, ServiceVersion } from './types.ts';

interface Memory {
  asking: Promise<unknown>;
  next: Promise<number> | undefined;
  catalogue: Catalogue | undefined;
}
// The event bus is made once per platform and is the same object inside transactions, so it stands for the platform.
const memories = new WeakMap<EventBus, Map<string, Memory>>();

/** The number of the last publication, read after this call began: never an old one. */
export function freshRevision(platform: Platform): Promise<number> {
  if (platform.db.isTransaction) return readRevision(platform.db);
  const memory = memoryOf(platform);
  memory.next ??= memory.asking.then(() => {
    const asked = readRevision(platform.db);
    memory.next = undefined;
    memory.asking = asked.catch(() => undefined); // whoever waits for it hears of the failure
    return asked;
  });
  return memory.next;
}

/** All services now in force, most used first, and the life events. */
export async function currentCatalogue(ctx: Context): Promise<Catalogue> {
  const revision = await freshRevision(ctx);
  const memory = memoryOf(ctx);
  if (memory.catalogue?.revision === revision) return memory.catalogue;
  const catalogue = await readCatalogue(ctx, revision, memory.catalogue);
  // A transaction may see rows that are never committed, so what it reads stays with it.
  if (!ctx.db.isTransaction) memory.catalogue = catalogue;
  return catalogue;
}

/** The published service. @throws not_found for an unknown one. */
export async function getPublished(ctx: Context, slug: string): Promise<PublishedService> {
  const service = (await currentCatalogue(ctx)).bySlug.get(slug);
  if (!service) throw new AppError('not_found', 'catalogue.service_not_found');
  return service;
}

async function readCatalogue(ctx: Context, revision: number, known: Catalogue | undefined): Promise<Catalogue> {
  const entries = await listEntries(ctx.db);
  const versions = new Map<string, ServiceVersion>(
    [...(known?.bySlug.values() ?? [])].map(({ version }) => [version.id, version]),
  );
  const missing = entries.map(({ versionId }) => versionId).filter((id) => !versions.has(id));
  for (const version of await listVersions(ctx.db, missing)) versions.set(version.id, version);
  const closings = await listClosings(ctx.db);
  const all = entries.flatMap((entry): PublishedService[] => {
    const version = versions.get(entry.versionId);
    const closing = closings.get(entry.slug);
    return version ? [{ ...entry, version, ...(closing ? { closing } : {}) }] : [];
  });
  return {
    revision,
    services: all.filter(({ closing }) => closing?.kind !== 'retired'),
    bySlug: new Map(all.map((service) => [service.slug, service])),
    lifeEvents: await listLifeEvents(ctx.db),
  };
}

function memoryOf(platform: Platform): Memory {
  const regions = memories.get(platform.events) ?? new Map<string, Memory>();
  memories.set(platform.events, regions);
  const memory = regions.get(platform.region.id) ?? {
    asking: Promise.resolve(),
    next: undefined,
    catalogue: undefined,
  };
  regions.set(platform.region.id, memory);
  return memory;
}
