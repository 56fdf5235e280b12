// Suggestions while somebody writes, and learning from what officers put right.
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { areaLookup, findUnitByCode, type Unit, unitForArea } from '../organisation/index.ts';
import { canSeeTraining } from './access.ts';
import { dangerIn } from './classify/danger.ts';
import { measure } from './classify/measure.ts';
import { classify } from './classify/model.ts';
import { scrub } from './gate/scan.ts';
import { knownOf, phrasesOf } from './memory.ts';
import { countLabels, findUsed, insertLabel, insertTraining, listLabels, listTrainings } from './store.ts';
import type { Category, Content, Suggestion, Training } from './types.ts';

/** In the order of the file; empty for a region without categories. */
export async function listCategories(ctx: Context): Promise<readonly Category[]> {
  return (await knownOf(ctx))?.content.categories ?? [];
}
export async function listGroups(ctx: Context): Promise<Content['groups']> {
  return (await knownOf(ctx))?.content.groups ?? [];
}
export async function findCategory(ctx: Context, id: string): Promise<Category | undefined> {
  return (await knownOf(ctx))?.byId.get(id);
}
/** When the list of categories changed last; for caches and change marks. */
export async function categoriesChangedAt(ctx: Context): Promise<Date | undefined> {
  return (await knownOf(ctx))?.loadedAt;
}

const suggested = 3;
/** A text that shares no word with any category has equal shares: then nothing is suggested. */
const leastShare = 0.03;

/** Nothing is stored. A few milliseconds. */
export async function suggest(ctx: Context, text: string): Promise<Suggestion> {
  const known = await knownOf(ctx);
  const danger = dangerIn(text);
  const area = await areaNamedIn(ctx, text);
  if (!known) return { categories: [], danger, area };
  const categories = classify(known.model, text.slice(0, 4000))
    .filter(({ share, because }) => share >= leastShare && because.length > 0)
    .slice(0, suggested)
    .flatMap(({ id, share, because }) => {
      const category = known.byId.get(id);
      if (!category) return [];
      const { name, agency, fallback, priority } = category;
      return [{ id, name, agency, fallback, priority, share, because }];
    });
  return { categories, danger, area };
}

/** The kelurahan whose name stands in the text; undefined when none or several do. */
async function areaNamedIn(ctx: Context, text: string): Promise<string | undefined> {
  const spoken = ` ${text.toLowerCase().replace(/[^\p{L}]+/gu, ' ')} `;
  const areas = (await areaLookup(ctx)).list().flatMap((group) => group.areas);
  const named = areas.filter(({ name }) => spoken.includes(` ${name.toLowerCase()} `));
  return named.length === 1 ? named[0]?.code : undefined;
}

/** Who answers for a category at a place: its agency, the unit of the place, or the fallback when the reporter names no unit. */
export async function ownerOf(
  ctx: Context,
  category: Pick<Category, 'agency' | 'fallback'>,
  area: string | undefined,
): Promise<Unit | undefined> {
  const { agency, fallback } = category;
  const unit =
    (await findUnitByCode(ctx, agency)) ?? (area === undefined ? undefined : await unitForArea(ctx, agency, area));
  return unit ?? (fallback === undefined ? undefined : findUnitByCode(ctx, fallback));
}

/** An officer has put a report into the category where it belongs: learned from at the next training, without personal data. */
export async function recordLabel(
  ctx: Context,
  { text, category }: { readonly text: string; readonly category: string },
): Promise<void> {
  const known = await knownOf(ctx);
  if (!known?.byId.has(category)) return;
  const guessed = classify(known.model, text)[0]?.id ?? null;
  const officerId = ctx.actor.kind === 'officer' ? ctx.actor.id : null;
  const at = ctx.clock.now();
  await insertLabel(ctx.db, { id: newId(), text: scrub(text).slice(0, 4000), category, guessed, officerId, at });
}

const mayBeWorseBy = 0.02;

/**
 * Trains with everything corrected so far and measures on texts left out. A training that does worse than the one in use is kept in the
 * list and not used. @throws forbidden for whoever is no administrator, not_found without categories
 */
export async function retrain(ctx: Context): Promise<Training> {
  if (!canSeeTraining(ctx.actor)) throw new AppError('forbidden', 'triage.admin_only');
  const known = await knownOf(ctx);
  if (!known) throw new AppError('not_found', 'triage.no_categories');
  const { content, revision, model } = known;
  const labels = await countLabels(ctx.db);
  const examples = [...content.labelled, ...(await listLabels(ctx.db, labels))];
  const categories = content.categories.map((category) => ({ id: category.id, phrases: phrasesOf(category) }));
  const accuracy = measure(categories, examples, model.glossary);
  const before = await findUsed(ctx.db, revision);
  const used = before === undefined || accuracy.firstRight >= before.firstRight - mayBeWorseBy;
  const training = { id: newId(), at: ctx.clock.now(), revision, labels, ...accuracy, used };
  await insertTraining(ctx.db, training);
  return training;
}

export interface Overview {
  readonly categories: readonly Category[];
  readonly labelled: number; // texts of the content
  readonly corrected: number; // put right by officers
  readonly trainings: readonly Training[];
}
export async function overview(ctx: Context): Promise<Overview> {
  if (!canSeeTraining(ctx.actor)) throw new AppError('forbidden', 'triage.admin_only');
  const known = await knownOf(ctx);
  return {
    categories: known?.content.categories ?? [],
    labelled: known?.content.labelled.length ?? 0,
    corrected: await countLabels(ctx.db),
    trainings: await listTrainings(ctx.db, 20),
  };
}
