// Running test cases with what the region knows: who handles it, and when it would be done.
import { rawFromForm } from '../../../definition/interview/form-values.ts';
import type { Field, ServiceDefinition } from '../../../definition/schema.ts';
import {
  addExample,
  type ExampleProblem,
  makeExample,
  readExamples,
  runExample,
  type TrialOutcome,
  type TrialWorld,
} from '../../../definition/trial/index.ts';
import { localDateOf } from '../../../lib/dates/local-date.ts';
import { dueAfter } from '../../../lib/working-time/gauge.ts';
import type { Context } from '../../../platform/context.ts';
import { routeUnit } from '../../cases/index.ts';
import { areaLookup, calendarFor, findUnitByCode } from '../../organisation/index.ts';

export interface ExamplesRun {
  readonly outcomes: readonly TrialOutcome[];
  readonly problems: readonly ExampleProblem[];
}

export async function worldOf(ctx: Context): Promise<TrialWorld> {
  const areas = await areaLookup(ctx);
  return {
    env: (at) => ({ today: localDateOf(at, ctx.region.timezone), locale: ctx.locale, areas }),
    unitOf: async (definition, answers) => (await routeUnit(ctx, definition, answers).catch(() => undefined))?.code,
    dueAt: async (definition, { unit, sentAt }) => {
      const found = await findUnitByCode(ctx, unit);
      if (!found) return undefined;
      const named = definition.standard.hours.process === '24-jam' ? '24-jam' : undefined;
      const { calendar } = await calendarFor(ctx, found, named);
      return dueAfter(definition.standard.promise, sentAt, calendar);
    },
  };
}

export async function runDraftExamples(
  ctx: Context,
  definition: ServiceDefinition,
  text: string,
): Promise<ExamplesRun> {
  const { examples, problems } = readExamples(text);
  const world = await worldOf(ctx);
  const now = ctx.clock.now();
  const outcomes: TrialOutcome[] = [];
  for (const example of examples) outcomes.push(await runExample(definition, example, { now, world }));
  return { outcomes, problems };
}

export interface AnsweredPage {
  readonly name: string;
  readonly fields: readonly Field[];
  readonly body: unknown;
  readonly sample: Readonly<Record<string, unknown>>; // answers of the pages that were not shown
}

/** The test cases of the draft with one more: the answers of one page of the preview among the sample answers. */
export async function withAnswered(
  ctx: Context,
  { definition, examples }: { definition: ServiceDefinition; examples: string },
  page: AnsweredPage,
): Promise<string> {
  // No file is sent from the preview: the sample's stands for it.
  const asked = page.fields.filter((field) => field.type !== 'file');
  const raw = { ...page.sample, ...rawFromForm(asked, page.body) };
  const made = await makeExample(definition, { name: page.name, raw, sentAt: ctx.clock.now() }, await worldOf(ctx));
  return addExample(examples, made);
}
