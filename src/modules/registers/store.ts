import type { Db } from '../../platform/context.ts';
import { only } from '../../platform/database/index.ts';
import type { Outcome } from './types.ts';

export interface Tally {
  readonly register: string;
  readonly hour: Date;
  readonly answered: number;
  readonly unknown: number;
  readonly unavailable: number;
  readonly milliseconds: number; // of all together
  readonly lastAnsweredAt: Date | null;
  readonly lastFailedAt: Date | null;
}

/** Counts one look-up: how it went and how long it took, never about whom. */
export async function addToTally(
  db: Db,
  seen: { register: string; outcome: Outcome; milliseconds: number; at: Date },
): Promise<void> {
  const { register, outcome, milliseconds, at } = seen;
  const hour = new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000);
  const failed = outcome === 'unavailable';
  await only(db, 'registers')
    .insertInto('registers.tally')
    .values({
      register,
      hour,
      answered: outcome === 'answered' ? 1 : 0,
      unknown: outcome === 'unknown' ? 1 : 0,
      unavailable: failed ? 1 : 0,
      milliseconds,
      lastAnsweredAt: failed ? null : at,
      lastFailedAt: failed ? at : null,
    })
    .onConflict((conflict) =>
      conflict.columns(['regionId', 'register', 'hour']).doUpdateSet((eb) => ({
        answered: eb('registers.tally.answered', '+', eb.ref('excluded.answered')),
        unknown: eb('registers.tally.unknown', '+', eb.ref('excluded.unknown')),
        unavailable: eb('registers.tally.unavailable', '+', eb.ref('excluded.unavailable')),
        milliseconds: eb('registers.tally.milliseconds', '+', eb.ref('excluded.milliseconds')),
        lastAnsweredAt: eb.fn.coalesce('excluded.lastAnsweredAt', 'registers.tally.lastAnsweredAt'),
        lastFailedAt: eb.fn.coalesce('excluded.lastFailedAt', 'registers.tally.lastFailedAt'),
      })),
    )
    .execute();
}

export async function listTallies(db: Db, since: Date): Promise<Tally[]> {
  return only(db, 'registers')
    .selectFrom('registers.tally')
    .select([
      'register',
      'hour',
      'answered',
      'unknown',
      'unavailable',
      'milliseconds',
      'lastAnsweredAt',
      'lastFailedAt',
    ])
    .where('hour', '>=', since)
    .orderBy('hour', 'desc')
    .execute();
}

export async function removeTallies(db: Db, before: Date): Promise<void> {
  await only(db, 'registers').deleteFrom('registers.tally').where('hour', '<', before).execute();
}
