// Publishes the services of a region's folder. A file with errors is not published; the rest of the city goes on.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { compileFiles } from '../../definition/load/index.ts';
import { LocalText } from '../../definition/schema.ts';
import type { Context } from '../../platform/context.ts';
import { publishDefinition } from './publish.ts';
import { plainText } from './search/text.ts';
import { bumpRevision } from './store/versions.ts';
import { replaceLifeEvents, replaceSynonyms } from './store/words.ts';

const LifeEvents = z.object({
  'life-events': z.array(z.object({ id: z.string(), title: LocalText, text: LocalText })),
});
const Synonyms = z.object({ synonyms: z.array(z.array(z.string()).min(2)) });

async function readYaml<T>(file: string, shape: z.ZodType<T>): Promise<T | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : shape.parse(parse(text));
}

export async function loadCatalogue(ctx: Context, dir: string): Promise<void> {
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
  for (const { file, definition, findings } of compileFiles([join(dir, 'services')])) {
    if (definition) {
      await publishDefinition(ctx, definition, 'region-load');
      continue;
    }
    for (const { line, code, message } of findings.filter((one) => one.severity === 'error')) {
      ctx.log.error({ file, line, code }, `service not published: ${message}`);
    }
  }
  await bumpRevision(ctx.db); // life events and synonyms changed too: pages kept in memory show them at once
}
