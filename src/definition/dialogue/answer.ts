// One message as the answer to what was asked last. A good answer changes the state; a wrong one changes nothing.
import { cleanLine } from '../../lib/people-text/people-text.ts';
import { answerDocument, answerFiles, answerLater, closeSeries } from './answer-files.ts';
import { answerArea, answerPart } from './answer-places.ts';
import { answerMore, rowWord } from './answer-rows.ts';
import { heardLine } from './ask.ts';
import { enoughWords, quotedWord, wordIn } from './commands.ts';
import { type Outcome, stay, take } from './outcome.ts';
import { readingsOf } from './readings.ts';
import { type FieldSlot, rawOf, type Slot } from './slots.ts';
import type { View } from './view.ts';

export interface Heard {
  readonly text: string;
  readonly files: readonly string[];
  readonly location: { readonly lat: number; readonly lng: number } | undefined;
}

export function answerSlot(view: View, slot: Slot, heard: Heard): Outcome {
  if (slot.kind === 'document') return answerDocument(view, slot, heard);
  if (slot.kind === 'more') return answerMore(view, slot, wordIn(heard.text));
  const takesFiles = slot.field.type === 'file';
  if (heard.files.length > 0) {
    return takesFiles ? answerFiles(view, slot, heard.files) : stay(view, [view.words.file.notNow]);
  }
  if (heard.location !== undefined) {
    const wanted = slot.field.type === 'location';
    return wanted ? take(view, slot, [heard.location]) : stay(view, [view.words.placeNotNow]);
  }
  if (cleanLine(heard.text) === '') return stay(view, [view.words.wordsOnly]);
  return rowWord(view, slot, wordIn(heard.text)) ?? answerText(view, slot, quotedWord(heard.text) ?? heard.text);
}

/** "-": left empty on purpose, as an empty box is on a page. */
export function skipSlot(view: View, slot: Slot): Outcome {
  if (slot.kind === 'document') return answerLater(view, slot);
  if (slot.kind === 'more') return answerMore(view, slot, 'cukup');
  if (slot.field.type === 'file' && rawOf(slot) !== undefined && rawOf(slot) !== null) return closeSeries(view, slot);
  if (slot.kind === 'part' && slot.part !== 'street') return answerPart(view, slot, null);
  return take(view, slot, [null]);
}

function answerText(view: View, slot: FieldSlot, text: string): Outcome {
  if (slot.kind === 'part') return answerPart(view, slot, text);
  if (slot.field.type === 'area') return answerArea(view, slot, { text, take: (raw) => take(view, slot, [raw]) });
  if (slot.field.type === 'file') {
    return enoughWords.has(wordIn(text)) ? skipSlot(view, slot) : take(view, slot, ['?']);
  }
  const outcome = take(view, slot, readingsOf(text, slot.field));
  const kept = outcome.stay ? undefined : outcome.view.slots.find((other) => other.path === slot.path);
  if (kept === undefined || kept.kind === 'document') return outcome;
  return { ...outcome, said: [...heardLine(outcome.view, kept, text), ...outcome.said] };
}
