// Content and trained model of a region in memory; every second one small query asks whether they are still the latest.
import type { Context } from '../../platform/context.ts';
import type { EventBus } from '../../platform/events.ts';
import { textsOf } from './classify/measure.ts';
import { type Model, train } from './classify/model.ts';
import { glossaryOf } from './classify/tokens.ts';
import { findContent, findRevision, findUsed, listLabels } from './store.ts';
import type { Category, Content } from './types.ts';

export interface Known {
  readonly token: string;
  readonly revision: string;
  readonly loadedAt: Date;
  readonly content: Content;
  readonly byId: ReadonlyMap<string, Category>;
  readonly model: Model;
}
interface Memory {
  known: Known | undefined;
  checkedAt: number;
  asking?: Promise<Known | undefined> | undefined;
}
const checkEveryMs = 1000;
// The bus is made once per platform and is the same object inside transactions.
const memories = new WeakMap<EventBus, Map<string, Memory>>();

export const phrasesOf = ({ name, keywords, words }: Category): string[] => [name.id, ...keywords, ...words];

/** @returns undefined for a region without categories. */
export async function knownOf(ctx: Context): Promise<Known | undefined> {
  const regions = memories.get(ctx.events) ?? new Map<string, Memory>();
  memories.set(ctx.events, regions);
  const memory = regions.get(ctx.region.id) ?? { known: undefined, checkedAt: Number.NEGATIVE_INFINITY };
  regions.set(ctx.region.id, memory);
  if (memory.known && performance.now() - memory.checkedAt < checkEveryMs) return memory.known;
  // Right after the start a list of a thousand rows asks a thousand times at once: the model is trained for all of them together. A
  // transaction asks for itself: it holds a connection, and would wait for others that wait for one.
  if (ctx.db.isTransaction) return look(ctx, memory);
  if (memory.known === undefined && memory.asking) return memory.asking;
  memory.asking = look(ctx, memory).finally(() => {
    memory.asking = undefined;
  });
  return memory.asking;
}

async function look(ctx: Context, memory: Memory): Promise<Known | undefined> {
  memory.checkedAt = performance.now();
  const revision = await findRevision(ctx.db);
  if (revision === undefined) return undefined;
  const used = await findUsed(ctx.db, revision);
  const token = `${revision} ${used?.id ?? ''}`;
  if (memory.known?.token !== token) memory.known = await read(ctx, { token, revision, labels: used?.labels ?? 0 });
  return memory.known;
}

async function read(
  ctx: Context,
  { token, revision, labels }: { token: string; revision: string; labels: number },
): Promise<Known | undefined> {
  const found = await findContent(ctx.db);
  if (!found) return undefined;
  const { body: content, loadedAt } = found;
  const corrected = labels === 0 ? [] : await listLabels(ctx.db, labels);
  const categories = content.categories.map((category) => ({ id: category.id, phrases: phrasesOf(category) }));
  const model = train(textsOf(categories, [...content.labelled, ...corrected]), glossaryOf(content.glossary));
  return { token, revision, loadedAt, content, byId: new Map(content.categories.map((one) => [one.id, one])), model };
}
