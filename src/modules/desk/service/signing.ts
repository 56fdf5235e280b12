// Signing many: each case in a transaction of its own, so that one refusal stops nothing else.
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { AppError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { type CaseRow, carriedOut, commandFrom, getForOfficer, performAction, stepsOn } from '../../cases/index.ts';
import { getVersion } from '../../catalogue/index.ts';

export const mostAtOnce = 50;

export interface Candidate {
  readonly number: string;
  readonly applicant: string;
  readonly service: string;
  readonly action: string;
  readonly label: string;
  readonly draftHref: string | undefined;
  readonly version: number;
  readonly requestId: string; // fixed here: the confirm form sent twice signs once
}
export interface Unsignable {
  readonly number: string;
  readonly sentence: string;
}
export interface Choice {
  readonly number: string;
  readonly action: string;
  readonly version: number;
  readonly requestId: string;
}
export interface Outcome {
  readonly number: string;
  readonly service: string;
  readonly applicant: string;
  readonly label: string;
  readonly done: boolean;
  readonly sentence: string;
}
type Sentence = (error: AppError) => string;

function signingStep(ctx: Context, definition: ServiceDefinition, target: CaseRow) {
  const steps = stepsOn(ctx, definition, target);
  const allowed = steps.allowed.find((step) => step.kind === 'sign' || step.kind === 'paraf');
  if (allowed && 'do' in allowed) return allowed;
  const closed = steps.blocked.find(({ step }) => step.kind === 'sign' || step.kind === 'paraf');
  const codes = { separation: 'cases.separation', claimed: 'cases.claimed', limit: 'cases.limit_reached' } as const;
  throw closed ? new AppError('forbidden', codes[closed.refusal]) : new AppError('conflict', 'cases.action_not_here');
}

async function candidateOf(ctx: Context, rawNumber: string): Promise<Candidate> {
  const target = await getForOfficer(ctx, rawNumber);
  const { definition } = await getVersion(ctx, target.state.versionId);
  const step = signingStep(ctx, definition, target);
  const { number, version } = target;
  return {
    number,
    applicant: target.applicantShort,
    service: say(definition.title, ctx.locale),
    action: step.do,
    label: say(step.label, ctx.locale),
    draftHref: definition.letter ? `/petugas/berkas/${number}/konsep.pdf` : undefined,
    version,
    requestId: newId(),
  };
}

/** What of the picked cases this officer may initial or sign now, and for the rest the reason why not. */
export async function candidatesOf(
  ctx: Context,
  numbers: readonly string[],
  sentence: Sentence,
): Promise<{ ready: Candidate[]; not: Unsignable[] }> {
  const ready: Candidate[] = [];
  const not: Unsignable[] = [];
  for (const number of [...new Set(numbers)].slice(0, mostAtOnce)) {
    try {
      ready.push(await candidateOf(ctx, number));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      not.push({ number, sentence: sentence(error) });
    }
  }
  return { ready, not };
}

async function signOne(ctx: Context, choice: Choice): Promise<void> {
  if (await carriedOut(ctx, choice.number, choice.requestId)) return;
  const target = await getForOfficer(ctx, choice.number);
  const { definition } = await getVersion(ctx, target.state.versionId);
  const step = definition.workflow.actions.find((action) => action.do === choice.action);
  // Only steps that initial or sign go through here: nothing else is shown on the page before.
  if (step?.kind !== 'sign' && step?.kind !== 'paraf') throw new AppError('not_found', 'cases.unknown_action');
  const command = await commandFrom(ctx, definition, target.state, { action: choice.action, data: {} });
  const { number, requestId } = choice;
  await performAction(ctx, { number, requestId, expectedVersion: choice.version, command });
}

async function describe(ctx: Context, choice: Choice): Promise<Pick<Outcome, 'service' | 'applicant' | 'label'>> {
  const target = await getForOfficer(ctx, choice.number).catch(() => undefined);
  if (!target) return { service: '', applicant: '', label: '' };
  const { definition } = await getVersion(ctx, target.state.versionId);
  const step = definition.workflow.actions.find((action) => action.do === choice.action);
  return {
    service: say(definition.title, ctx.locale),
    applicant: target.applicantShort,
    label: step ? say(step.label, ctx.locale) : '',
  };
}

/** Signs one after the other; of each is told what became of it. */
export async function signMany(
  ctx: Context,
  choices: readonly Choice[],
  words: { done: string; sentence: Sentence },
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const choice of choices.slice(0, mostAtOnce)) {
    const about = { number: choice.number, ...(await describe(ctx, choice)) };
    try {
      await signOne(ctx, choice);
      outcomes.push({ ...about, done: true, sentence: words.done });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      outcomes.push({ ...about, done: false, sentence: words.sentence(error) });
    }
  }
  return outcomes;
}
