// "use": shared workflows and shared questions, brought into the tree with the positions of their own file.
import { type Finding, finding } from '../compiler/finding.ts';
import { nearestHint } from '../compiler/nearest.ts';
import { toCamelKeys } from './keys.ts';
import { child, itemsOf, type Located, list, type MapNode, map, textOf, withKeys } from './located.ts';
import { leaveOut, mergeNodes } from './merge.ts';
import { parseYaml } from './parse-yaml.ts';

export interface SourceText {
  readonly file: string;
  readonly text: string;
}
/** What a definition may borrow from its region. */
/** A folder of a region with clock profiles. */
export interface ClockProfiles {
  readonly source: SourceText;
  readonly profile: string; // the chosen one
  readonly categories?: SourceText | undefined; // what a clock may take its durations from
}
export interface Resolve {
  readonly workflow: (name: string) => SourceText | undefined;
  readonly workflowNames?: () => readonly string[];
  readonly fields: () => SourceText | undefined;
  readonly table?: (name: string) => SourceText | undefined;
  readonly tableNames?: () => readonly string[];
  /** The file with the clock profiles of that name, and the one the region has chosen. */
  readonly clocks?: (name: string) => ClockProfiles | undefined;
}

interface Cached {
  readonly root: Located | undefined;
  readonly findings: readonly Finding[];
}
// A region's shared files are parsed once for all its services: the same SourceText object is the same text.
const cache = new WeakMap<SourceText, Cached>();

export function parseShared(source: SourceText): Cached {
  const known = cache.get(source);
  if (known !== undefined) return known;
  const parsed = parseYaml(source.file, source.text);
  const findings = [...parsed.findings];
  const root = parsed.root === undefined ? undefined : toCamelKeys(parsed.root, findings);
  const made = { root, findings };
  cache.set(source, made);
  return made;
}

export function withSharedWorkflow(root: MapNode, resolve: Resolve, findings: Finding[]): MapNode {
  const workflow = child(root, 'workflow');
  if (workflow?.kind !== 'map') return root;
  return withKeys(root, { workflow: borrow(workflow, { resolve, findings, seen: [] }) });
}

interface Borrowing {
  readonly resolve: Resolve;
  readonly findings: Finding[];
  readonly seen: readonly string[];
}

function borrow(workflow: MapNode, way: Borrowing): MapNode {
  const use = child(workflow, 'use');
  const own = withKeys(workflow, { use: undefined });
  if (use === undefined) return leaveOut(own, way.findings);
  const name = textOf(use) ?? '';
  if (way.seen.includes(name)) {
    way.findings.push(finding('L24-F008', use.at, { name }));
    return own;
  }
  const shared = sharedWorkflow(name, use, way);
  if (shared === undefined) return own;
  const merged = mergeNodes(borrow(shared, { ...way, seen: [...way.seen, name] }), own);
  return merged.kind === 'map' ? leaveOut(merged, way.findings) : own;
}

function sharedWorkflow(name: string, use: Located, way: Borrowing): MapNode | undefined {
  const source = way.resolve.workflow(name);
  if (source === undefined) {
    const hint = nearestHint(name, way.resolve.workflowNames?.() ?? []);
    way.findings.push(finding('L24-F007', use.at, { name, hint }));
    return undefined;
  }
  const { root, findings } = parseShared(source);
  way.findings.push(...findings);
  return root?.kind === 'map' ? withKeys(root, { workflow: undefined }) : undefined;
}

export function withSharedFields(root: MapNode, resolve: Resolve, findings: Finding[]): MapNode {
  const library = fieldLibrary(resolve, findings);
  const pages = child(root, 'form');
  const eligibility = child(root, 'eligibility');
  const borrowAll = (node: Located) => borrowFields(node, library, findings);
  return withKeys(root, {
    ...(pages?.kind === 'list' && {
      form: list(
        pages.items.map((page) => inside(page, 'fields', borrowAll)),
        pages.at,
      ),
    }),
    ...(eligibility?.kind === 'list' && {
      eligibility: list(
        eligibility.items.map((rule) => inside(rule, 'ask', (ask) => borrowField(ask, library, findings))),
        eligibility.at,
      ),
    }),
  });
}

type Library = ReadonlyMap<string, MapNode>;

function fieldLibrary(resolve: Resolve, findings: Finding[]): Library {
  const source = resolve.fields();
  if (source === undefined) return new Map();
  const parsed = parseShared(source);
  findings.push(...parsed.findings);
  const named = itemsOf(child(parsed.root, 'fields')).flatMap((item) => {
    const id = textOf(child(item, 'id'));
    return id !== undefined && item.kind === 'map' ? [[id, item] as const] : [];
  });
  return new Map(named);
}

function inside(node: Located, key: string, change: (part: Located) => Located): Located {
  const part = child(node, key);
  return node.kind === 'map' && part !== undefined ? withKeys(node, { [key]: change(part) }) : node;
}

function borrowFields(node: Located, library: Library, findings: Finding[]): Located {
  if (node.kind !== 'list') return node;
  return list(
    node.items.map((item) => borrowField(item, library, findings)),
    node.at,
  );
}

function borrowField(node: Located, library: Library, findings: Finding[]): Located {
  const grouped = inside(node, 'fields', (fields) => borrowFields(fields, library, findings));
  const use = child(grouped, 'use');
  if (grouped.kind !== 'map' || use === undefined) return grouped;
  const name = textOf(use) ?? '';
  const own = withKeys(grouped, { use: undefined });
  const shared = forOwnMeaning(library.get(name), own);
  if (shared !== undefined) return { ...mergeNodes(shared, own), at: node.at };
  findings.push(finding('L24-F009', use.at, { name }));
  return placeholderField(own, name);
}

/** Under another id it is a question about somebody else: what is known of the applicant does not answer it. */
function forOwnMeaning(shared: MapNode | undefined, own: MapNode): MapNode | undefined {
  const id = textOf(child(own, 'id'));
  if (shared === undefined || id === undefined || id === textOf(child(shared, 'id'))) return shared;
  return withKeys(shared, { prefill: undefined, lock: undefined });
}

/** Keeps the rest of the form checkable when a shared question is missing. */
function placeholderField(own: MapNode, name: string): MapNode {
  const text = (value: string) => ({ at: own.at, node: { kind: 'scalar', at: own.at, value } as const });
  const defaults = map(
    [
      ['id', text(name)],
      ['type', text('text')],
      ['label', text(name)],
    ],
    own.at,
  );
  return { ...own, entries: new Map([...defaults.entries, ...own.entries]) };
}
