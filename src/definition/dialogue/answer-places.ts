// Addresses part by part, and areas by a piece of their name.
import { asciiDigits, cleanLine } from '../../lib/people-text/people-text.ts';
import { isRecord } from '../fields/types.ts';
import { findAreas } from './find-areas.ts';
import { type Outcome, stay, take } from './outcome.ts';
import { readUnits } from './readings.ts';
import { type FieldSlot, keysOfPart, rawOf } from './slots.ts';
import { spokenChoice } from './spoken-numbers.ts';
import { after, type View } from './view.ts';

export function answerPart(view: View, slot: FieldSlot, text: string | null): Outcome {
  const part = slot.part ?? 'street';
  const before = rawOf(slot);
  const whole = isRecord(before) ? before : typeof before === 'string' ? { street: before } : {};
  const put = (patch: Readonly<Record<string, unknown>>) =>
    take(view, slot, [{ ...whole, ...patch }], keysOfPart[part]);
  if (part === 'units') return put(text === null ? { rt: null, rw: null } : readUnits(text));
  if (part === 'area' && text !== null) {
    return answerArea(view, slot, { text, take: (raw) => put({ area: raw }) });
  }
  return put({ [part]: text });
}

export function answerArea(
  view: View,
  slot: FieldSlot,
  given: { text: string; take: (raw: string) => Outcome },
): Outcome {
  const villages = slot.kind === 'part' || slot.field.level !== undefined;
  const offered = view.state.at.offered ?? [];
  const number = offered.length > 0 ? spokenChoice(asciiDigits(cleanLine(given.text.slice(0, 60)))) : undefined;
  const picked = number === undefined ? undefined : offered[Number(number) - 1];
  const found = findAreas(given.text, view.env.areas, villages);
  const [only] = found;
  if (picked !== undefined) return named(given.take(picked), picked);
  if (found.length === 1 && only !== undefined) return named(given.take(only.code), only.code);
  if (found.length > 1) {
    const codes = found.slice(0, 9).map((area) => area.code);
    return stay(after(view, { at: { ...view.state.at, offered: codes } }), []);
  }
  const outcome = given.take(given.text);
  if (!outcome.stay) return outcome;
  return stay(view, [view.words.area.none], outcome.errors);
}

function named(outcome: Outcome, code: string): Outcome {
  const { words, env } = outcome.view;
  const name = env.areas.name(code) ?? code;
  return outcome.stay ? outcome : { ...outcome, said: [words.heard({ value: name }), ...outcome.said] };
}
