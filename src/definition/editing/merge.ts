// Two people changed the same text. What only one of them changed is taken; what both changed differently is left for them.
import { type Document, isMap } from 'yaml';
import { openDocument, type Plain, type Step, setAt, textOf, valueAt } from './document.ts';

export interface Merge {
  readonly text: string; // theirs with the changes of mine that could be carried over
  readonly taken: readonly string[]; // keys of mine that were carried over
  readonly left: readonly string[]; // keys both changed: theirs stands
}
const names = ['id', 'page', 'do', 'value'] as const;

/** `base` is what both began with. @returns undefined when one of the texts is not readable YAML. */
export function mergeTexts(base: string, mine: string, theirs: string): Merge | undefined {
  const docs = [base, mine, theirs].map(openDocument);
  if (docs.some((doc) => doc.errors.length > 0 || !isMap(doc.contents))) return undefined;
  const [from, own, other] = docs as [Document, Document, Document];
  const taken: string[] = [];
  const left: string[] = [];
  for (const change of changesBetween(from, own)) {
    const now = JSON.stringify(valueAt(other, change.steps));
    if (now === JSON.stringify(change.after)) continue; // both did the same
    const name = change.steps.map(nameOf).join('.');
    if (now === JSON.stringify(change.before)) {
      setAt(other, change.steps, change.after as Plain | undefined); // it came out of a document
      taken.push(name);
    } else left.push(name);
  }
  return { text: textOf(other), taken, left };
}

interface Change {
  readonly steps: readonly Step[];
  readonly before: unknown;
  readonly after: unknown;
}

function changesBetween(from: Document, to: Document): Change[] {
  const changes: Change[] = [];
  const visit = (steps: readonly Step[]): void => {
    const before = valueAt(from, steps);
    const after = valueAt(to, steps);
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    const inner = steps.length === 0 ? keysOf(before, after) : (keysOf(before, after) ?? itemsOf(before, after));
    if (inner === undefined) changes.push({ steps, before, after });
    else for (const step of inner) visit([...steps, step]);
  };
  visit([]);
  return changes;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function keysOf(before: unknown, after: unknown): Step[] | undefined {
  if (!isObject(before) || !isObject(after)) return undefined;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])];
}

/** Items of both lists, when they have the same names in the same order; otherwise the list is one value. */
function itemsOf(before: unknown, after: unknown): Step[] | undefined {
  if (!Array.isArray(before) || !Array.isArray(after) || before.length !== after.length) return undefined;
  const named = (list: readonly unknown[], name: string) =>
    list.map((item) => (isObject(item) ? item[name] : undefined));
  for (const name of names) {
    const [mine, theirs] = [named(before, name), named(after, name)];
    if (mine.every((is) => typeof is === 'string') && JSON.stringify(mine) === JSON.stringify(theirs))
      return mine.map((is) => ({ by: name, is: String(is) }));
  }
  return undefined;
}

const nameOf = (step: Step): string => (typeof step === 'string' ? step : 'item' in step ? String(step.item) : step.is);
