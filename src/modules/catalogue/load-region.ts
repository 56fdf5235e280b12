// Publishes the services of a region's folder. A file with errors is not published; the rest of the city goes on.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { definitionHash } from '../../definition/compiler/index.ts';
import { compileFiles } from '../../definition/load/index.ts';
import { LocalText, type ServiceDefinition } from '../../definition/schema.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import type { LoadOptions } from '../../platform/module.ts';
import { publishDefinition } from './publish.ts';
import { plainText } from './search/text.ts';
import { insertServiceEvent } from './store/closings.ts';
import { bumpRevision, listEntries, listVersions, lockInForce } from './store/versions.ts';
import { replaceLifeEvents, replaceSynonyms } from './store/words.ts';

const LifeEvents = z.object({
  'life-events': z.array(z.object({ id: z.string(), title: LocalText, text: LocalText })),
});
const Synonyms = z.object({ synonyms: z.array(z.array(z.string()).min(2)) });

async function readYaml<T>(file: string, shape: z.ZodType<T>): Promise<T | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : shape.parse(parse(text));
}

export async function loadCatalogue(ctx: Context, dir: string, options: LoadOptions): Promise<void> {
  const events = await readYaml(join(dir, 'life-events.yaml'), LifeEvents);
  if (events)
    await replaceLifeEvents(
      ctx.db,
      events['life-events'].map(({ id, title, text }) => ({ slug: id, title, summary: text })),
    );
  const words = await readYaml(join(dir, 'synonyms.yaml'), Synonyms);
  if (words)
    await replaceSynonyms(
      ctx.db,
      words.synonyms.map((group) => [...new Set(group.map(plainText))]),
    );
  const inForce = await definitionsInForce(ctx);
  for (const { file, definition, findings } of compileFiles([join(dir, 'services')], undefined, inForce)) {
    if (definition) {
      if (options.overwrite || !(await isDeskVersion(ctx, definition)))
        await publishDefinition(ctx, definition, loadedBy);
      continue;
    }
    for (const { line, code, message } of findings.filter((one) => one.severity === 'error')) {
      ctx.log.error({ file, line, code }, `service not published: ${message}`);
    }
  }
  await bumpRevision(ctx.db); // life events and synonyms changed too: pages kept in memory show them at once
}

const loadedBy = 'region-load';

/**
 * A file of the region is a proposal: a version somebody published at the desk stays in force until a newer one is published
 * there, or `region load --force` says otherwise. What was kept out is said, once per load.
 */
async function isDeskVersion(ctx: Context, definition: ServiceDefinition): Promise<boolean> {
  const { service } = definition;
  const inForce = await lockInForce(ctx.db, service);
  const isOurs = inForce === undefined || inForce.publishedBy === loadedBy;
  const hash = definitionHash(definition);
  if (isOurs || inForce.hash === hash) return false;
  ctx.log.warn({ service, version: inForce.version }, 'kept the version published at the desk; the file differs');
  await insertServiceEvent(ctx.db, {
    id: newId(),
    slug: service,
    at: ctx.clock.now(),
    kind: 'region-file-kept-out',
    actor: loadedBy,
    versionId: inForce.id,
    details: { hash },
  });
  return true;
}

/** What a file may not contradict: a question keeps its type for ever (L24-X015). */
async function definitionsInForce(ctx: Context): Promise<(service: string) => ServiceDefinition | undefined> {
  const entries = await listEntries(ctx.db);
  const versions = await listVersions(
    ctx.db,
    entries.map(({ versionId }) => versionId),
  );
  const byService = new Map(versions.map(({ service, definition }) => [service, definition]));
  return (service) => byService.get(service);
}
