// kebab-case keys of people -> camelCase keys of the schema. Names an author chose (states, roles, field ids in
// conditions) are left alone, so the walk has to know which maps are records.
import { type Finding, finding } from '../compiler/finding.ts';
import { type Entry, type Located, list, map } from './located.ts';

const records = new Set([
  'states',
  'roles',
  'internal',
  'evidence',
  'conditions',
  'derive',
  'values',
  'of',
  'tables',
  'durations',
  'profiles',
  'lapses',
]);
const conditions = new Set(['when', 'needs', 'confidential']);

export function toCamelKeys(node: Located, findings: Finding[]): Located {
  if (node.kind === 'list')
    return list(
      node.items.map((item) => toCamelKeys(item, findings)),
      node.at,
    );
  if (node.kind === 'scalar') return node;
  const entries: [string, Entry][] = [];
  for (const [written, entry] of node.entries) {
    const key = camelKey(written, entry, findings);
    if (key !== undefined) entries.push([key, { at: entry.at, node: convertValue(key, entry.node, findings) }]);
  }
  return map(entries, node.at);
}

function convertValue(key: string, node: Located, findings: Finding[]): Located {
  if (node.kind === 'map' && records.has(key)) return eachValue(node, (value) => toCamelKeys(value, findings));
  if (node.kind === 'map' && conditions.has(key)) return convertCondition(node, findings);
  return toCamelKeys(node, findings);
}

function convertCondition(node: Located, findings: Finding[]): Located {
  if (node.kind === 'list')
    return list(
      node.items.map((item) => convertCondition(item, findings)),
      node.at,
    );
  if (node.kind === 'scalar') return node;
  const combined = ['all', 'any', 'not'].some((word) => node.entries.has(word));
  return eachValue(node, (value) => (combined ? convertCondition(value, findings) : toCamelKeys(value, findings)));
}

function eachValue(node: Located, change: (value: Located) => Located): Located {
  if (node.kind !== 'map') return node;
  return map(
    [...node.entries].map(([key, entry]) => [key, { at: entry.at, node: change(entry.node) }] as const),
    node.at,
  );
}

function camelKey(written: string, entry: Entry, findings: Finding[]): string | undefined {
  const wanted = toKebab(written);
  const known = written === wanted && written !== '__proto__';
  if (known) return written.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const hint = { id: ` Tulis "${wanted}".`, en: ` Write "${wanted}".` };
  const where = { id: 'definisi ini', en: 'this definition' };
  findings.push(finding('L24-F002', entry.at, { key: written, where, hint }));
  return undefined;
}

/** How a key is written in YAML. */
export function toKebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
