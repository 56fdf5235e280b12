// Tables of the region (tariffs, classifications): what a definition looks up is copied into it when it is loaded, so a
// published version never changes when a table does.
import { z } from 'zod';
import { type Finding, finding } from '../compiler/finding.ts';
import { nearestHint } from '../compiler/nearest.ts';
import { confidences, LocalText } from '../schema.ts';
import { toCamelKeys } from './keys.ts';
import { child, type Located, list, type MapNode, map, scalar, textOf, toPlain, withKeys } from './located.ts';
import { parseYaml } from './parse-yaml.ts';
import type { Resolve, SourceText } from './shared.ts';

const Column = z.object({ type: z.enum(['text', 'number', 'money']), label: LocalText }).strict();
const Cell = z.union([z.string(), z.number()]);
const TableFile = z
  .object({
    table: z.string(),
    title: LocalText,
    legal: z.string().optional(),
    source: z.string().optional(),
    confidence: z.enum(confidences),
    key: z.string(),
    columns: z.record(z.string(), Column),
    rows: z.array(z.record(z.string(), Cell)).min(1),
  })
  .strict();
type TableFile = z.infer<typeof TableFile>;

type Read = { readonly ok: true; readonly table: TableFile } | { readonly ok: false; readonly finding: Finding };
const cache = new WeakMap<SourceText, Read>();

/** Copies what `derive` and the fee look up. A table, column or row that is not there becomes a finding at the look-up. */
export function withTables(root: MapNode, resolve: Resolve, findings: Finding[]): MapNode {
  const derive = child(root, 'derive');
  const by = child(child(child(root, 'standard'), 'fee'), 'by');
  const look: Look = { resolve, findings };
  const feeTable = child(by, 'table');
  const pinned = feeTable && pinnedTable(feeTable, by, look);
  return withKeys(root, {
    ...(derive?.kind === 'map' && {
      derive: map(
        [...derive.entries].map(([id, { at, node }]) => [id, { at, node: withValues(node, look) }] as const),
        derive.at,
      ),
    }),
    tables: pinned,
  });
}

interface Look {
  readonly resolve: Resolve;
  readonly findings: Finding[];
}

function withValues(rule: Located, look: Look): Located {
  const name = child(rule, 'table');
  const table = name && findTable(name, look);
  if (rule.kind !== 'map' || table === undefined || name === undefined) return rule;
  const key = columnOf(table, child(rule, 'key'), look) ?? table.key;
  const column = columnOf(table, child(rule, 'column'), look);
  if (column === undefined) return rule;
  const pairs = table.rows.flatMap((row) => {
    const [from, value] = [row[key], row[column]];
    return from === undefined || value === undefined
      ? []
      : [[String(from), { at: name.at, node: scalar(value, name.at) }] as const];
  });
  return withKeys(rule, { values: map(pairs, name.at), source: located(sourceOf(table), name) });
}

function sourceOf({ title, legal, source }: TableFile): { id: string; en: string } {
  const rest = [legal ?? source].filter((part) => part !== undefined);
  return { id: [title.id, ...rest].join(', '), en: [title.en ?? title.id, ...rest].join(', ') };
}

function pinnedTable(name: Located, by: Located | undefined, look: Look): MapNode | undefined {
  const table = findTable(name, look);
  if (table === undefined) return undefined;
  const column = child(by, 'column');
  if (column !== undefined) columnOf(table, column, look);
  const { title, key, legal, source, confidence, rows } = table;
  const content = located({ title, key, legal, source, confidence, rows }, name);
  return map([[table.table, { at: name.at, node: content }]], name.at);
}

function columnOf(table: TableFile, written: Located | undefined, { findings }: Look): string | undefined {
  const column = textOf(written);
  if (written === undefined || column === undefined) return undefined;
  if (Object.hasOwn(table.columns, column)) return column;
  const hint = nearestHint(column, Object.keys(table.columns));
  const what = {
    id: `Kolom "${column}" di tabel "${table.table}"`,
    en: `Column "${column}" of table "${table.table}"`,
  };
  findings.push(finding('L24-C015', written.at, { what, hint }));
  return undefined;
}

function findTable(written: Located, { resolve, findings }: Look): TableFile | undefined {
  const name = textOf(written) ?? '';
  const source = resolve.table?.(name);
  if (source === undefined) {
    const what = { id: `Tabel "${name}"`, en: `Table "${name}"` };
    findings.push(finding('L24-C015', written.at, { what, hint: nearestHint(name, resolve.tableNames?.() ?? []) }));
    return undefined;
  }
  const read = cache.get(source) ?? readTable(source);
  cache.set(source, read);
  if (read.ok) return read.table;
  findings.push(read.finding);
  return undefined;
}

function readTable(source: SourceText): Read {
  const parsed = parseYaml(source.file, source.text);
  const start = { file: source.file, line: 1, column: 1 };
  const [first] = parsed.findings;
  if (first !== undefined || parsed.root === undefined) return { ok: false, finding: first ?? broken(start, '') };
  const keyed = toCamelKeys(withoutNames(parsed.root), []);
  const checked = TableFile.safeParse({ ...(toPlain(keyed) as object), ...namedParts(parsed.root) });
  if (!checked.success) return { ok: false, finding: broken(start, checked.error.issues[0]?.path.join('.') ?? '') };
  const fault = faultOf(checked.data);
  return fault === undefined ? { ok: true, table: checked.data } : { ok: false, finding: broken(start, fault) };
}

// Columns and cells carry names of the author's own: they stay as written.
function withoutNames(root: Located): Located {
  return root.kind === 'map' ? withKeys(root, { columns: undefined, rows: undefined }) : root;
}
function namedParts(root: Located): Record<string, unknown> {
  const [columns, rows] = [child(root, 'columns'), child(root, 'rows')];
  return { columns: columns && toPlain(columns), rows: rows && toPlain(rows) };
}

function broken(at: Finding | { file: string; line: number; column: number }, detail: string): Finding {
  return finding('L24-S013', at, { detail: detail === '' ? '-' : detail });
}

/** Every cell is of its column's type, every row has a key of its own, money is whole rupiah. */
function faultOf(table: TableFile): string | undefined {
  if (!Object.hasOwn(table.columns, table.key)) return 'key';
  const keys = new Set<string>();
  for (const [index, row] of table.rows.entries()) {
    const key = row[table.key];
    if (key === undefined || keys.has(String(key))) return `rows.${index + 1}.${table.key}`;
    keys.add(String(key));
    const wrong = Object.entries(row).find(([column, cell]) => !fits(table.columns[column]?.type, cell));
    if (wrong !== undefined) return `rows.${index + 1}.${wrong[0]}`;
  }
  return undefined;
}

function fits(type: 'text' | 'number' | 'money' | undefined, cell: string | number): boolean {
  if (type === 'text') return typeof cell === 'string';
  if (type === 'money') return typeof cell === 'number' && Number.isSafeInteger(cell) && cell >= 0;
  return type === 'number' && typeof cell === 'number';
}

/** A plain value as nodes that all stand where the table was named. */
function located(value: unknown, near: Located): Located {
  if (Array.isArray(value))
    return list(
      value.map((item) => located(item, near)),
      near.at,
    );
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    return map(
      entries.map(([key, part]) => [key, { at: near.at, node: located(part, near) }] as const),
      near.at,
    );
  }
  return scalar(
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null,
    near.at,
  );
}
