// Lists of people or things: another row, the last one away, enough.
import { readYesNo } from '../fields/yesno.ts';
import { enoughWords, moreWords, removeWords } from './commands.ts';
import { moved, type Outcome, pathOf, recordOf, refuse, stay, take, withClosed } from './outcome.ts';
import { rawAt, withRaw } from './raw-path.ts';
import { type FieldSlot, mostRows, rawOf, reading } from './slots.ts';
import { after, type View } from './view.ts';

export function answerMore(view: View, slot: FieldSlot, word: string): Outcome {
  const said = readYesNo(word);
  if (moreWords.has(word) || said === true) return addRow(view, slot);
  if (enoughWords.has(word) || said === false) return closeGroup(view, slot);
  if (removeWords.has(word) && slot.rows > 0) return removeRow(view, slot, slot.rows - 1);
  return stay(view, []);
}

function addRow(view: View, slot: FieldSlot): Outcome {
  if (slot.rows >= (slot.field.max ?? mostRows)) return stay(view, []);
  const keys = [...slot.scope.keys, slot.field.id, String(slot.rows)];
  const closed = view.state.closed.filter((path) => path !== pathOf(slot));
  return moved(after(view, { answers: withRaw(view.state.answers, keys, {}), closed }));
}

function closeGroup(view: View, slot: FieldSlot): Outcome {
  if (slot.rows === 0) return take(view, slot, [null]);
  const raw = rawOf(slot);
  const { errors } = reading(slot.scope);
  const own = errors.filter((error) => error.field === slot.field.id || error.field.startsWith(`${slot.field.id}.`));
  if (own.length > 0 || !Array.isArray(raw)) return refuse(view, own);
  return moved(after(view, { closed: withClosed(view.state, pathOf(slot)) }));
}

function removeRow(view: View, slot: FieldSlot, index: number): Outcome {
  const keys = [...slot.scope.keys, slot.field.id];
  const rows = rawAt(view.state.answers, keys);
  const left = Array.isArray(rows) ? rows.filter((_, row) => row !== index) : [];
  const own = pathOf(slot);
  const closed = view.state.closed.filter((path) => path !== own && !path.startsWith(`${own}.`));
  const answers = withRaw(view.state.answers, keys, left.length === 0 ? null : left);
  return moved(after(view, { answers, closed }), [view.words.group.removed]);
}

/** Inside a row: "hapus" drops the row, "cukup" in an untouched row means there is no further one. */
export function rowWord(view: View, slot: FieldSlot, word: string): Outcome | undefined {
  const [group, row] = slot.scope.keys.slice(-2);
  const parent = view.slots.find((other) => other.path === [...slot.scope.keys.slice(0, -1), '+'].join('.'));
  if (group === undefined || row === undefined || parent === undefined || parent.kind === 'document') return undefined;
  if (removeWords.has(word)) return removeRow(view, parent, Number(row));
  const untouched = Object.keys(recordOf(slot.scope.raw)).length === 0;
  if (!enoughWords.has(word) || !untouched) return undefined;
  const { view: shorter } = removeRow(view, parent, Number(row));
  const open = shorter.slots.find((other) => other.path === parent.path);
  return open === undefined || open.kind === 'document' ? undefined : closeGroup(shorter, open);
}
