// A whole conversation with given answers, for the author's eyes: every question as it would be sent, and its answer.
import { formatField } from '../fields/registry.ts';
import { partOf } from '../fields/types.ts';
import type { ServiceDefinition } from '../schema.ts';
import { answerDialogue, startDialogue } from './dialogue.ts';
import { newState } from './restore.ts';
import { answerAt, type FieldSlot, keysOfPart, type Slot } from './slots.ts';
import type { DialogueEnv, DialogueState } from './types.ts';
import { type View, viewOf } from './view.ts';
import { dialogueWords } from './words.ts';

export interface RehearsedMessage {
  readonly from: 'citizen' | 'office';
  readonly text: string;
}

/** Asks with the dialogue itself: each place is visited with all answers known, and the words sent there are kept. */
export function rehearse(
  def: ServiceDefinition,
  answers: Readonly<Record<string, unknown>>,
  env: DialogueEnv,
): RehearsedMessage[] {
  const known: DialogueState = { ...newState(def, env), answers };
  const view = viewOf(def, known, env);
  const at = (place: DialogueState['at']) =>
    answerDialogue(def, { ...known, at: place }, { text: repeat }, env).replies.map(said);
  const asked = view.slots.flatMap((slot, index): RehearsedMessage[] => [
    ...(index === 0 ? startDialogue(def, env).replies.map(said) : at({ step: 'ask', path: slot.path })),
    { from: 'citizen', text: answerText(view, slot) },
  ]);
  return [...asked, ...at({ step: 'review' })];
}

const repeat = 'ulang';
const said = (text: string): RehearsedMessage => ({ from: 'office', text });

function answerText(view: View, slot: Slot): string {
  const { rehearsed } = dialogueWords(view.env.locale);
  if (slot.kind === 'document') return rehearsed.photo;
  if (slot.kind === 'more') return rehearsed.done;
  if (slot.field.type === 'file') return rehearsed.photo;
  const value = answerAt(slot);
  if (value === undefined) return rehearsed.skip;
  return slot.kind === 'part' ? partText(slot, value) || rehearsed.skip : formatField(value, slot.field, view.env);
}

function partText(slot: FieldSlot, value: unknown): string {
  const record = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const keys = slot.part === undefined ? [] : keysOfPart[slot.part];
  return keys.flatMap((key) => partOf(record, key) ?? []).join(' / ');
}
