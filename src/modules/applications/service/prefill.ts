// "Ajukan layanan lain dengan data ini": a new draft that already holds what an earlier case of the same person says.
import { parseField } from '../../../definition/fields/registry.ts';
import type { Answers, Env } from '../../../definition/fields/types.ts';
import { carryAnswers } from '../../../definition/registers/carry.ts';
import type { Field } from '../../../definition/schema.ts';
import { canonicalJson } from '../../../lib/canonical-json.ts';
import type { Context } from '../../../platform/context.ts';
import type { TrackedCase } from '../../cases/index.ts';
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
