// A YAML value that remembers where it was written. Positions survive merging, so a finding inside a shared
// workflow names the shared file.
import type { Path, Position } from '../compiler/finding.ts';

export type Scalar = string | number | boolean | null;
interface ScalarNode {
  readonly kind: 'scalar';
  readonly at: Position;
  readonly value: Scalar;
}
interface ListNode {
  readonly kind: 'list';
  readonly at: Position;
  readonly items: readonly Located[];
}
export interface Entry {
  readonly at: Position; // of the key
  readonly node: Located;
}
export interface MapNode {
  readonly kind: 'map';
  readonly at: Position;
  readonly entries: ReadonlyMap<string, Entry>;
}
export type Located = ScalarNode | ListNode | MapNode;

export function scalar(value: Scalar, at: Position): ScalarNode {
  return { kind: 'scalar', at, value };
}
export function list(items: readonly Located[], at: Position): ListNode {
  return { kind: 'list', at, items };
}
export function map(entries: Iterable<readonly [string, Entry]>, at: Position): MapNode {
  return { kind: 'map', at, entries: new Map(entries) };
}

export function child(node: Located | undefined, key: string): Located | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.node : undefined;
}

export function textOf(node: Located | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

export function itemsOf(node: Located | undefined): readonly Located[] {
  return node?.kind === 'list' ? node.items : [];
}

/** A copy of the map with these keys set (Located) or removed (undefined). */
export function withKeys(node: MapNode, changes: Readonly<Record<string, Located | undefined>>): MapNode {
  const entries = new Map(node.entries);
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) entries.delete(key);
    else entries.set(key, { at: entries.get(key)?.at ?? value.at, node: value });
  }
  return { ...node, entries };
}

/**
 * The value itself. A key without a value ("waits-for:") counts as not written; only a fee's `amount` may be null, which
 * means "set by a tariff".
 */
export function toPlain(node: Located): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toPlain);
  const written = [...node.entries].filter(([key, entry]) => key === 'amount' || !isEmpty(entry.node));
  return Object.fromEntries(written.map(([key, entry]) => [key, toPlain(entry.node)]));
}

export function isEmpty(node: Located): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/** The position of the deepest part of `path` that exists; a map entry is found at its key. */
export function locate(root: Located, path: Path): Position {
  let node: Located | undefined = root;
  let at = root.at;
  for (const step of path) {
    if (node?.kind === 'map') {
      const entry: Entry | undefined = node.entries.get(String(step));
      if (entry === undefined) return at;
      at = entry.at;
      node = entry.node;
    } else if (node?.kind === 'list') {
      const item: Located | undefined = node.items[Number(step)];
      if (item === undefined) return at;
      at = item.at;
      node = item;
    } else return at;
  }
  return at;
}
