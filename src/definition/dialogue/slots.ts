// Every single thing the dialogue can ask with the answers so far, in order: a question, a part of an address, "another
// row?", a photo. Worked out anew for each message, so that no stored position can be wrong.
import type { FieldError } from '../../lib/errors.ts';
import { say } from '../../lib/locale.ts';
import type { FieldState } from '../fields/parse-fields.ts';
import { parseFields } from '../fields/registry.ts';
import { type Answers, answerOf, type Env, type FieldEnv, isRecord, partOf } from '../fields/types.ts';
import { asSentence } from '../fields/words.ts';
import { type DocumentAsk, documentsOnPath } from '../interview/documents.ts';
import type { Walk } from '../interview/walk.ts';
import type { Field, ServiceDefinition } from '../schema.ts';
import type { DialogueState } from './types.ts';

export type AddressPart = 'street' | 'area' | 'units' | 'landmark';

/** The questions a slot stands among: enough to read its answer exactly as the page would. */
export interface Scope {
  readonly fields: readonly Field[];
  readonly raw: unknown; // of these questions
  readonly env: FieldEnv;
  readonly keys: readonly string[]; // where they stand: [] or ['anak', '0']
}
interface Asked {
  readonly path: string;
  readonly open: boolean; // not asked yet, or wrong
  readonly page: string; // id of the page, rule or 'dokumen'; a change of page is announced
  readonly notes: readonly string[]; // texts that stand before it
}
export interface FieldSlot extends Asked {
  readonly kind: 'value' | 'part' | 'more';
  readonly field: Field;
  readonly scope: Scope;
  readonly part?: AddressPart;
  readonly rows: number; // of 'more'
}
export interface DocumentSlot extends Asked {
  readonly kind: 'document';
  readonly document: DocumentAsk;
}
export type Slot = FieldSlot | DocumentSlot;

/** Questions this channel does not ask: they stay as empty as an empty box on a page. Required ones are asked everywhere. */
export type Skips = (field: Field) => boolean;
interface World {
  readonly env: Env;
  readonly skips: Skips;
  readonly closed: ReadonlySet<string>;
}
interface Seen {
  readonly onPath: readonly Field[];
  readonly states: ReadonlyMap<string, FieldState>;
  readonly errors: readonly FieldError[];
}

export const mostRows = 20; // as in a group without `max`

interface Talk {
  readonly state: DialogueState;
  readonly skips: Skips;
}
export function slotsOf(def: ServiceDefinition, { state, skips }: Talk, walked: Walk, env: Env): Slot[] {
  const world: World = { env, skips, closed: new Set(state.closed) };
  const top = (fields: readonly Field[]): Scope => ({
    fields,
    raw: state.answers,
    env: { ...env, answers: walked.answers },
    keys: [],
  });
  const eligibility = walked.eligibility.flatMap(({ rule, state: answered }) =>
    answered === 'off-path'
      ? []
      : slotsOfField(rule.ask, { scope: top([rule.ask]), seen: reading(top([rule.ask])), page: rule.id, world }),
  );
  const pages = walked.pages.flatMap(({ page, result }) =>
    slotsOfList(result, { scope: top(page.fields), page: page.page, world }),
  );
  return [...eligibility, ...pages, ...documentSlots(def, state, walked.answers, world)];
}

/** What the questions of a scope say with one raw answer changed. */
export function reading(scope: Scope, raw: unknown = scope.raw): ReturnType<typeof parseFields> {
  return parseFields(scope.fields, raw, scope.env);
}

function slotsOfList(seen: Seen, at: { scope: Scope; page: string; world: World }): FieldSlot[] {
  const slots: FieldSlot[] = [];
  let notes: string[] = [];
  for (const field of seen.onPath) {
    if (field.type === 'info') {
      notes.push(asSentence(say(field.label, at.world.env.locale)));
      continue;
    }
    if (!field.required && at.world.skips(field)) continue;
    const [first, ...others] = slotsOfField(field, { ...at, seen });
    if (first !== undefined && seen.states.has(field.id)) {
      slots.push({ ...first, notes }, ...others);
      notes = [];
    }
  }
  return slots;
}

interface At {
  readonly scope: Scope;
  readonly seen: Seen;
  readonly page: string;
  readonly world: World;
}

function slotsOfField(field: Field, at: At): FieldSlot[] {
  if (field.type === 'address') return addressSlots(field, at);
  if (field.type === 'group') return groupSlots(field, at);
  const state = at.seen.states.get(field.id);
  const unanswered = state === 'missing' || state === 'wrong';
  const open = unanswered || (field.type === 'file' && state === 'answered' && seriesOpen(field, at));
  return [{ ...common(field, at), kind: 'value', open }];
}

function common(field: Field, at: At): Omit<FieldSlot, 'kind' | 'open'> {
  const path = [...at.scope.keys, field.id].join('.');
  return { path, field, scope: at.scope, page: at.page, notes: [], rows: 0 };
}

function seriesOpen(field: Field, at: At): boolean {
  const given = partOf(isRecord(at.scope.raw) ? at.scope.raw : {}, field.id);
  const count = Array.isArray(given) ? given.length : 1;
  return count < (field.max ?? 1) && !at.world.closed.has(common(field, at).path);
}

/** The parts of an address that are asked; without a level the kelurahan is a question of its own elsewhere. */
export function addressParts(field: Field): AddressPart[] {
  return field.level === undefined ? ['street', 'units', 'landmark'] : ['street', 'area', 'units', 'landmark'];
}
export const keysOfPart: Readonly<Record<AddressPart, readonly string[]>> = {
  street: ['street'],
  area: ['area'],
  units: ['rt', 'rw'],
  landmark: ['landmark'],
};

function addressSlots(field: Field, at: At): FieldSlot[] {
  const raw = partOf(isRecord(at.scope.raw) ? at.scope.raw : {}, field.id);
  const state = at.seen.states.get(field.id);
  const base = common(field, at);
  const isWrong = (key: string) =>
    at.seen.errors.some((error) => error.field === `${field.id}.${key}` || error.field === field.id);
  return addressParts(field).map((part) => {
    const keys = keysOfPart[part];
    const asked = isRecord(raw) ? keys.some((key) => Object.hasOwn(raw, key)) : raw !== undefined;
    const wrong = state === 'wrong' && keys.some((key) => isWrong(key));
    return { ...base, kind: 'part', part, path: `${base.path}.${part}`, open: !asked || wrong };
  });
}

function groupSlots(field: Field, at: At): FieldSlot[] {
  const { scope, world } = at;
  const raw = partOf(isRecord(scope.raw) ? scope.raw : {}, field.id);
  const state = at.seen.states.get(field.id);
  const base = common(field, at);
  const needed = field.required || (field.min ?? 0) > 0;
  const rows: readonly unknown[] = Array.isArray(raw) && raw.length > 0 ? raw : needed ? [{}] : [];
  const known: Answers = { ...scope.env.answers };
  const inside = rows.flatMap((row, index) => {
    const inner: Scope = {
      fields: field.fields ?? [],
      raw: isRecord(row) ? row : {},
      env: { ...scope.env, answers: known },
      keys: [...scope.keys, field.id, String(index)],
    };
    return slotsOfList(reading(inner), { scope: inner, page: at.page, world });
  });
  const full = rows.length >= (field.max ?? mostRows);
  const declared = world.closed.has(base.path) || (rows.length === 0 ? state === 'skipped' : full);
  const open = state === 'wrong' || !declared;
  return [...inside, { ...base, kind: 'more', path: `${base.path}.+`, rows: rows.length, open }];
}

function documentSlots(def: ServiceDefinition, state: DialogueState, answers: Answers, world: World): DocumentSlot[] {
  const given = new Set(Object.keys(state.documents).filter((id) => (state.documents[id]?.length ?? 0) > 0));
  const rules = new Map(def.documents.map((rule) => [rule.id, rule]));
  return documentsOnPath(def, answers, world.env)
    .filter((document) => !given.has(rules.get(document.id)?.waivedBy ?? ''))
    .map((document) => {
      const path = `dokumen:${document.id}`;
      const uploads = Object.hasOwn(state.documents, document.id) ? state.documents[document.id] : undefined;
      const count = uploads?.length ?? 0;
      const series = count > 0 && count < document.max && !world.closed.has(path);
      return { kind: 'document', path, document, open: uploads === undefined || series, page: 'dokumen', notes: [] };
    });
}

/** The raw answer standing at a slot's question. */
export function rawOf(slot: FieldSlot): unknown {
  return partOf(isRecord(slot.scope.raw) ? slot.scope.raw : {}, slot.field.id);
}

/** The typed answer standing at a slot's question, when it is a good one. */
export function answerAt(slot: FieldSlot): ReturnType<typeof answerOf> {
  return answerOf(reading(slot.scope).answers, slot.field.id);
}
