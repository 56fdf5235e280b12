// zod issues -> findings an official understands, at the line of the part that is wrong.
import type { z } from 'zod';
import type { LocalText } from '../../lib/locale.ts';
import { type Finding, finding, type Path } from '../compiler/finding.ts';
import { nearestHint } from '../compiler/nearest.ts';
import { toKebab } from './keys.ts';
import { knownKeys } from './known-keys.ts';
import { isEmpty, type Located, locate } from './located.ts';

type Issue = z.core.$ZodIssue;

export function zodFindings(root: Located, issues: readonly Issue[]): Finding[] {
  return issues.flatMap((issue) => issueFindings(root, issue, []));
}

function issueFindings(root: Located, issue: Issue, prefix: Path): Finding[] {
  const path: Path = [...prefix, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  if (issue.code === 'invalid_union') return unionFindings(root, issue, path);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(root, path, key));
  return [plainFinding(root, issue, path)];
}

function plainFinding(root: Located, issue: Issue, path: Path): Finding {
  const at = locate(root, path);
  const value = valueAt(root, path);
  if (value === undefined || isEmpty(value)) return missing(root, path);
  const where = sayPath(path);
  if (issue.code === 'invalid_type') return wrongType(root, path, issue.expected);
  if (issue.code === 'invalid_value')
    return finding('L24-F004', at, {
      value: String(scalarAt(value)),
      where,
      values: issue.values.map(String).join(', '),
    });
  if (issue.code === 'too_small' && issue.origin === 'string') return missing(root, path);
  if (issue.code === 'too_small')
    return finding('L24-F005', at, { where, limit: lower(issue.minimum, issue.origin, issue.inclusive) });
  if (issue.code === 'too_big') return finding('L24-F005', at, { where, limit: upper(issue.maximum, issue.origin) });
  return finding('L24-F006', at, { value: String(scalarAt(value)), where });
}

function missing(root: Located, path: Path): Finding {
  const key = toKebab(String(path.at(-1) ?? ''));
  return finding('L24-F001', locate(root, path), { key, where: sayPath(path.slice(0, -1)) });
}

function wrongType(root: Located, path: Path, expected: string): Finding {
  const value = valueAt(root, path);
  const quote = { id: ' Beri tanda kutip bila ini teks.', en: ' Quote it when it is text.' };
  const hint = expected === 'string' && value?.kind === 'scalar' && value.value !== null ? quote : '';
  return finding('L24-F003', locate(root, path), {
    where: sayPath(path),
    expected: typeNames[expected] ?? expected,
    hint,
  });
}

const typeNames: Readonly<Record<string, LocalText>> = {
  string: { id: 'teks', en: 'text' },
  number: { id: 'angka', en: 'a number' },
  int: { id: 'angka bulat', en: 'a whole number' },
  boolean: { id: 'true atau false', en: 'true or false' },
  array: { id: 'daftar, misalnya [a, b]', en: 'a list, for example [a, b]' },
  tuple: { id: 'pasangan, misalnya [a, b]', en: 'a pair, for example [a, b]' },
  object: { id: 'kunci dan isi', en: 'keys and values' },
  record: { id: 'kunci dan isi', en: 'keys and values' },
};

function unknownKey(root: Located, path: Path, key: string): Finding {
  const where = path.length === 0 ? { id: 'definisi ini', en: 'this definition' } : sayPath(path);
  const hint = nearestHint(toKebab(key), knownKeys);
  return finding('L24-F002', locate(root, [...path, key]), { key: toKebab(key), where, hint });
}

/** A text is "string or {id, en}"; a condition is one of five forms; the rest are plain alternatives. */
function unionFindings(root: Located, issue: Extract<Issue, { code: 'invalid_union' }>, path: Path): Finding[] {
  const value = valueAt(root, path);
  if (isTextUnion(issue)) return textFindings(root, path, value, issue.errors[1] ?? []);
  if (issue.errors.length === 5) return conditionFindings(root, path, value, issue.errors);
  if (value === undefined || isEmpty(value)) return [missing(root, path)];
  const expected = { id: 'teks, angka, atau true/false', en: 'text, a number, or true/false' };
  return [finding('L24-F003', locate(root, path), { where: sayPath(path), expected })];
}

function isTextUnion(issue: Extract<Issue, { code: 'invalid_union' }>): boolean {
  const [first, second] = issue.errors;
  return issue.errors.length === 2 && first !== undefined && second !== undefined && expectsString(first[0]);
}

function expectsString(issue: Issue | undefined): boolean {
  if (issue?.code === 'invalid_type') return issue.expected === 'string';
  return issue?.code === 'too_small' && issue.origin === 'string';
}

function textFindings(
  root: Located,
  path: Path,
  value: Located | undefined,
  objectIssues: readonly Issue[],
): Finding[] {
  if (value?.kind === 'map' && value.entries.has('id')) {
    const nested = objectIssues.filter((one) => one.path[0] !== 'id');
    if (nested.length > 0) return nested.flatMap((one) => issueFindings(root, one, path));
  }
  if (value?.kind === 'scalar' && value.value !== null && value.value !== '') return [wrongType(root, path, 'string')];
  return [finding('L24-T001', locate(root, path), { where: sayPath(path) })];
}

function conditionFindings(
  root: Located,
  path: Path,
  value: Located | undefined,
  branches: readonly (readonly Issue[])[],
): Finding[] {
  if (value === undefined || isEmpty(value)) return [missing(root, path)];
  if (value.kind !== 'map') return [wrongType(root, path, 'object')];
  const branch = ['all', 'any', 'not', 'use'].findIndex((word) => value.entries.has(word));
  const chosen = branches[branch === -1 ? 4 : branch] ?? [];
  return chosen.flatMap((one) => issueFindings(root, one, path));
}

function valueAt(root: Located, path: Path): Located | undefined {
  let node: Located | undefined = root;
  for (const step of path) {
    if (node?.kind === 'map') node = node.entries.get(String(step))?.node;
    else if (node?.kind === 'list') node = node.items[Number(step)];
    else return undefined;
  }
  return node;
}

function scalarAt(node: Located): string | number | boolean | null {
  return node.kind === 'scalar' ? node.value : '...';
}

/** "form.2.fields.1.label" as an author sees it: kebab-case, counted from 1. */
export function sayPath(path: Path): LocalText | string {
  if (path.length === 0) return { id: 'definisi ini', en: 'this definition' };
  return path.map((step) => (typeof step === 'number' ? String(step + 1) : toKebab(step))).join('.');
}

function lower(minimum: number | bigint, origin: string, inclusive: boolean | undefined): LocalText {
  if (origin === 'number' || origin === 'int') {
    return inclusive === false
      ? { id: `harus lebih dari ${minimum}`, en: `must be more than ${minimum}` }
      : { id: `paling sedikit ${minimum}`, en: `at least ${minimum}` };
  }
  return { id: `paling sedikit ${minimum} isi`, en: `at least ${minimum} entries` };
}

function upper(maximum: number | bigint, origin: string): LocalText {
  if (origin === 'number' || origin === 'int') return { id: `paling banyak ${maximum}`, en: `at most ${maximum}` };
  return { id: `paling banyak ${maximum} isi`, en: `at most ${maximum} entries` };
}
