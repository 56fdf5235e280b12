// What a message did: it was a good answer and the state changed, or it was not and nothing changed.
import type { FieldError } from '../../lib/errors.ts';
import { isRecord } from '../fields/types.ts';
import { withRaw } from './raw-path.ts';
import { type FieldSlot, reading } from './slots.ts';
import type { DialogueState } from './types.ts';
import { after, type View } from './view.ts';

/** `stay`: ask the same again; otherwise the next open question comes. */
export interface Outcome {
  readonly view: View;
  readonly said: readonly string[];
  readonly errors: readonly FieldError[];
  readonly stay: boolean;
}

/** The state changed and the next open question comes. */
export function moved(view: View, said: readonly string[] = []): Outcome {
  return { view, said, errors: [], stay: false };
}

export function stay(view: View, said: readonly string[], errors: readonly FieldError[] = []): Outcome {
  return { view, said, errors, stay: true };
}

export function refuse(view: View, errors: readonly FieldError[]): Outcome {
  return stay(view, [...new Set(errors.map((error) => error.message))], errors);
}

// The first of these raw values that is a good answer; else nothing changes and the first one's errors are told.
export function take(view: View, slot: FieldSlot, raws: readonly unknown[], keys: readonly string[] = []): Outcome {
  const inner = keys.length > 0 ? keys.map((key) => `${slot.field.id}.${key}`) : [slot.field.id];
  let refused: readonly FieldError[] | undefined;
  for (const raw of raws) {
    const { errors } = reading(slot.scope, withRaw(recordOf(slot.scope.raw), [slot.field.id], raw));
    const own = errors.filter((error) => isOwn(error.field, slot.field.id, inner));
    if (own.length === 0) return taken(view, slot, raw);
    refused ??= own;
  }
  const prefix = slot.scope.keys.map((key) => `${key}.`).join('');
  return refuse(
    view,
    (refused ?? []).map((error) => ({ ...error, field: prefix + error.field })),
  );
}

function isOwn(field: string, id: string, wanted: readonly string[]): boolean {
  return field === id || wanted.some((path) => field === path || field.startsWith(`${path}.`));
}

function taken(view: View, slot: FieldSlot, raw: unknown): Outcome {
  const answers = withRaw(view.state.answers, [...slot.scope.keys, slot.field.id], raw);
  const changed = after(view, { answers });
  return { view: changed, said: newWarnings(view, changed), errors: [], stay: false };
}

function newWarnings(before: View, now: View): string[] {
  const known = new Set(before.walked.warnings.map((warning) => `${warning.field} ${warning.code}`));
  return now.walked.warnings
    .filter((warning) => !known.has(`${warning.field} ${warning.code}`))
    .map((warning) => now.words.warning({ message: warning.message }));
}

export function recordOf(raw: unknown): Readonly<Record<string, unknown>> {
  return isRecord(raw) ? raw : {};
}

export function pathOf(slot: FieldSlot): string {
  return [...slot.scope.keys, slot.field.id].join('.');
}

export function withClosed(state: DialogueState, path: string): readonly string[] {
  return state.closed.includes(path) ? state.closed : [...state.closed, path];
}
