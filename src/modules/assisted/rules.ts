// What must be known about whoever held the keyboard. Pure; time comes in.
import type { Channel } from '../../platform/context.ts';
import type { Assisted } from '../cases/index.ts';

export const oldestPaperDays = 30;

export function channelOf(mode: Assisted['mode']): Channel {
  return mode === 'companion' ? 'web' : mode;
}

export type AssistedProblem = 'helper_missing' | 'received_missing' | 'received_in_future' | 'received_too_old';

/** The first thing that is missing or cannot be. */
export function problemOf(assisted: Assisted, now: Date): AssistedProblem | undefined {
  if (assisted.mode === 'companion') {
    const { helperName, helperPhone, consent } = assisted;
    return helperName && helperPhone && consent ? undefined : 'helper_missing';
  }
  return assisted.mode === 'paper' ? paperProblem(assisted, now) : undefined;
}

function paperProblem({ receivedAt, lateReason }: Assisted, now: Date): AssistedProblem | undefined {
  if (receivedAt === undefined) return 'received_missing';
  const age = now.getTime() - new Date(receivedAt).getTime();
  if (age < 0) return 'received_in_future';
  return age > oldestPaperDays * 86_400_000 && !lateReason ? 'received_too_old' : undefined;
}
