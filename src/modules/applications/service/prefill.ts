// "Ajukan layanan lain dengan data ini": a new draft that already holds what an earlier case of the same person says.
import { parseField } from '../../../definition/fields/registry.ts';
import type { Answers, Env } from '../../../definition/fields/types.ts';
import { carryAnswers } from '../../../definition/registers/carry.ts';
import type { Field, ServiceDefinition } from '../../../definition/schema.ts';
import { canonicalJson } from '../../../lib/canonical-json.ts';
import type { Context } from '../../../platform/context.ts';
import { casesOfPerson, recordReading, type TrackedCase } from '../../cases/index.ts';
import { currentVersion, refuseClosed } from '../../catalogue/index.ts';
import type { Draft, Filled } from '../types.ts';
import { keepDraft } from './drafts.ts';
import { envOf } from './env.ts';

/** @returns the secret of the draft's link. @throws conflict when the service is closed. */
export async function startFilledDraft(
  ctx: Context,
  slug: string,
  { definition, target }: Pick<TrackedCase, 'definition' | 'target'>,
): Promise<string> {
  await refuseClosed(ctx, slug);
  const version = await currentVersion(ctx, slug);
  const from = { definition, answers: target.state.answers };
  const answers = carryAnswers(from, version.definition, await envOf(ctx));
  const fields = Object.keys(answers);
  return keepDraft(ctx, version, {
    answers,
    filled: fields.length > 0 ? { from: target.number, fields } : null,
  });
}

export interface Prefilled {
  readonly from: string; // number of the case
  readonly answers: Readonly<Record<string, unknown>>; // raw
}

/**
 * At the counter: what the latest case of this person that the officer may open says. Recorded as a reading of that
 * case; where there is none for this officer nothing is read, and nothing is told.
 */
export async function prefillFor(
  ctx: Context,
  definition: ServiceDefinition,
  { nik }: { readonly nik: string },
): Promise<Prefilled | undefined> {
  const parsed = parseField(nik, nikField, await envOf(ctx));
  if (!parsed.ok || typeof parsed.value !== 'string') return undefined;
  const known = await casesOfPerson(ctx, parsed.value);
  const latest = known.find((one) => !one.definition.confidential);
  if (!latest) return undefined;
  const from = { definition: latest.definition, answers: latest.target.state.answers };
  const answers = carryAnswers(from, definition, await envOf(ctx));
  if (Object.keys(answers).length === 0) return undefined;
  await recordReading(ctx, latest.target, 'case', 'prefill');
  return { from: latest.target.number, answers };
}
const nikField: Field = { id: 'nik', type: 'nik', label: { id: 'NIK' }, required: true };

/** What was filled in and is still as it was: an answer the person changed is the person's own. */
export function leftAsFilled(
  before: Pick<Draft, 'filled' | 'answers'>,
  raw: Readonly<Record<string, unknown>>,
  given: { readonly fields: readonly Field[]; readonly env: Env },
): Filled | null {
  if (before.filled === null) return null;
  const changed = (id: string): boolean => {
    const field = given.fields.find((one) => one.id === id);
    if (field === undefined || !(id in raw)) return false;
    return reading(raw[id], field, given.env) !== reading(before.answers[id], field, given.env);
  };
  return { ...before.filled, fields: before.filled.fields.filter((id) => !changed(id)) };
}

function reading(raw: unknown, field: Field, env: Env): string {
  const parsed = parseField(raw, field, env);
  return parsed.ok ? canonicalJson(parsed.value ?? null) : '';
}

/** How many answers on today's path nobody had to write; undefined when there is none. */
export function filledOnPath(
  filled: Filled | null,
  answers: Answers,
): { readonly from: string; readonly count: number } | undefined {
  const count = filled?.fields.filter((id) => answers[id] !== undefined).length ?? 0;
  return filled && count > 0 ? { from: filled.from, count } : undefined;
}
