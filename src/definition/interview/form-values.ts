// HTML forms are flat: the parts of a date or an address and the rows of a group travel as "tgl.day", "anak.0.nama".
import { isRecord, partOf } from '../fields/types.ts';
import type { Field } from '../schema.ts';

const parts: Readonly<Partial<Record<Field['type'], readonly string[]>>> = {
  date: ['day', 'month', 'year'],
  address: ['street', 'area', 'rt', 'rw', 'landmark'],
  location: ['lat', 'lng'],
};
const mostRows = 50;

/**
 * Raw answers of exactly these questions from a posted form. Every question gets a key, null when nothing was sent
 * (an unticked box), so that "left empty" can be told from "not asked yet". Names nobody asked are ignored.
 */
export function rawFromForm(fields: readonly Field[], body: unknown, prefix = ''): Record<string, unknown> {
  const form = isRecord(body) ? body : {};
  const raw: Record<string, unknown> = {};
  for (const field of fields) {
    if (field.type !== 'info') raw[field.id] = readOne(field, form, prefix + field.id) ?? null;
  }
  return raw;
}

/** The texts to put back into the inputs of a question: what was typed, else the parts of a canonical value. */
export function formValues(field: Field, raw: unknown): Record<string, string> {
  if (field.type === 'date' && typeof raw === 'string') {
    const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(raw);
    if (match) return { year: match[1] ?? '', month: String(Number(match[2])), day: String(Number(match[3])) };
  }
  const names = parts[field.type];
  if (names === undefined || !isRecord(raw)) return { value: textOf(raw) };
  return Object.fromEntries(names.map((name) => [name, textOf(partOf(raw, name))]));
}

function readOne(field: Field, form: Readonly<Record<string, unknown>>, name: string): unknown {
  if (field.type === 'group') return readRows(field, form, name);
  const names = parts[field.type];
  const given = names?.map((part) => [part, partOf(form, `${name}.${part}`)] as const);
  if (given?.some(([, value]) => value !== undefined)) return Object.fromEntries(given);
  return partOf(form, name);
}

function readRows(field: Field, form: Readonly<Record<string, unknown>>, name: string): unknown {
  const numbers = Object.keys(form)
    .filter((key) => key.startsWith(`${name}.`))
    .map((key) => Number.parseInt(key.slice(name.length + 1), 10))
    .filter((index) => index >= 0 && index < mostRows);
  const last = Math.max(-1, ...numbers);
  if (last < 0) return partOf(form, name);
  return Array.from({ length: last + 1 }, (_, index) => rawFromForm(field.fields ?? [], form, `${name}.${index}.`));
}

function textOf(raw: unknown): string {
  if (typeof raw === 'string') return raw;
  return typeof raw === 'number' || typeof raw === 'boolean' ? String(raw) : '';
}
