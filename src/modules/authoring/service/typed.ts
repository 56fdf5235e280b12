// From a posted section to what was typed for each of its entries. A field that did not travel was not changed.
import type { Edit, Entry, Typed } from '../../../definition/editing/index.ts';

type Body = Readonly<Record<string, unknown>>;
const units = ['working-days', 'working-hours', 'calendar-days', 'clock-hours'] as const;

export function editsFrom(entries: readonly Entry[], body: Body): Edit[] {
  return entries.flatMap((entry): Edit[] => {
    if (!isPosted(entry, body)) return [];
    const typed = typedFor(entry, body);
    // A needed text that was emptied stays as it was: the form cannot take structure away.
    return typed === undefined && !entry.optional ? [] : [{ entry, typed }];
  });
}

const posted = (body: Body, name: string): string => {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
};
function isPosted({ name, kind }: Entry, body: Body): boolean {
  if (kind === 'text') return Object.hasOwn(body, `${name}/id`);
  return kind === 'duration' ? Object.hasOwn(body, `${name}/amount`) : Object.hasOwn(body, name);
}

function typedFor(entry: Entry, body: Body): Typed {
  const one = posted(body, entry.name);
  switch (entry.kind) {
    case 'text':
      return localText(entry, body);
    case 'line':
      return one === '' ? undefined : one;
    case 'lines':
      return one
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
    case 'number':
      return numberFrom(entry, one);
    case 'duration':
      return durationFrom(entry, body);
    case 'choice':
      return entry.options.some(({ value }) => value === one) ? one : undefined;
    case 'choices': {
      const given = body[entry.name];
      const all = Array.isArray(given) ? given.map(String) : [String(given)];
      const known = entry.options.map(({ value }) => value).filter((value) => all.includes(value));
      return known.length === 0 ? entry.value : known;
    }
  }
}

function localText({ name, value, long }: Extract<Entry, { kind: 'text' }>, body: Body): Typed {
  // One line stays one line; a text that was written over several lines is not rewritten by looking at it.
  const tidy = (text: string) => (long ? text : text.replaceAll(/\s+/g, ' '));
  const [id, en] = [tidy(posted(body, `${name}/id`)), tidy(posted(body, `${name}/en`))];
  if (id === '') return undefined;
  if (value && id === value.id.trim() && en === (value.en ?? '').trim()) return value;
  return en === '' ? { id } : { id, en };
}

function numberFrom({ value, money }: Extract<Entry, { kind: 'number' }>, text: string): Typed {
  const digits = text.replaceAll(/[^0-9]/g, '');
  if (digits === '') return money ? null : value;
  const amount = Number(digits);
  return !money && amount < 1 ? value : amount;
}

function durationFrom({ name, value }: Extract<Entry, { kind: 'duration' }>, body: Body): Typed {
  const text = posted(body, `${name}/amount`).replace(',', '.');
  if (text === '') return undefined;
  const amount = Number(text);
  const unit = units.find((candidate) => candidate === posted(body, `${name}/unit`));
  return Number.isFinite(amount) && amount > 0 && unit ? { amount, unit } : value;
}
