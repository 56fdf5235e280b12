// Changing a service file without losing a word of it: comments, order and style stay, because the document is changed, not rewritten.
import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  Pair,
  parseDocument,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/**
 * A step into the document: a key, the item of a list whose `by` equals `is` (shared questions are found by `use` too), or
 * the item at a place, for lists whose items have no name.
 */
export type Step = string | { readonly by: string; readonly is: string } | { readonly item: number };
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

const style = { lineWidth: 0, flowCollectionPadding: false } as const; // as the files are written, so nothing else moves

export function openDocument(text: string): Document {
  return parseDocument(text, { keepSourceTokens: false });
}
export function textOf(doc: Document): string {
  return doc.toString(style);
}

/** Sets or, with undefined, removes what stands there. Lists on the way get an item, maps a key, when they lack it. */
export function setAt(doc: Document, steps: readonly Step[], value: Plain | undefined): void {
  const last = steps.at(-1);
  if (last === undefined || !isMap(doc.contents)) return;
  const parent = stepsDown(doc, steps.slice(0, -1), value !== undefined);
  if (typeof last === 'object') {
    if ('item' in last && isSeq(parent) && value !== undefined) setItem(doc, parent, last.item, value);
    return;
  }
  if (!isMap(parent)) return;
  if (value === undefined) removeKey(doc, parent, last);
  else setKey(doc, parent, last, value);
}

/** What stands there, as plain data. */
export function valueAt(doc: Document, steps: readonly Step[]): unknown {
  const node = steps.reduce<unknown>((at, step) => childOf(at, step), doc.contents);
  return isNode(node) ? node.toJS(doc) : undefined;
}

function stepsDown(doc: Document, steps: readonly Step[], make: boolean): unknown {
  let at: unknown = doc.contents;
  for (const [index, step] of steps.entries()) {
    const next = childOf(at, step) ?? (make ? makeChild(doc, at, step, steps[index + 1]) : undefined);
    if (next === undefined) return undefined;
    at = next;
  }
  return at;
}

function childOf(node: unknown, step: Step): unknown {
  if (typeof step === 'string') return isMap(node) ? (node.get(step, true) ?? undefined) : undefined;
  if (!isSeq(node)) return undefined;
  if ('item' in step) return node.items[step.item];
  return (
    node.items.find((item) => isMap(item) && String(item.get(step.by)) === step.is) ??
    node.items.find((item) => isMap(item) && !item.has(step.by) && String(item.get('use')) === step.is)
  );
}

function makeChild(doc: Document, node: unknown, step: Step, next: Step | undefined): unknown {
  if (typeof step === 'string') {
    if (!isMap(node)) return undefined;
    const made = doc.createNode(typeof next === 'object' ? [] : {});
    setPair(node, step, made, doc);
    return made;
  }
  if (!isSeq(node) || 'item' in step) return undefined;
  const item = doc.createNode({ [step.by]: step.is });
  node.items.push(item);
  return item;
}

function setKey(doc: Document, map: YAMLMap, key: string, value: Plain): void {
  const before = map.get(key, true);
  if (isScalar(before) && !isComposite(value)) {
    before.value = value;
    return;
  }
  if (isMap(before) && isComposite(value) && !Array.isArray(value)) {
    setEach(doc, before, value as { readonly [key: string]: Plain }); // an array was ruled out
    return;
  }
  const fresh = doc.createNode(value);
  if (isCollection(fresh)) fresh.flow = isCollection(before) ? (before.flow ?? true) : true;
  if (isNode(before)) keepComments(fresh, commentsIn(before));
  setPair(map, key, fresh, doc);
}

function setItem(doc: Document, list: YAMLSeq, index: number, value: Plain): void {
  const before = list.items[index];
  if (before === undefined) return;
  if (isScalar(before) && !isComposite(value)) {
    before.value = value;
    return;
  }
  if (isMap(before) && isComposite(value) && !Array.isArray(value)) {
    setEach(doc, before, value as { readonly [key: string]: Plain });
    return;
  }
  const fresh = doc.createNode(value);
  if (isCollection(fresh)) fresh.flow = true;
  if (isNode(before)) keepComments(fresh, commentsIn(before));
  list.items[index] = fresh;
}

function setEach(doc: Document, map: YAMLMap, value: { readonly [key: string]: Plain }): void {
  for (const known of map.items.map(keyOf)) if (!Object.hasOwn(value, known)) removeKey(doc, map, known);
  for (const [inner, one] of Object.entries(value)) setKey(doc, map, inner, one);
}

const isComposite = (value: Plain): value is readonly Plain[] | { readonly [key: string]: Plain } =>
  typeof value === 'object' && value !== null;
const keyOf = (pair: unknown): string => (isPair(pair) ? String(isScalar(pair.key) ? pair.key.value : pair.key) : '');

function setPair(map: YAMLMap, key: string, value: Node, doc: Document): void {
  const pair = map.items.find((candidate) => keyOf(candidate) === key);
  if (pair) pair.value = value;
  else map.items.push(new Pair(doc.createNode(key), value));
}

/** A comment outlives what it was written beside: it moves to what follows, or to the end of what it stood in. */
function removeKey(doc: Document, map: YAMLMap, key: string): void {
  const index = map.items.findIndex((pair) => keyOf(pair) === key);
  const pair = map.items[index];
  if (!pair) return;
  const comments = [
    ...(isNode(pair.key) ? commentsIn(pair.key) : []),
    ...(isNode(pair.value) ? commentsIn(pair.value) : []),
  ];
  map.items.splice(index, 1);
  if (comments.length === 0) return;
  const neighbour = map.items[index]?.key ?? map.items[index - 1]?.key;
  keepComments(isNode(neighbour) ? neighbour : (doc.contents ?? map), comments);
}

function commentsIn(node: Node): string[] {
  const found: string[] = [];
  const take = (one: { comment?: string | null | undefined; commentBefore?: string | null | undefined }) =>
    found.push(...[one.commentBefore, one.comment].filter((text): text is string => typeof text === 'string'));
  visit(node, { Node: (_, one) => void take(one) });
  return found;
}

function keepComments(node: Node, comments: readonly string[]): void {
  if (comments.length === 0) return;
  node.commentBefore = [node.commentBefore, ...comments].filter(Boolean).join('\n');
}
