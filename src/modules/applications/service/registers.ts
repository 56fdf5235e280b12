// Asking registers while a form is filled in and at intake. Whatever they do, an application goes on; look-ups.ts asks the rest.
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
import { type CaseRow, recordLookUp, recordRegisterAnswer } from '../../cases/index.ts';
import { isConnected, type LookUp, lookUp, whileFilling } from '../../registers/index.ts';
import type { Draft, KeptAnswer } from '../types.ts';
import { changeDraft, type OpenDraft } from './drafts.ts';
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

export function ask(
  ctx: Context,
  definition: ServiceDefinition,
  asking: Asking,
  patience = whileFilling,
): Promise<LookUp> {
  const { register, about } = asking;
  const statements = statementsWanted(definition, register);
  return lookUp(ctx, { register, about, statements, purpose: definition.service }, patience);
}

function kept({ key }: Asking, { outcome, statements, at }: LookUp, before: KeptAnswer | undefined): KeptAnswer {
  return { key, outcome, statements, at, asked: [...(before?.asked ?? []), at] };
}

/** Personal data goes to a register only when its word could change something for this very application. */
export function usefulAskings(
  ctx: Context,
  definition: ServiceDefinition,
  given: { answers: Answers; env: Env },
): Asking[] {
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
  if (definition.registers === undefined) return {};
  const missing = validateDocuments(definition, answers, { given: documents, env }).map(({ id }) => id);
  if (missing.length === 0) return {};
  const facts = definition.documents.filter(({ id }) => missing.includes(id)).map((rule) => rule.waivedByRegister);
  const askings = askingsOf(definition, answers).filter(({ register }) => isConnected(ctx, register));
  const answerable = facts.every((fact) => askings.some(({ register }) => fact?.startsWith(`${register}.`)));
  if (!answerable) return {};
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

/** What registers were asked about an application before it became a case, and what is left to ask. */
export interface Asked {
  readonly tries: readonly { readonly register: string; readonly at: Date }[];
  readonly answered: readonly Omit<LookUp, 'facts'>[];
  readonly open: readonly Asking[];
}

export function askedAtIntake(
  ctx: Context,
  definition: ServiceDefinition,
  given: { answers: Answers; env: Env; held: Kept },
): Asked {
  const { held } = given;
  if (definition.registers === undefined) return { tries: [], answered: [], open: [] };
  const askings = usefulAskings(ctx, definition, given);
  const isAnswered = ({ register, key }: Asking) =>
    held[register]?.key === key && held[register].outcome !== 'unavailable';
  return {
    tries: Object.entries(held).flatMap(([register, { asked }]) => asked.map((at) => ({ register, at: new Date(at) }))),
    answered: askings.flatMap((asking) => {
      const said = held[asking.register];
      return said && isAnswered(asking) ? [{ ...said, register: asking.register }] : [];
    }),
    open: askings.filter((asking) => !isAnswered(asking)),
  };
}

/**
 * Once the case exists its owner sees every look-up made so far, and what was answered is written into its history. A failure
 * here is logged and left to the background: the application is in.
 */
export async function recordAsked(ctx: Context, target: CaseRow, { tries, answered }: Asked): Promise<boolean> {
  const system: Context = { ...ctx, actor: { kind: 'system', name: 'registers' } };
  try {
    for (const one of tries) await recordLookUp(system, target, one);
    for (const said of answered) await recordAnswer(system, target, said);
    return true;
  } catch (error) {
    ctx.log.warn({ err: error, number: target.number }, 'register answers not written at intake');
    return false;
  }
}

export async function recordAnswer(ctx: Context, target: CaseRow, said: Omit<LookUp, 'facts'>): Promise<void> {
  const { register, outcome, statements, at } = said;
  await recordRegisterAnswer(ctx, target.number, { register, outcome, statements, at });
}
