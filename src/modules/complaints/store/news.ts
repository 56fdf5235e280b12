import { sql } from 'kysely';
import type { Locale } from '../../../lib/locale.ts';
import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';

export interface Subscriber {
  readonly id: string;
  readonly problemId: string;
  readonly whoHash: string;
  readonly email: string | null; // of rows from before addresses were sealed
  readonly emailSealed: Uint8Array | null;
  readonly locale: Locale;
  readonly askedAt: Date;
  readonly confirmedAt: Date | null;
  readonly seenAt: Date;
  readonly toldAt: Date | null;
}
const columns = [
  'id',
  'problemId',
  'whoHash',
  'email',
  'emailSealed',
  'locale',
  'askedAt',
  'confirmedAt',
  'seenAt',
  'toldAt',
] as const;
// The check constraint of the table holds the locale to the type.
const toSubscriber = (row: Omit<Subscriber, 'locale'> & { locale: string }): Subscriber => row as Subscriber;

/** Asked again before it was confirmed, the time of asking moves; a confirmed one stays as it is. */
export async function askForNews(
  db: Db,
  row: Subscriber & { readonly emailSealed: Buffer },
): Promise<Subscriber | undefined> {
  const { askedAt, seenAt } = row;
  const kept = await only(db, 'complaints')
    .insertInto('complaints.news')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['regionId', 'problemId', 'whoHash'])
        .doUpdateSet({ askedAt, seenAt })
        .where('complaints.news.confirmedAt', 'is', null),
    )
    .returning(columns)
    .executeTakeFirst();
  return kept && toSubscriber(kept);
}
export async function findSubscriber(db: Db, id: string): Promise<Subscriber | undefined> {
  const row = await only(db, 'complaints')
    .selectFrom('complaints.news')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toSubscriber(row);
}
export async function findSubscriberOf(db: Db, problemId: string, whoHash: string): Promise<Subscriber | undefined> {
  const row = await only(db, 'complaints')
    .selectFrom('complaints.news')
    .select(columns)
    .where('problemId', '=', problemId)
    .where('whoHash', '=', whoHash)
    .executeTakeFirst();
  return row && toSubscriber(row);
}
/** How many letters this address was sent to confirm since then. */
export async function countAsked(db: Db, whoHash: string, since: Date): Promise<number> {
  const row = await only(db, 'complaints')
    .selectFrom('complaints.news')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('whoHash', '=', whoHash)
    .where('askedAt', '>=', since)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}
/** The problem itself, and those whose leading report was joined to it: whoever followed them follows it. */
const withJoined = (problemId: string) => sql<boolean>`problem_id in (select ${problemId}::uuid union all
  select p.id from complaints.problem p join complaints.report r on r.region_id = p.region_id and r.case_id = p.lead_case
  where r.problem_id = ${problemId}::uuid and p.merged_into is not null)`;

/** Each person once; who follows it and one that was joined to it by the row of the problem itself. */
export async function listSubscribers(db: Db, problemId: string): Promise<Subscriber[]> {
  const rows = await only(db, 'complaints')
    .selectFrom('complaints.news')
    .select(columns)
    .where(withJoined(problemId))
    .where('confirmedAt', 'is not', null)
    .orderBy(sql`problem_id <> ${problemId}::uuid`)
    .orderBy('id')
    .execute();
  const told = new Set<string>();
  return rows.map(toSubscriber).filter(({ whoHash }) => !told.has(whoHash) && told.add(whoHash));
}
/** Whoever stops hears nothing more of the problem, whichever of the joined ones the letter was about. */
export async function dropSubscriberOf(db: Db, problemId: string, whoHash: string): Promise<void> {
  await only(db, 'complaints')
    .deleteFrom('complaints.news')
    .where(withJoined(problemId))
    .where('whoHash', '=', whoHash)
    .execute();
}
export async function changeSubscriber(
  db: Db,
  id: string,
  change: Partial<Pick<Subscriber, 'confirmedAt' | 'seenAt' | 'toldAt'>>,
): Promise<void> {
  await only(db, 'complaints').updateTable('complaints.news').set(change).where('id', '=', id).execute();
}
export async function dropSubscriber(db: Db, id: string): Promise<void> {
  await only(db, 'complaints').deleteFrom('complaints.news').where('id', '=', id).execute();
}
/** Addresses nobody confirmed since `askedBefore`, and those of problems that ended before `endedBefore` or are not shown. @returns how many. */
export async function dropOldNews(
  db: Db,
  { askedBefore, endedBefore }: { readonly askedBefore: Date; readonly endedBefore: Date },
): Promise<number> {
  const result = await only(db, 'complaints')
    .deleteFrom('complaints.news')
    .where((eb) =>
      eb.or([
        eb.and([eb('confirmedAt', 'is', null), eb('askedAt', '<', askedBefore)]),
        eb.not(
          eb.exists(
            eb
              .selectFrom('complaints.publishedProblem as p')
              .select('p.id')
              .where(
                sql<boolean>`p.id = coalesce((select r.problem_id from complaints.problem k
                  join complaints.report r on r.region_id = k.region_id and r.case_id = k.lead_case
                  where k.id = complaints.news.problem_id and k.merged_into is not null), complaints.news.problem_id)`,
              )
              .where((inner) => inner.or([inner('p.closedAt', 'is', null), inner('p.closedAt', '>=', endedBefore)])),
          ),
        ),
      ]),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
/** Rows with an address that is not sealed yet. */
export async function listUnsealed(db: Db, limit: number): Promise<{ id: string; email: string }[]> {
  const rows = await only(db, 'complaints')
    .selectFrom('complaints.news')
    .select(['id', 'email'])
    .where('email', 'is not', null)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.flatMap(({ id, email }) => (email === null ? [] : [{ id, email }]));
}
/** Written as it stood when it was read, or not at all. */
export async function sealSubscriber(
  db: Db,
  { id, email }: { id: string; email: string },
  emailSealed: Buffer,
): Promise<void> {
  await only(db, 'complaints')
    .updateTable('complaints.news')
    .set({ email: null, emailSealed })
    .where('id', '=', id)
    .where('email', '=', email)
    .execute();
}
