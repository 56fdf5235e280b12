import type { Duration, LocalText } from '../schema.ts';
import type { Step } from './document.ts';
import type { Entry, EntryOption, EntryWord, Section } from './entry.ts';

export interface Place {
  readonly section: Section;
  readonly key: string;
  readonly title: LocalText;
  readonly structure: string;
  readonly at: readonly Step[];
}
interface Traits {
  readonly optional?: boolean;
  readonly long?: boolean;
  readonly detail?: string;
}

function common(place: Place, word: EntryWord, below: readonly Step[], traits: Traits) {
  const { section, key, title, structure } = place;
  return {
    name: [section, key, word, ...(traits.detail === undefined ? [] : [traits.detail])].join('/'),
    section,
    group: { key, title, structure },
    word,
    detail: traits.detail,
    at: [...place.at, ...below],
    optional: traits.optional ?? false,
  };
}

export function text(
  place: Place,
  word: EntryWord,
  below: readonly Step[],
  value: LocalText | undefined,
  traits: Traits = {},
): Entry {
  return { ...common(place, word, below, traits), kind: 'text', value, long: traits.long ?? false };
}
export function line(
  place: Place,
  word: EntryWord,
  below: readonly Step[],
  value: string | undefined,
  traits: Traits = {},
): Entry {
  return { ...common(place, word, below, traits), kind: 'line', value };
}
export function lines(place: Place, word: EntryWord, below: readonly Step[], value: readonly string[]): Entry {
  return { ...common(place, word, below, { optional: true }), kind: 'lines', value };
}
export function number(
  place: Place,
  word: EntryWord,
  below: readonly Step[],
  value: number | null | undefined,
  traits: Traits & { money?: boolean } = {},
): Entry {
  return { ...common(place, word, below, traits), kind: 'number', value, money: traits.money ?? false };
}
export function duration(
  place: Place,
  word: EntryWord,
  below: readonly Step[],
  value: Duration | undefined,
  traits: Traits = {},
): Entry {
  return { ...common(place, word, below, traits), kind: 'duration', value };
}
export function choice(
  place: Place,
  word: EntryWord,
  below: readonly Step[],
  given: { value: string | undefined; options: readonly EntryOption[]; data?: boolean; optional?: boolean },
): Entry {
  const { value, options, data = false, optional = false } = given;
  return { ...common(place, word, below, { optional }), kind: 'choice', value, options, data };
}
export function choices(
  place: Place,
  word: EntryWord,
  below: readonly Step[],
  given: { value: readonly string[]; options: readonly string[] },
): Entry {
  const options = given.options.map((value) => ({ value }));
  return { ...common(place, word, below, {}), kind: 'choices', value: given.value, options };
}
