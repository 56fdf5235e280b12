import type { Db } from '../../platform/context.ts';
import { jsonb, only } from '../../platform/database/index.ts';
import type { Counter, Entry, NewEntry, Seat } from './types.ts';

const entryColumns = [
  'id',
  'officerId',
  'service',
  'versionId',
  'mode',
  'answers',
  'documents',
  'seen',
  'note',
  'confirmed',
  'caseId',
  'createdAt',
  'updatedAt',
  'sentAt',
] as const;

export async function findEntry(db: Db, id: string): Promise<Entry | undefined> {
  const row = await only(db, 'assisted')
    .selectFrom('assisted.entry')
    .select(entryColumns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row as Entry | undefined; // its JSON is written by saveEntry only
}

const json = (value: unknown) => jsonb(JSON.parse(JSON.stringify(value)));

/** Keeps what was typed. An entry that was sent, or that belongs to another officer, is left alone. @returns whether it was kept. */
export async function saveEntry(db: Db, entry: NewEntry, now: Date): Promise<boolean> {
  const { id, officerId, service, versionId, mode } = entry;
  const typed = {
    answers: json(entry.answers),
    documents: json(entry.documents),
    seen: [...entry.seen],
    note: json(entry.note),
    updatedAt: now,
  };
  const result = await only(db, 'assisted')
    .insertInto('assisted.entry')
    .values({ id, officerId, service, versionId, mode, ...typed, createdAt: now })
    .onConflict((conflict) =>
      conflict
        .columns(['regionId', 'id'])
        .doUpdateSet(typed)
        .where('assisted.entry.officerId', '=', officerId)
        .where('assisted.entry.sentAt', 'is', null),
    )
    .returning('id')
    .executeTakeFirst();
  return result !== undefined;
}

export async function saveConfirmed(db: Db, id: string, confirmed: NonNullable<Entry['confirmed']>): Promise<void> {
  await only(db, 'assisted')
    .updateTable('assisted.entry')
    .set({ confirmed: json(confirmed) })
    .where('id', '=', id)
    .where('sentAt', 'is', null)
    .execute();
}

/** The case it became; what was typed is not kept a second time. */
export async function closeEntry(db: Db, id: string, caseId: string, now: Date): Promise<void> {
  const empty = { answers: json({}), documents: json([]), seen: [], note: json({}) };
  await only(db, 'assisted')
    .updateTable('assisted.entry')
    .set({ ...empty, caseId, sentAt: now, updatedAt: now })
    .where('id', '=', id)
    .execute();
}

export async function removeEntries(db: Db, before: Date): Promise<number> {
  const gone = await only(db, 'assisted')
    .deleteFrom('assisted.entry')
    .where('updatedAt', '<', before)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** What this officer began and did not send, newest first. */
export async function listOpenEntries(
  db: Db,
  officerId: string,
  most: number,
): Promise<Pick<Entry, 'id' | 'service' | 'mode' | 'updatedAt'>[]> {
  const rows = await only(db, 'assisted')
    .selectFrom('assisted.entry')
    .select(['id', 'service', 'mode', 'updatedAt'])
    .where('officerId', '=', officerId)
    .where('sentAt', 'is', null)
    .orderBy('updatedAt', 'desc')
    .limit(most)
    .execute();
  return rows as Pick<Entry, 'id' | 'service' | 'mode' | 'updatedAt'>[];
}

export async function findSeat(db: Db, officerId: string): Promise<Seat | undefined> {
  return only(db, 'assisted')
    .selectFrom('assisted.seat')
    .select(['officerId', 'counterId', 'entryId', 'shownAt'])
    .where('officerId', '=', officerId)
    .executeTakeFirst();
}

export async function saveSeat(
  db: Db,
  officerId: string,
  change: Partial<Pick<Seat, 'counterId' | 'entryId' | 'shownAt'>>,
): Promise<void> {
  await only(db, 'assisted')
    .insertInto('assisted.seat')
    .values({ officerId, ...change })
    .onConflict((conflict) => conflict.columns(['regionId', 'officerId']).doUpdateSet(change))
    .execute();
}

const counterColumns = ['id', 'unitId', 'name', 'printerHost', 'printerPort', 'paperMm', 'confirms'] as const;

export async function listCounters(db: Db, unitIds: readonly string[]): Promise<Counter[]> {
  if (unitIds.length === 0) return [];
  const rows = await only(db, 'assisted')
    .selectFrom('assisted.counter')
    .select(counterColumns)
    .where('unitId', 'in', [...unitIds])
    .orderBy('name')
    .execute();
  return rows as Counter[]; // paper_mm is checked by the table
}

export async function findCounter(db: Db, id: string): Promise<Counter | undefined> {
  const row = await only(db, 'assisted')
    .selectFrom('assisted.counter')
    .select(counterColumns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row as Counter | undefined;
}

/** Inserts or changes the unit's counter of this name. */
export async function saveCounter(db: Db, counter: Counter): Promise<void> {
  const { printerHost, printerPort, paperMm, confirms } = counter;
  await only(db, 'assisted')
    .insertInto('assisted.counter')
    .values(counter)
    .onConflict((conflict) =>
      conflict.columns(['regionId', 'unitId', 'name']).doUpdateSet({ printerHost, printerPort, paperMm, confirms }),
    )
    .execute();
}
