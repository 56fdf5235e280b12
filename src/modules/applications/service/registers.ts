// Asking registers while a form is filled in, at intake and afterwards. Whatever they do, an application goes on.
import type { Answers, Env } from '../../../definition/fields/types.ts';
import { validateDocuments } from '../../../definition/interview/documents.ts';
import {
  type Asking,
  askingsOf,
  noWord,
  type RegisterWord,
  statementsWanted,
  wordOf,
  worthAsking,
} from '../../../definition/registers/ask.ts';
import type { ServiceDefinition } from '../../../definition/schema.ts';
import type { Context } from '../../../platform/context.ts';
import {
  type CaseActed,
  type CaseRow,
  getTracked,
  recordLookUp,
  recordRegisterAnswer,
  trackingCodeOf,
} from '../../cases/index.ts';
import { getVersion } from '../../catalogue/index.ts';
import { inTheBackground, isConnected, type LookUp, lookUp, whileFilling } from '../../registers/index.ts';
import type { Draft, KeptAnswer } from '../types.ts';
import { changeDraft, type OpenDraft } from './drafts.ts';
import { envOf } from './env.ts';
import { wayOf } from './steps.ts';

type Kept = Draft['registers'];

const mostTries = 6; // of one form at one register: nobody tries names until one fits
const againAfterMilliseconds = 60_000;

function isDue(held: KeptAnswer | undefined, asking: Asking, now: Date): boolean {
  if (held === undefined) return true;
  if (held.asked.length >= mostTries) return false;
  if (held.key !== asking.key) return true;
  return held.outcome === 'unavailable' && now.getTime() - new Date(held.at).getTime() > againAfterMilliseconds;
}

function ask(ctx: Context, definition: ServiceDefinition, asking: Asking, patience = whileFilling): Promise<LookUp> {
  const { register, about } = asking;
  const statements = statementsWanted(definition, register);
  return lookUp(ctx, { register, about, statements, purpose: definition.service }, patience);
}

function kept({ key }: Asking, { outcome, statements, at }: LookUp, before: KeptAnswer | undefined): KeptAnswer {
  return { key, outcome, statements, at, asked: [...(before?.asked ?? []), at] };
}

/** Personal data goes to a register only when its word could change something for this very application. */
function usefulAskings(ctx: Context, definition: ServiceDefinition, given: { answers: Answers; env: Env }): Asking[] {
  return askingsOf(definition, given.answers).filter(
    ({ register }) => isConnected(ctx, register) && worthAsking(definition, register, given),
  );
}

/** After a page was saved: asks what can now be asked and was not, all at once, within the time a page may take. */
export async function refreshRegisters(ctx: Context, open: OpenDraft, env: Env): Promise<void> {
  const { definition } = open.version;
  const { answers } = wayOf(definition, open.draft, env);
  const due = usefulAskings(ctx, definition, { answers, env }).filter((asking) =>
    isDue(open.draft.registers[asking.register], asking, ctx.clock.now()),
  );
  if (due.length === 0) return;
  const found = await Promise.all(due.map(async (asking) => ({ asking, said: await ask(ctx, definition, asking) })));
  await changeDraft(ctx, open.token, (draft) => {
    const news = found.map(({ asking, said }) => {
      const { register } = asking;
      return [register, kept(asking, said, draft.registers[register])] as const;
    });
    return { ...draft, registers: { ...draft.registers, ...Object.fromEntries(news) } };
  });
}

/** For those who send everything at once: asked only when the answer would complete the application. */
export async function askAtIntake(
  ctx: Context,
  definition: ServiceDefinition,
  given: { answers: Answers; documents: readonly string[]; env: Env },
): Promise<Kept> {
  const { answers, documents, env } = given;
  const missing = validateDocuments(definition, answers, { given: documents, env }).map(({ id }) => id);
  const facts = definition.documents.filter(({ id }) => missing.includes(id)).map((rule) => rule.waivedByRegister);
  const askings = askingsOf(definition, answers).filter(({ register }) => isConnected(ctx, register));
  const answerable = facts.every((fact) => askings.some(({ register }) => fact?.startsWith(`${register}.`)));
  if (missing.length === 0 || !answerable) return {};
  const needed = askings.filter(({ register }) => facts.some((fact) => fact?.startsWith(`${register}.`)));
  const found = await Promise.all(
    needed.map(
      async (asking) => [asking.register, kept(asking, await ask(ctx, definition, asking), undefined)] as const,
    ),
  );
  return Object.fromEntries(found);
}

export function wordFor(definition: ServiceDefinition, answers: Answers, held: Kept): RegisterWord {
  return Object.keys(held).length === 0 ? noWord : wordOf(askingsOf(definition, answers), held);
}

/**
 * Once the case exists: its owner sees every look-up made so far, what was answered is written into its history, and a job
 * asks the rest. A failure here is logged and left to the job: the application is in.
 */
export async function afterIntake(ctx: Context, target: CaseRow, given: { held: Kept; env: Env }): Promise<void> {
  const { definition } = await getVersion(ctx, target.state.versionId);
  const askings = usefulAskings(ctx, definition, { answers: target.state.answers, env: given.env });
  if (askings.length === 0) return;
  const system: Context = { ...ctx, actor: { kind: 'system', name: 'registers' } };
  try {
    for (const [register, { asked }] of Object.entries(given.held))
      for (const at of asked) await recordLookUp(system, target, { register, at: new Date(at) });
    for (const { register, key } of askings) {
      const held = given.held[register];
      if (held?.key === key && held.outcome !== 'unavailable') await record(system, target, { ...held, register });
    }
  } catch (error) {
    ctx.log.warn({ err: error, number: target.number }, 'register answers not written at intake');
  }
  const open = askings.filter(({ register, key }) => {
    const held = given.held[register];
    return held?.key !== key || held.outcome === 'unavailable';
  });
  if (open.length > 0) await planLookUp(ctx, target.id, 1);
}

async function record(ctx: Context, target: CaseRow, said: Omit<LookUp, 'facts'>): Promise<void> {
  const { register, outcome, statements, at } = said;
  await recordRegisterAnswer(ctx, target.number, { register, outcome, statements, at });
}

// Minutes until the next try; about a day in all.
const pauses = [1, 5, 15, 60, 180, 360, 720];

export function planLookUp(ctx: Context, caseId: string, attempt: number): Promise<void> {
  const pause = attempt === 1 ? undefined : pauses[attempt - 2];
  const runAt = pause === undefined ? {} : { runAt: new Date(ctx.clock.now().getTime() + pause * 60_000) };
  const key = `look-up:${caseId}:${attempt}`;
  return ctx.jobs.add(ctx.db, 'applications.look_up_registers', { caseId, attempt }, { ...runAt, key });
}

/** The job: asks every register that has not answered about this case; a day without an answer, and people look for themselves. */
export async function lookUpForCase(ctx: Context, job: { caseId: string; attempt: number }): Promise<void> {
  const target = await getTracked(ctx, trackingCodeOf(ctx.secrets, job.caseId));
  if (target.state.closedAt !== undefined) return;
  const { definition } = await getVersion(ctx, target.state.versionId);
  let silent = false;
  const given = { answers: target.state.answers, env: await envOf(ctx) };
  for (const asking of usefulAskings(ctx, definition, given)) {
    const { register } = asking;
    const known = target.state.registers?.find((answer) => answer.register === register);
    if (known && known.outcome !== 'unavailable') continue;
    const said = await ask(ctx, definition, asking, inTheBackground);
    await recordLookUp(ctx, target, { register, at: new Date(said.at) });
    if (said.outcome !== 'unavailable' || job.attempt > pauses.length) await record(ctx, target, said);
    else silent = true;
  }
  if (silent) await planLookUp(ctx, job.caseId, job.attempt + 1);
}

/** What was corrected is asked about anew: the word of a register held for the answers before. */
export async function lookUpAgain(ctx: Context, { target, action }: CaseActed): Promise<void> {
  if (action.kind !== 'resubmit' || target.state.registers !== undefined) return;
  const { definition } = await getVersion(ctx, target.state.versionId);
  if (definition.registers !== undefined)
    await ctx.jobs.add(ctx.db, 'applications.look_up_registers', { caseId: target.id, attempt: 1 });
}
