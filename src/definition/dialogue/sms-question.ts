// What the SMS dialogue sends for a question, for judging its length before anybody has answered anything.
import type { Locale } from '../../lib/locale.ts';
import { walk } from '../interview/walk.ts';
import type { Field, ServiceDefinition } from '../schema.ts';
import { questionLines } from './ask.ts';
import { smsProfile } from './profile.ts';
import { addressParts, type FieldSlot, type Scope } from './slots.ts';
import type { DialogueEnv, DialogueState } from './types.ts';
import type { View } from './view.ts';
import { dialogueWords } from './words.ts';

const nowhere = { has: () => false, name: () => undefined, within: () => false };
// A name as long as most: it stands in "misalnya ..." of a question about a kelurahan.
const sampleArea = { code: '', name: 'Bukit Indah' };

/** The texts of one question; an address is asked in several. A page's title before its first question is not counted. */
export function smsQuestion(def: ServiceDefinition, field: Field, locale: Locale): string[] {
  const view = emptyView(def, locale);
  return slotsFor(field, view.env).map((slot) => questionLines(view, slot, slot).join('\n').replaceAll('{link}', link));
}

const link = 'x'.repeat(40); // https://<kota>.go.id/l/<kode>

function emptyView(def: ServiceDefinition, locale: Locale): View {
  const state: DialogueState = {
    service: def.service,
    version: '',
    answers: {},
    documents: {},
    closed: [],
    at: { step: 'ask' },
    language: locale,
    seq: 0,
  };
  const areas = { ...nowhere, list: () => [{ ...sampleArea, areas: [sampleArea] }] };
  const env: DialogueEnv = { today: '2026-01-01', locale, areas, version: '', profile: smsProfile };
  const words = dialogueWords(locale);
  const walked = walk(def, {}, env);
  return { def, state, env, words, profile: smsProfile, walked, slots: [], slot: undefined, stop: undefined };
}

function slotsFor(field: Field, env: DialogueEnv): FieldSlot[] {
  const scope: Scope = { fields: [field], raw: {}, env, keys: [] };
  const slot = { path: field.id, open: true, page: '', notes: [], field, scope, rows: 0 };
  if (field.type !== 'address') return [{ ...slot, kind: 'value' }];
  return addressParts(field).map((part) => ({ ...slot, kind: 'part', part, path: `${field.id}.${part}` }));
}
