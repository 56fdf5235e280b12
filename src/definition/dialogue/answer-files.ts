// Photos as answers and as papers, one message or many.
import { say } from '../../lib/locale.ts';
import { enoughWords, laterWords, wordIn } from './commands.ts';
import { moved, type Outcome, pathOf, stay, take, withClosed } from './outcome.ts';
import { type DocumentSlot, type FieldSlot, rawOf } from './slots.ts';
import { after, type View } from './view.ts';

export function answerFiles(view: View, slot: FieldSlot, files: readonly string[]): Outcome {
  const path = pathOf(slot);
  const max = slot.field.max ?? 1;
  const before = rawOf(slot);
  // A finished series is begun anew: who comes back to it wants other photos.
  const kept =
    max > 1 && Array.isArray(before) && !view.state.closed.includes(path) && before.length < max ? before : [];
  const all = [...new Set([...kept, ...files])];
  const outcome = take(after(view, { closed: view.state.closed.filter((other) => other !== path) }), slot, [
    all.slice(0, max),
  ]);
  if (outcome.stay) return outcome;
  const label = say(slot.field.label, view.env.locale);
  const said = [view.words.file.received({ label, count: Math.min(all.length, max) })];
  const left = all.length > max ? [view.words.file.tooMany({ label, max })] : [];
  return { ...outcome, said: [...said, ...left, ...outcome.said] };
}

export function closeSeries(view: View, slot: FieldSlot): Outcome {
  return moved(after(view, { closed: withClosed(view.state, pathOf(slot)) }));
}

export function answerDocument(
  view: View,
  slot: DocumentSlot,
  heard: { text: string; files: readonly string[] },
): Outcome {
  const { id, max, label } = slot.document;
  const given = (Object.hasOwn(view.state.documents, id) && view.state.documents[id]) || [];
  const word = wordIn(heard.text);
  if (heard.files.length === 0) {
    if (laterWords.has(word)) return answerLater(view, slot);
    if (!enoughWords.has(word) || given.length === 0) return stay(view, []);
    return moved(after(view, { closed: withClosed(view.state, slot.path) }));
  }
  const kept = given.length < max && !view.state.closed.includes(slot.path) ? given : [];
  const all = [...new Set([...kept, ...heard.files])];
  const documents = { ...view.state.documents, [id]: all.slice(0, max) };
  const closed = view.state.closed.filter((path) => path !== slot.path);
  const said = [view.words.file.received({ label, count: Math.min(all.length, max) })];
  const left = all.length > max ? [view.words.file.tooMany({ label, max })] : [];
  return moved(after(view, { documents, closed }), [...said, ...left]);
}

/** A paper sent before stays sent; a hard one may wait until everything else is answered. */
export function answerLater(view: View, slot: DocumentSlot): Outcome {
  const { id, label, required } = slot.document;
  const given = (Object.hasOwn(view.state.documents, id) && view.state.documents[id]) || [];
  if (given.length > 0) {
    return moved(after(view, { closed: withClosed(view.state, slot.path) }));
  }
  const said = required === 'soft' ? view.words.file.later({ label }) : view.words.file.laterHard({ label });
  return moved(after(view, { documents: { ...view.state.documents, [id]: null } }), [said]);
}
