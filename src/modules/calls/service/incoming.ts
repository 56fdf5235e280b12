// What a telephone exchange tells: a number rings, is answered, is over.
import { timingSafeEqual } from 'node:crypto';
import { AppError } from '../../../lib/errors.ts';
import { readPhone } from '../../../lib/phone/phone.ts';
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { openCasesOfPhone } from '../../cases/index.ts';
import { type Incoming, keepIncoming, listIncoming, removeOldIncoming } from '../store/calls.ts';
import { removeOldScripts } from '../store/scripts.ts';
import type { CallEvent } from '../types.ts';
import { callTaker, hashOfPhone, ringingMs } from './call.ts';

/** The secret the exchange sends: the setting, or on a machine for trying out one derived from its own key. */
export function exchangeSecret(ctx: Pick<Context, 'config' | 'secrets'>): string | undefined {
  const derived = ctx.config.development ? ctx.secrets.sign('telephone-exchange').toString('hex') : undefined;
  return ctx.config.exchangeSecret ?? derived;
}

export function checkExchange(ctx: Context, given: string | undefined): void {
  const expected = exchangeSecret(ctx);
  const [left, right] = [Buffer.from(expected ?? ''), Buffer.from(given ?? '')];
  if (expected === undefined || left.length !== right.length || !timingSafeEqual(left, right))
    throw new AppError('unauthenticated', 'calls.forged');
}

export async function receiveCall(
  ctx: Context,
  told: { event: CallEvent; number: string; call: string },
): Promise<void> {
  const read = readPhone(told.number);
  if (!read.ok) throw new AppError('invalid', 'calls.not_a_number');
  const cases = told.event === 'masuk' ? await openCasesOfPhone(ctx, read.phone) : [];
  await keepIncoming(ctx.db, {
    id: newId(),
    exchangeId: told.call,
    callerHash: hashOfPhone(ctx, read.phone),
    callerTail: read.phone.slice(-4),
    cases: cases.map(({ target }) => target.id),
    state: told.event,
    at: ctx.clock.now(),
  });
}

export async function ringing(ctx: Context): Promise<Incoming[]> {
  callTaker(ctx);
  return listIncoming(ctx.db, new Date(ctx.clock.now().getTime() - ringingMs));
}

const keptDays = 30;
export async function forgetOld(ctx: Context): Promise<void> {
  const now = ctx.clock.now().getTime();
  await removeOldIncoming(ctx.db, new Date(now - 86_400_000));
  await removeOldScripts(ctx.db, new Date(now - keptDays * 86_400_000));
}
