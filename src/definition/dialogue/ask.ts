// How each thing is asked in a message: where we are, the question, how to answer it, how to leave.
import { say } from '../../lib/locale.ts';
import { formatField, promptField } from '../fields/registry.ts';
import { isRecord, partOf } from '../fields/types.ts';
import { asSentence, wordsOf } from '../fields/words.ts';
import type { Field } from '../schema.ts';
import { areaByCode, areaLine } from './find-areas.ts';
import { isNumbered, zeroIsAnswer } from './readings.ts';
import { answerAt, type DocumentSlot, type FieldSlot, keysOfPart, mostRows, rawOf, type Slot } from './slots.ts';
import { channelWay, type View } from './view.ts';
import { repeated } from './words.ts';

/** The lines of a question. `from` is what was asked before: a new page is announced with its title. */
export function questionLines(view: View, asked: Slot, from: Slot | undefined): string[] {
  const slot = inItsWords(view, asked);
  const lines = [...pageLines(view, slot, from), ...slot.notes, ...rowLines(view, slot), ...askLines(view, slot)];
  const zero = slot.kind === 'value' && zeroIsAnswer(slot.field);
  const footer = view.profile.name === 'sms' ? [] : [zero ? view.words.footerWord : view.words.footer];
  return [...lines, ...footer].filter((line) => line !== '');
}

/** `say` gives a question other words where it is typed; its hint was written for a page. */
function inItsWords(view: View, slot: Slot): Slot {
  if (slot.kind === 'document') return slot;
  const { say: said } = slot.field;
  const label = (view.profile.name === 'sms' ? said?.sms : undefined) ?? said?.chat;
  return label === undefined ? slot : { ...slot, field: { ...slot.field, label, hint: undefined } };
}

/** `on: link` shows where to answer; who types the answer all the same is understood. */
function goesByLink({ profile }: View, field: Field): boolean {
  return channelWay(profile, field) === 'link';
}

/** A short name for what is asked, for a link instead of a question too long to send. */
export function slotLabel(view: View, slot: Slot): string {
  const label = slot.kind === 'document' ? slot.document.label : say(slot.field.label, view.env.locale);
  return asSentence(label);
}

function pageLines(view: View, slot: Slot, from: Slot | undefined): string[] {
  const page = view.def.form.find((candidate) => candidate.page === slot.page);
  if (page === undefined || from?.page === slot.page) return [];
  const { locale } = view.env;
  return [`${say(page.title, locale)}:`, page.hint === undefined ? '' : asSentence(say(page.hint, locale))];
}

// "Ahli waris ke-2:" before the questions of a row.
function rowLines(view: View, slot: Slot): string[] {
  if (slot.kind === 'document' || slot.scope.keys.length < 2) return [];
  const [group = '', row = '0'] = slot.scope.keys.slice(-2);
  const parent = view.slots.find(
    (other) => other.kind === 'more' && other.path === [...slot.scope.keys.slice(0, -2), group, '+'].join('.'),
  );
  const label = parent?.kind === 'more' ? say(parent.field.label, view.env.locale) : group;
  return [view.words.group.row({ label, number: Number(row) + 1 })];
}

function askLines(view: View, slot: Slot): string[] {
  switch (slot.kind) {
    case 'document':
      return documentLines(view, slot);
    case 'more':
      return moreLines(view, slot);
    case 'part':
      return partLines(view, slot);
    case 'value':
      return goesByLink(view, slot.field)
        ? [...barePrompt(view, slot.field), view.words.tooLong({ label: '' }).trim()]
        : [...valueLines(view, slot), ...currentLine(view, slot)];
  }
}

function documentLines(view: View, slot: DocumentSlot): string[] {
  const { words, profile } = view;
  const { label, note, required, id, max } = slot.document;
  const given = (Object.hasOwn(view.state.documents, id) && view.state.documents[id]) || [];
  const soft = required === 'soft';
  const how = profile.media
    ? soft
      ? words.file.sendOrLater
      : words.file.send
    : soft
      ? words.file.byLinkOrLater
      : words.file.byLink;
  const count = given.length > 0 ? [words.file.received({ label, count: given.length })] : [];
  return [
    ...count,
    asSentence(label),
    note === undefined ? '' : asSentence(note),
    how,
    ...seriesLine(view, given.length, max),
  ];
}

function seriesLine(view: View, count: number, max: number): string[] {
  return count > 0 && count < max ? [view.words.file.more({ max })] : [];
}

function moreLines(view: View, slot: FieldSlot): string[] {
  const label = say(slot.field.label, view.env.locale);
  const { group, skip } = view.words;
  if (slot.rows === 0) return [group.none({ label }), slot.field.required ? '' : skip];
  const full = slot.rows >= (slot.field.max ?? mostRows);
  return [(full ? group.full : group.more)({ label, count: slot.rows })];
}

function partLines(view: View, slot: FieldSlot): string[] {
  const { words } = view;
  const { field, part = 'street' } = slot;
  const needed = part === 'street' ? field.required : part === 'area' || (part === 'units' && field.level === 'rt-rw');
  const head = part === 'street' ? barePrompt(view, field) : [asSentence(say(field.label, view.env.locale))];
  const how = part === 'area' ? areaLines(view) : [words.parts[part]];
  return [...head, ...how, needed ? '' : words.skip, ...currentPart(view, slot)];
}

function valueLines(view: View, slot: FieldSlot): string[] {
  const { field } = slot;
  const { words, env, profile } = view;
  const skip = field.required ? [] : [words.skip];
  switch (field.type) {
    case 'choice':
    case 'choices':
      return [...barePrompt(view, field), ...optionLines(view, field), ...skip];
    case 'yesno': {
      const { yes, no } = wordsOf(env.locale).yesno;
      return [...barePrompt(view, field), words.pick, `1 ${yes}`, `2 ${no}`, ...skip];
    }
    case 'area':
      return [...barePrompt(view, field), ...areaLines(view), ...skip];
    case 'file': {
      const given = rawOf(slot);
      const count = Array.isArray(given) ? given.length : 0;
      const how = profile.media ? words.file.send : words.file.byLink;
      return [...barePrompt(view, field), how, ...seriesLine(view, count, field.max ?? 1), ...skip];
    }
    case 'location':
      return profile.media
        ? [promptField({ ...field, required: true }, env), ...skip]
        : [...barePrompt(view, field), words.placeByLink, ...skip];
    default:
      return [promptField({ ...field, required: true }, env), ...skip];
  }
}

// Label and hint as every channel says them, without the guidance that has its own line here.
function barePrompt(view: View, field: Field): string[] {
  return [promptField({ ...field, type: 'text', required: true }, view.env)];
}

function optionLines(view: View, field: Field): string[] {
  const { words, env } = view;
  const numbered = isNumbered(field);
  const many = field.type === 'choices';
  const head = numbered ? (many ? words.pickMany : words.pick) : many ? words.pickNames : words.pickName;
  const options = field.options ?? [];
  return [head, ...options.map((option, index) => `${numbered ? index + 1 : '-'} ${say(option.label, env.locale)}`)];
}

const mostOffered = 9;

function areaLines(view: View): string[] {
  const { words, env, state } = view;
  const found = (state.at.offered ?? []).flatMap((code) => areaByCode(code, env.areas) ?? []);
  if (found.length === 0) return [words.area.ask({ example: exampleArea(view) })];
  const lines = found.slice(0, mostOffered).map((area, index) => `${index + 1} ${areaLine(area, found)}`);
  return [words.area.pick, ...lines, words.area.more];
}

function exampleArea(view: View): string {
  return view.env.areas.list().flatMap((group) => group.areas)[0]?.name ?? '';
}

function currentLine(view: View, slot: FieldSlot): string[] {
  if (slot.open || slot.field.type === 'file') return [];
  const answer = answerAt(slot);
  const value = answer === undefined ? '' : formatField(answer, slot.field, view.env);
  return value === '' ? [] : [view.words.current({ value: repeated(value) })];
}

function currentPart(view: View, slot: FieldSlot): string[] {
  const raw = rawOf(slot);
  if (slot.open || !isRecord(raw) || slot.part === undefined) return [];
  const given = keysOfPart[slot.part].map((key) => partOf(raw, key)).filter((value) => typeof value === 'string');
  const text = slot.part === 'area' ? given.map((code) => view.env.areas.name(code) ?? code) : given;
  return text.length === 0 ? [] : [view.words.current({ value: repeated(text.join('/')) })];
}

/** What the person's words were taken for, where that is not plain to see: a date, a place, an option by its number. */
export function heardLine(view: View, slot: FieldSlot, text: string): string[] {
  const typed = ['date', 'area', 'money', 'choices', 'integer', 'decimal'].includes(slot.field.type);
  if (view.profile.name === 'sms' || slot.kind !== 'value' || !typed) return [];
  const answer = answerAt(slot);
  if (answer === undefined) return [];
  const value = formatField(answer, slot.field, view.env);
  return value.toLowerCase() === text.trim().toLowerCase() ? [] : [view.words.heard({ value: repeated(value) })];
}
