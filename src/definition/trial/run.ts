// Walking a test case through a definition and comparing what comes out with what its author expects.
import { feeOf } from '../fees/fee-of.ts';
import type { Answers, Env } from '../fields/types.ts';
import { documentsOnPath } from '../interview/documents.ts';
import { stoppedBy, walk } from '../interview/walk.ts';
import type { ServiceDefinition } from '../schema.ts';
import type { Example } from './example.ts';

/** What only the region knows: who handles it, and when it would be done. */
export interface TrialWorld {
  readonly env: (sentAt: Date) => Env;
  readonly unitOf: (def: ServiceDefinition, answers: Answers) => Promise<string | undefined>;
  readonly dueAt: (def: ServiceDefinition, given: { unit: string; sentAt: Date }) => Promise<Date | undefined>;
}
export const traits = ['not-eligible', 'pages', 'documents', 'fee', 'due-at', 'unit', 'missing'] as const;
export type Trait = (typeof traits)[number];
export type Found = Readonly<Partial<Record<Trait, string | number | null | readonly string[]>>>;
export interface Difference {
  readonly trait: Trait;
  readonly expected: string;
  readonly found: string;
}
export interface TrialOutcome {
  readonly name: string;
  readonly passed: boolean;
  readonly differences: readonly Difference[];
  readonly found: Found;
}

/** Everything a test case may expect, as it is. */
export async function findAll(
  def: ServiceDefinition,
  example: Pick<Example, 'answers'>,
  at: { sentAt: Date; world: TrialWorld },
): Promise<Found> {
  const { sentAt, world } = at;
  const env = world.env(sentAt);
  const walked = walk(def, example.answers, env);
  const stop = stoppedBy(walked.eligibility);
  if (stop) return { 'not-eligible': stop.id };
  const { answers } = walked;
  const unit = await world.unitOf(def, answers);
  const due = unit === undefined ? undefined : await world.dueAt(def, { unit, sentAt });
  const wrong = walked.errors.map((error) => error.field);
  return {
    pages: walked.pages.map(({ page }) => page.page),
    documents: documentsOnPath(def, answers, env).map((document) => document.id),
    fee: def.standard.fee.by ? (feeOf(def, answers)?.amount ?? null) : def.standard.fee.amount,
    missing: [...walked.missing.map((error) => error.field), ...wrong],
    ...(unit === undefined ? {} : { unit }),
    ...(due === undefined ? {} : { 'due-at': due.toISOString() }),
  };
}

/** `now` is when it is sent, unless the test case says so itself. */
export async function runExample(
  def: ServiceDefinition,
  example: Example,
  at: { now: Date; world: TrialWorld },
): Promise<TrialOutcome> {
  const sentAt = example['sent-at'] === undefined ? at.now : new Date(example['sent-at']);
  const found = await findAll(def, example, { sentAt, world: at.world });
  const differences = traits.flatMap((trait): Difference[] => {
    const expected = example.expect[trait];
    if (expected === undefined || same(trait, expected, found[trait])) return [];
    return [{ trait, expected: shown(expected), found: shown(found[trait]) }];
  });
  return { name: example.name, passed: differences.length === 0, differences, found };
}

type Value = Found[Trait];
function same(trait: Trait, expected: Value, found: Value): boolean {
  if (trait === 'due-at') return new Date(String(expected)).getTime() === new Date(String(found)).getTime();
  return JSON.stringify(expected) === JSON.stringify(found);
}
function shown(value: Value): string {
  if (value === undefined || value === null) return '-';
  return Array.isArray(value) ? value.join(', ') : String(value);
}
