// The answers so far as a numbered list, and what is still needed before sending.
import { say } from '../../lib/locale.ts';
import { asSentence } from '../fields/words.ts';
import { requirementsOf, validateDocuments } from '../interview/documents.ts';
import { summarise } from '../interview/summarise.ts';
import type { DocumentSlot, Slot } from './slots.ts';
import type { View } from './view.ts';
import { repeated } from './words.ts';

interface Line {
  readonly label: string;
  readonly value: string;
  readonly slot: Slot | undefined; // where it is changed
}

/** The answers and papers in the order they were asked; their place in the list is their number. */
export function summaryOf(view: View): Line[] {
  const answers = summarise(view.def, view.walked.answers, view.env)
    .flatMap((page) => page.items)
    .map((item) => ({
      label: item.label,
      value: item.value,
      slot: view.slots.find((slot) => slot.kind !== 'document' && topOf(slot.path) === item.id),
    }));
  const asked = documentSlots(view).filter((slot) => Object.hasOwn(view.state.documents, slot.document.id));
  return [...answers, ...asked.map((slot) => documentLine(view, slot))];
}

export function summaryLines(view: View): string[] {
  const lines = summaryOf(view).map(
    ({ label, value }, index) => `${index + 1}. ${label}${label.endsWith('?') ? '' : ':'} ${repeated(value)}`,
  );
  return lines.length === 0 ? [view.words.review.nothing] : lines;
}

export function reviewLines(view: View): string[] {
  const { words, def, env } = view;
  if (view.profile.name === 'sms') return [words.review.byLink];
  const originals = requirementsOf(def, env, view.walked.answers).filter((item) => item.kind === 'original-shown');
  const stated = def.declare.map((text) => `- ${asSentence(say(text, env.locale))}`);
  return [
    words.review.title,
    ...summaryLines(view),
    ...(originals.length === 0
      ? []
      : [words.review.originals({ list: originals.map((item) => item.label).join(', ') })]),
    ...(stated.length === 0 ? [] : [words.review.declare, ...stated]),
    words.review.send,
  ];
}

/** The first hard document nobody has sent; a hard one may wait until here, not longer. */
export function missingDocument(view: View): DocumentSlot | undefined {
  const given = Object.keys(view.state.documents).filter((id) => (view.state.documents[id]?.length ?? 0) > 0);
  const [missing] = validateDocuments(view.def, view.walked.answers, { given, env: view.env });
  return missing && documentSlots(view).find((slot) => slot.document.id === missing.id);
}

export function documentSlots(view: View): DocumentSlot[] {
  return view.slots.filter((slot) => slot.kind === 'document');
}

function documentLine(view: View, slot: DocumentSlot): Line {
  const { id, label, required } = slot.document;
  const given = Object.hasOwn(view.state.documents, id) ? view.state.documents[id] : undefined;
  const count = given?.length ?? 0;
  const { files, later, missing } = view.words.review;
  return { label, slot, value: count > 0 ? files({ count }) : given === null && required === 'soft' ? later : missing };
}

function topOf(path: string): string {
  return path.split('.')[0] ?? '';
}
