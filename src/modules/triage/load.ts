// The region's categories, glossary and labelled reports. A region without them has reports without suggestions.
import { createHash } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '../../lib/canonical-json.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../../platform/context.ts';
import { checked, listUnits, readYaml } from '../organisation/index.ts';
import { findRevision, saveContent } from './store.ts';
import { CategoryFile, type Content, GlossaryFile, Labelled } from './types.ts';

const folderName = 'complaints';
/** Found by the place of the report, or by what the reporter names. */
const byPlace = ['kelurahan', 'kecamatan', 'puskesmas', 'unit-terlapor'];

export async function loadContent(ctx: Context, dir: string): Promise<void> {
  const folder = join(dir, folderName);
  const file = join(folder, 'categories.yaml');
  if (!(await exists(file))) return;
  const { groups, categories } = checked(CategoryFile, await readYaml(file));
  const { words: glossary } = checked(GlossaryFile, await readYaml(join(folder, 'glossary.yaml')));
  const labelled = await readLabelled(join(folder, 'labelled.jsonl'));
  const content: Content = { groups, categories, glossary, labelled };
  await checkNames(ctx, content);
  const revision = createHash('sha256').update(canonicalJson(content)).digest('hex');
  if ((await findRevision(ctx.db)) === revision) return;
  await saveContent(ctx.db, { revision, body: content, loadedAt: ctx.clock.now() });
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function readLabelled(path: string): Promise<Content['labelled']> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, at) => {
    try {
      return Labelled.parse(JSON.parse(line));
    } catch (cause) {
      throw wrong('labelled.jsonl', String(at + 1), 'not a labelled text', cause);
    }
  });
}

function wrong(file: string, place: string, problem: string, cause?: unknown): AppError {
  return new AppError('invalid', 'organisation.content_wrong', { params: { file, place, problem }, cause });
}

/** Every name points at something: groups, units, categories of labelled texts; nothing twice. */
async function checkNames(ctx: Context, { groups, categories, labelled }: Content): Promise<void> {
  const file = 'categories.yaml';
  const known = new Set(groups.map(({ id }) => id));
  const units = new Set([...(await listUnits(ctx)).map(({ code }) => code), ...byPlace]);
  const seen = new Set<string>();
  for (const { id, group, agency, fallback } of categories) {
    if (seen.has(id)) throw wrong(file, id, 'there are two of this id');
    seen.add(id);
    if (!known.has(group)) throw wrong(file, id, `no group "${group}"`);
    const unit = [agency, fallback].find((code) => code !== undefined && !units.has(code));
    if (unit !== undefined) throw wrong(file, id, `no unit "${unit}"`);
  }
  const stray = labelled.find(({ category }) => !seen.has(category));
  if (stray) throw wrong('labelled.jsonl', stray.text.slice(0, 40), `no category "${stray.category}"`);
}
