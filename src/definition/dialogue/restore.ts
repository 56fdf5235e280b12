// A state comes back from storage, perhaps from before a change of this program: what is sound in it is kept.
import { locales } from '../../lib/locale.ts';
import { topLevelFields } from '../fields/find.ts';
import { isRecord, partOf } from '../fields/types.ts';
import type { ServiceDefinition } from '../schema.ts';
import type { DialogueEnv, DialoguePlace, DialogueState } from './types.ts';

const steps = ['ask', 'review', 'not-eligible', 'done'] as const;
const mostPlaces = 500;

export function newState(def: ServiceDefinition, env: DialogueEnv): DialogueState {
  return {
    service: def.service,
    version: env.version,
    answers: {},
    documents: {},
    closed: [],
    at: { step: 'ask' },
    language: env.locale,
    seq: 0,
  };
}

/** The state with everything unknown or malformed left out; answers of questions that are still asked all stay. */
export function restoreState(def: ServiceDefinition, stored: unknown, env: DialogueEnv): DialogueState {
  const fresh = newState(def, env);
  if (!isRecord(stored)) return fresh;
  const { version, seq } = { version: partOf(stored, 'version'), seq: partOf(stored, 'seq') };
  const askedIds = new Set(topLevelFields(def).map((field) => field.id));
  const documentIds = new Set(def.documents.map((rule) => rule.id));
  return {
    service: def.service,
    version: typeof version === 'string' ? version : fresh.version,
    answers: picked(partOf(stored, 'answers'), askedIds, (value) => (value === undefined ? undefined : { value })),
    documents: picked(partOf(stored, 'documents'), documentIds, uploadsOf),
    closed: textsOf(partOf(stored, 'closed')),
    at: placeOf(partOf(stored, 'at')),
    language: locales.find((locale) => locale === partOf(stored, 'language')) ?? fresh.language,
    seq: typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0 ? seq : 0,
  };
}

function picked<T>(
  given: unknown,
  known: ReadonlySet<string>,
  read: (value: unknown) => { value: T } | undefined,
): Record<string, T> {
  const entries = isRecord(given) ? Object.entries(given) : [];
  return Object.fromEntries(
    entries.flatMap(([key, value]) => {
      const kept = known.has(key) ? read(value) : undefined;
      return kept === undefined ? [] : [[key, kept.value] as const];
    }),
  );
}

function uploadsOf(value: unknown): { value: readonly string[] | null } | undefined {
  if (value === null) return { value: null };
  const ids = textsOf(value);
  return ids.length > 0 ? { value: ids } : undefined;
}

function textsOf(value: unknown): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value.slice(0, mostPlaces) : [];
  return items.filter((item) => typeof item === 'string');
}

function placeOf(value: unknown): DialoguePlace {
  const at = isRecord(value) ? value : {};
  const path = partOf(at, 'path');
  const offered = textsOf(partOf(at, 'offered'));
  return {
    step: steps.find((step) => step === partOf(at, 'step')) ?? 'ask',
    ...(typeof path === 'string' ? { path } : {}),
    ...(offered.length > 0 ? { offered } : {}),
    ...(partOf(at, 'paused') === true ? { paused: true } : {}),
  };
}
