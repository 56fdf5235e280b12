// Reading and writing one raw answer by its keys, without touching the others.
import { isRecord, partOf } from '../fields/types.ts';

export type Raw = Readonly<Record<string, unknown>>;

export function rawAt(raw: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => stepInto(value, key), raw);
}

/** The same answers with one changed. A list grows by the rows it needs; what stood in the way is replaced. */
export function withRaw(raw: Raw, keys: readonly string[], value: unknown): Raw {
  const [key, ...rest] = keys;
  if (key === undefined) return raw;
  return { ...raw, [key]: written(partOf(raw, key), rest, value) };
}

function written(before: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (!/^\d+$/.test(key)) return withRaw(isRecord(before) ? before : {}, keys, value);
  const rows: unknown[] = Array.isArray(before) ? [...before] : [];
  while (rows.length < Number(key)) rows.push({});
  rows[Number(key)] = written(rows[Number(key)], rest, value);
  return rows;
}

function stepInto(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value[Number(key)];
  return isRecord(value) ? partOf(value, key) : undefined;
}
