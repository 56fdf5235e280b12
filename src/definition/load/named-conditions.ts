// "use" inside a condition: the named condition is written out where it is used, with the lines of where it was written,
// so a finding in it names its own line and a pinned definition needs no look-up.
import { type Finding, finding } from '../compiler/finding.ts';
import { nearestHint } from '../compiler/nearest.ts';
import { child, type Entry, type Located, list, type MapNode, map, textOf, withKeys } from './located.ts';

interface Writing {
  readonly named: ReadonlyMap<string, Located>;
  readonly used: Set<string>;
  readonly told: Set<string>; // cycles already reported: one finding for each name
  readonly findings: Finding[];
}

/** Writes every `{use: name}` out. Unknown names, names that use themselves and names nobody uses become findings. */
export function withNamedConditions(root: MapNode, findings: Finding[]): MapNode {
  const conditions = child(root, 'conditions');
  const named = conditions?.kind === 'map' ? bodies(conditions) : new Map<string, Located>();
  const way: Writing = { named, used: new Set(), told: new Set(), findings };
  const elsewhere = writeAll(withKeys(root, { conditions: undefined }), way);
  if (conditions?.kind !== 'map' || elsewhere.kind !== 'map') return elsewhere.kind === 'map' ? elsewhere : root;
  const written = [...conditions.entries].map(([name, entry]) => {
    if (!way.used.has(name)) findings.push(finding('L24-C010', entry.at, { name }));
    return [name, { at: entry.at, node: definitionOf(name, entry, way) }] as const;
  });
  return withKeys(elsewhere, { conditions: map(written, conditions.at) });
}

function bodies(conditions: MapNode): Map<string, Located> {
  const entries = [...conditions.entries].map(
    ([name, { at, node }]) => [name, child(node, 'when') ?? map([], at)] as const,
  );
  return new Map(entries);
}

function definitionOf(name: string, { node }: Entry, way: Writing): Located {
  const when = child(node, 'when');
  return node.kind === 'map' && when !== undefined ? withKeys(node, { when: write(when, way, [name]) }) : node;
}

const places = new Set(['when', 'needs']);

function writeAll(node: Located, way: Writing): Located {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'list')
    return list(
      node.items.map((item) => writeAll(item, way)),
      node.at,
    );
  const entries = [...node.entries].map(([key, entry]) => {
    const written = places.has(key) ? write(entry.node, way, []) : writeAll(entry.node, way);
    return [key, { at: entry.at, node: written }] as const;
  });
  return map(entries, node.at);
}

function write(node: Located, way: Writing, seen: readonly string[]): Located {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'list')
    return list(
      node.items.map((item) => write(item, way, seen)),
      node.at,
    );
  const use = node.entries.get('use');
  const name = textOf(use?.node);
  if (use !== undefined && name !== undefined) return named(node, { name, at: use }, way, seen);
  const parts = ['all', 'any', 'not'].filter((word) => node.entries.has(word));
  const changes = parts.map((word) => [word, write(child(node, word) ?? node, way, seen)] as const);
  return withKeys(node, Object.fromEntries(changes));
}

function named(node: MapNode, use: { name: string; at: Entry }, way: Writing, seen: readonly string[]): Located {
  const { name, at } = use;
  way.used.add(name);
  const body = way.named.get(name);
  const nothing = map([], node.at);
  if (body === undefined) {
    const hint = nearestHint(name, [...way.named.keys()]);
    way.findings.push(finding('L24-C008', at.at, { name, hint }));
    return withKeys(node, { when: nothing });
  }
  if (!seen.includes(name)) return withKeys(node, { when: write(body, way, [...seen, name]) });
  if (!way.told.has(name)) way.findings.push(finding('L24-C009', at.at, { name }));
  way.told.add(name);
  return withKeys(node, { when: nothing });
}
