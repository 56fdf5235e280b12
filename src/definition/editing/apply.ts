// From what was typed into the forms to the changed file.
import { canonicalJson } from '../../lib/canonical-json.ts';
import type { LocalText } from '../schema.ts';
import { openDocument, type Plain, setAt, textOf, valueAt } from './document.ts';
import type { Entry, Typed } from './entry.ts';

export interface Edit {
  readonly entry: Entry;
  readonly typed: Typed;
}

/** Only what differs from the definition is written, so a shared part stays shared until somebody changes it. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const changed = edits.filter(
    ({ entry, typed }) => canonicalJson({ it: entry.value }) !== canonicalJson({ it: typed }),
  );
  if (changed.length === 0) return source;
  const doc = openDocument(source);
  for (const { entry, typed } of changed) setAt(doc, entry.at, plainOf(entry, typed, valueAt(doc, entry.at)));
  return textOf(doc);
}

function plainOf(entry: Entry, typed: Typed, before: unknown): Plain | undefined {
  if (typed === undefined) return undefined;
  if (entry.kind === 'text') return localPlain(typed as LocalText, before);
  if (entry.kind === 'choice' && entry.data) return JSON.parse(String(typed)) as Plain; // made by entriesOf
  return typed as Plain; // strings, numbers, lists and durations are plain as they are
}

/** One language is written as people write it: the text alone, unless the file says `id:` already. */
function localPlain({ id, en }: LocalText, before: unknown): Plain {
  if (en !== undefined) return { id, en };
  return typeof before === 'object' && before !== null ? { id } : id;
}
