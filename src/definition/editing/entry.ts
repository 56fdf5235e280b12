// What a person who writes no YAML may change: one entry per text, time, fee, paper and seat. Everything else is structure.
import type { Duration, LocalText } from '../schema.ts';
import type { Step } from './document.ts';

export const sections = ['texts', 'documents', 'times', 'fees', 'people'] as const;
export type Section = (typeof sections)[number];
export const entryWords = [
  'title',
  'summary',
  'words',
  'label',
  'hint',
  'option',
  'say',
  'message',
  'objection',
  'reason',
  'declare',
  'opening',
  'closing',
  'row',
  'procedure',
  'product',
  'note',
  'why',
  'legal',
  'required',
  'when',
  'accept',
  'max',
  'promise',
  'promiseNote',
  'legalLimit',
  'clock',
  'target',
  'due',
  'lapse',
  'amount',
  'role',
  'roleUnit',
  'channels',
  'hoursAccept',
  'hoursProcess',
  'pageTitle',
] as const;
export type EntryWord = (typeof entryWords)[number];

interface Common {
  readonly name: string; // of the form control; stable while the structure is
  readonly section: Section;
  readonly group: { readonly key: string; readonly title: LocalText; readonly structure: string }; // id and type, shown only
  readonly word: EntryWord;
  readonly detail?: string | undefined; // which option, which reason
  readonly at: readonly Step[];
  readonly optional: boolean;
}
export interface EntryOption {
  readonly value: string;
  readonly label?: LocalText | undefined; // default: the messages' word for the value, else the value
}
export type Entry = Common &
  (
    | { readonly kind: 'text'; readonly value: LocalText | undefined; readonly long: boolean }
    | { readonly kind: 'line'; readonly value: string | undefined }
    | { readonly kind: 'lines'; readonly value: readonly string[] }
    | { readonly kind: 'number'; readonly value: number | null | undefined; readonly money: boolean }
    | { readonly kind: 'duration'; readonly value: Duration | undefined }
    | {
        readonly kind: 'choice';
        readonly value: string | undefined;
        readonly options: readonly EntryOption[];
        readonly data: boolean;
      }
    | { readonly kind: 'choices'; readonly value: readonly string[]; readonly options: readonly EntryOption[] }
  );
export type EntryKind = Entry['kind'];
/** What was typed for an entry; undefined removes it. A condition travels as JSON (`data`). */
export type Typed = LocalText | string | readonly string[] | number | null | Duration | undefined;
