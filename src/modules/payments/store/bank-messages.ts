import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';

export interface BankMessage {
  readonly day: string;
  readonly externalId: string;
  readonly path: string;
  readonly bodySha256: string;
  readonly status: number;
  readonly answer: unknown;
  readonly at: Date;
}

export async function findMessage(db: Db, day: string, externalId: string): Promise<BankMessage | undefined> {
  return only(db, 'payments')
    .selectFrom('payments.bankMessage')
    .select(['externalId', 'path', 'bodySha256', 'status', 'answer', 'at', sql<string>`day::text`.as('day')])
    .where('day', '=', sql<never>`${day}::date`)
    .where('externalId', '=', externalId)
    .executeTakeFirst();
}

/** The same message at the same moment twice: the first stays. */
export async function keepMessage(db: Db, message: BankMessage): Promise<void> {
  await only(db, 'payments')
    .insertInto('payments.bankMessage')
    .values({
      ...message,
      day: sql<never>`${message.day}::date`,
      answer: sql<string>`${JSON.stringify(message.answer)}::json`,
    })
    .onConflict((conflict) => conflict.columns(['regionId', 'day', 'externalId']).doNothing())
    .execute();
}
