// "Ajukan layanan lain dengan data ini": a new draft that already holds what an earlier case of the same person says.
import { parseField } from '../../../definition/fields/registry.ts';
import type { Answers, Env } from '../../../definition/fields/types.ts';
import { askingsOf, questionsOf } from '../../../definition/registers/ask.ts';
import { carryAnswers, profileFor, type Told } from '../../../definition/registers/carry.ts';
import { registerOf } from '../../../definition/registers/registers.ts';
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
  readonly from: readonly string[]; // numbers of the cases it was taken from, the latest first
  readonly answers: Readonly<Record<string, unknown>>; // raw
  readonly proven: readonly string[]; // question ids a register or an original confirmed
}

/** Questions whose answers the population register confirmed, or whose paper an officer held in hand. */
function provenIn({ definition, target }: PersonsCase): ReadonlySet<string> {
  const { answers, registers = [], seen = [] } = target.state;
  const confirmed = new Set(
    registers.filter(({ statements }) => statements.match === true).map(({ register }) => register),
  );
  const asked = askingsOf(definition, answers).map(({ register }) => register);
  const byRegister = (definition.registers ?? [])
    .filter(({ register }) => confirmed.has(register) && asked.includes(register))
    .flatMap((query) => Object.values(questionsOf(definition, query)));
  const byPaper = definition.documents.filter(({ id }) => seen.includes(id) && isIdentityCard(id));
  return new Set([...byRegister, ...(byPaper.length > 0 ? identityQuestions : [])]);
}
/** What the applicant's own identity card shows, once an officer has held it in hand. */
const identityQuestions = ['nama', 'nik'];
const isIdentityCard = (id: string): boolean => registerOf('population')?.papers.match?.includes(id) ?? false;

type PersonsCase = Awaited<ReturnType<typeof casesOfPerson>>[number];

/**
 * At the counter: the person's profile, worked out from the cases this officer may open and kept nowhere else. Each case something was
 * taken from is read and its owner sees that; where there is none for this officer nothing is read, and nothing is told.
 */
export async function prefillFor(
  ctx: Context,
  definition: ServiceDefinition,
  { nik }: { readonly nik: string },
): Promise<Prefilled | undefined> {
  const env = await envOf(ctx);
  const parsed = parseField(nik, nikField, env);
  if (!parsed.ok || typeof parsed.value !== 'string') return undefined;
  const known = (await casesOfPerson(ctx, parsed.value)).filter((one) => !one.definition.confidential);
  const told = known.map(
    (one): Told => ({
      ...{ definition: one.definition, answers: one.target.state.answers, from: one.target.number },
      proven: provenIn(one),
      accepted: one.target.state.status === 'done',
    }),
  );
  const profile = Object.entries(profileFor(told, definition, env));
  if (profile.length === 0) return undefined;
  const used = new Set(profile.map(([, { from }]) => from));
  const sources = known.filter(({ target }) => used.has(target.number));
  for (const { target } of sources) await recordReading(ctx, target, 'case', 'prefill');
  return {
    from: sources.map(({ target }) => target.number),
    answers: Object.fromEntries(profile.map(([id, { raw }]) => [id, raw])),
    proven: profile.filter(([, { proven }]) => proven).map(([id]) => id),
  };
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
