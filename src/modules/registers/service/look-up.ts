// Asking a register. Whatever happens there, the caller gets an answer in time: "unavailable" is one.
import type { Config } from '../../../platform/config.ts';
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { type Answered, askRegister } from '../adapter/ask-register.ts';
import { admit, type Breaker, closedBreaker, isResting, settle } from '../rules.ts';
import { addToTally } from '../store.ts';
import type { LookUp, Outcome, Patience, Question } from '../types.ts';
import { connectionOf } from './connections.ts';

// Of this process; beside the settings it was made from, so that two installations in one process (tests) do not share it.
const breakers = new WeakMap<Config, Map<string, Breaker>>();

function breakersOf(config: Config): Map<string, Breaker> {
  const known = breakers.get(config) ?? new Map<string, Breaker>();
  breakers.set(config, known);
  return known;
}

export function restsNow(ctx: Context, register: string): boolean {
  const breaker = breakersOf(ctx.config).get(register);
  return breaker !== undefined && isResting(breaker, ctx.clock.now().getTime());
}

/** Asks within the patience given. A register that is not connected is `unavailable`; ask `isConnected` before. Never throws. */
export async function lookUp(ctx: Context, question: Question, patience: Patience): Promise<LookUp> {
  const { register } = question;
  const startedAt = performance.now();
  const answered = await guarded(ctx, question, patience);
  const milliseconds = Math.round(performance.now() - startedAt);
  const outcome: Outcome = !answered?.ok ? 'unavailable' : answered.response.found ? 'answered' : 'unknown';
  const problem = answered === undefined ? 'resting' : answered.ok ? undefined : answered.problem;
  // Who was asked about stays out of the log; the service is purpose enough.
  ctx.log.info({ register, outcome, problem, milliseconds, purpose: question.purpose }, 'register asked');
  const at = ctx.clock.now();
  await addToTally(ctx.db, { register, outcome, milliseconds, at }).catch((error: unknown) => {
    ctx.log.warn({ err: error, register }, 'register tally not kept');
  });
  const { statements, facts } = answered?.ok ? answered.response : { statements: {}, facts: {} };
  return { register, outcome, statements, facts, at: at.toISOString() };
}

async function guarded(ctx: Context, question: Question, patience: Patience): Promise<Answered | undefined> {
  const { register, about, statements, facts = [], purpose } = question;
  const connection = connectionOf(ctx, register);
  const known = breakersOf(ctx.config);
  const now = (): number => ctx.clock.now().getTime();
  const admitted = admit(known.get(register) ?? closedBreaker, now());
  if (connection === undefined || admitted === undefined) return undefined;
  known.set(register, admitted);
  const request = { register, about, statements: [...statements], facts: [...facts], purpose, reference: newId() };
  const answered = await askRegister(connection, request, patience);
  known.set(register, settle(known.get(register) ?? closedBreaker, answered.ok, now()));
  return answered;
}
