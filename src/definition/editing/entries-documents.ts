import { canonicalJson } from '../../lib/canonical-json.ts';
import { describe } from '../conditions/describe.ts';
import { topLevelFields } from '../fields/find.ts';
import type { Condition, DocumentRule, ServiceDefinition } from '../schema.ts';
import type { Entry, EntryOption } from './entry.ts';
import { choice, choices, line, number, type Place, text } from './make-entry.ts';

export function documentEntries(def: ServiceDefinition): Entry[] {
  return def.documents.flatMap((document) => entriesOfDocument(def, document));
}

function entriesOfDocument(def: ServiceDefinition, document: DocumentRule): Entry[] {
  const at = ['documents', { by: 'id', is: document.id }];
  const structure = `${document.id}, ${document.kind}`;
  const place: Place = { section: 'documents', key: document.id, title: document.label, structure, at };
  const options = ['hard', 'soft', 'no'].map((value) => ({ value }));
  const conditions = conditionOptions(def, document.when);
  return [
    text(place, 'label', ['label'], document.label),
    text(place, 'why', ['why'], document.why, { optional: true, long: true }),
    text(place, 'note', ['note'], document.note, { optional: true, long: true }),
    line(place, 'legal', ['legal'], document.legal, { optional: true }),
    choice(place, 'required', ['required'], { value: document.required, options }),
    // A form without a yes-or-no or a choice has nothing a paper could hang on.
    ...(conditions.length === 0
      ? []
      : [
          choice(place, 'when', ['when'], {
            value: document.when && canonicalJson(document.when),
            options: conditions,
            data: true,
            optional: true,
          }),
        ]),
    ...(document.kind === 'file'
      ? [
          choices(place, 'accept', ['accept'], {
            value: document.accept,
            options: ['jpg', 'png', 'webp', 'heic', 'pdf'],
          }),
          number(place, 'max', ['max'], document.max),
        ]
      : []),
  ];
}

/** What it says now, the named conditions, and "this question has that answer": the rest is written in YAML. */
function conditionOptions(def: ServiceDefinition, now: Condition | undefined): EntryOption[] {
  const named = Object.entries(def.conditions ?? {}).map(([, one]) => ({ condition: one.when, label: one.label }));
  const simple = topLevelFields(def).flatMap((field): { condition: Condition }[] => {
    if (field.type === 'yesno') return [true, false].map((is) => ({ condition: { [field.id]: { is } } }));
    if (field.type !== 'choice') return [];
    return (field.options ?? []).map(({ value }) => ({ condition: { [field.id]: { is: value } } }));
  });
  const all: { condition: Condition; label?: EntryOption['label'] }[] = [
    ...(now ? [{ condition: now }] : []),
    ...named,
    ...simple,
  ];
  const known = new Map<string, EntryOption>();
  for (const { condition, label } of all) {
    const value = canonicalJson(condition);
    const said = label ?? { id: describe(condition, def, 'id'), en: describe(condition, def, 'en') };
    if (!known.has(value)) known.set(value, { value, label: said });
  }
  return [...known.values()];
}
