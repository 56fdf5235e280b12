import type { Db } from '../../../platform/context.ts';
import { only } from '../../../platform/database/index.ts';
import type { HeadRequest, RequestEnd } from '../types.ts';

const columns = [
  ...(['id', 'caseId', 'unitId', 'what', 'officerId'] as const),
  ...(['askedAt', 'dueAt', 'returnedAt', 'endedAt', 'endedHow', 'asked', 'said'] as const),
] as const;
const own = (db: Db) => only(db, 'hotline');
const requests = (db: Db) => own(db).selectFrom('hotline.request').select(columns);
type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirst']>>>;
// What was asked and how it ended is held by the table's own checks.
const toRequest = (row: Row): HeadRequest => ({
  ...row,
  what: row.what as HeadRequest['what'],
  endedHow: row.endedHow as RequestEnd | null,
});

export async function insertRequest(db: Db, request: HeadRequest): Promise<void> {
  await own(db).insertInto('hotline.request').values(request).execute();
}
interface End {
  readonly how: RequestEnd;
  readonly at: Date;
  readonly said: string | null;
  readonly but: readonly string[]; // units whose request goes on
}
/** @returns those that ended. */
export async function endRequests(db: Db, caseId: string, { how, at, said, but }: End): Promise<HeadRequest[]> {
  const open = own(db)
    .updateTable('hotline.request')
    .set({ endedAt: at, endedHow: how, said })
    .where('caseId', '=', caseId)
    .where('endedAt', 'is', null);
  const rows = await (but.length === 0 ? open : open.where('unitId', 'not in', [...but])).returning(columns).execute();
  return rows.map(toRequest);
}
/** One office is asked anew. */
export async function replaceRequest(
  db: Db,
  caseId: string,
  { unitId, at }: { unitId: string; at: Date },
): Promise<void> {
  await own(db)
    .updateTable('hotline.request')
    .set({ endedAt: at, endedHow: 'replaced' })
    .where('caseId', '=', caseId)
    .where('unitId', '=', unitId)
    .where('endedAt', 'is', null)
    .execute();
}
/** Whatever is past its time goes back to the mayor. */
export async function returnRequests(db: Db, caseId: string, at: Date): Promise<void> {
  await own(db)
    .updateTable('hotline.request')
    .set({ returnedAt: at })
    .where('caseId', '=', caseId)
    .where('endedAt', 'is', null)
    .where('returnedAt', 'is', null)
    .where('dueAt', '<=', at)
    .execute();
}
/** What is late counts as not brought back yet: the next round does it again. */
export async function askAgainSoon(db: Db, caseId: string, now: Date): Promise<void> {
  await own(db)
    .updateTable('hotline.request')
    .set({ returnedAt: null })
    .where('caseId', '=', caseId)
    .where('endedAt', 'is', null)
    .where('dueAt', '<=', now)
    .execute();
}
/** Of one message, the first asked first. */
export async function listRequests(db: Db, caseId: string): Promise<HeadRequest[]> {
  return (await requests(db).where('caseId', '=', caseId).orderBy('askedAt').orderBy('id').execute()).map(toRequest);
}
/** All of each message, the first asked first. */
export async function requestsOf(db: Db, caseIds: readonly string[]): Promise<Map<string, HeadRequest[]>> {
  const byCase = new Map<string, HeadRequest[]>();
  if (caseIds.length === 0) return byCase;
  const rows = await requests(db)
    .where('caseId', 'in', [...caseIds])
    .orderBy('askedAt')
    .orderBy('id')
    .execute();
  for (const row of rows) byCase.set(row.caseId, [...(byCase.get(row.caseId) ?? []), toRequest(row)]);
  return byCase;
}
/** Unanswered past their time, and not back with the mayor yet. */
export async function listOverdue(db: Db, now: Date, limit: number): Promise<HeadRequest[]> {
  const rows = await requests(db)
    .where('endedAt', 'is', null)
    .where('returnedAt', 'is', null)
    .where('dueAt', '<=', now)
    .orderBy('dueAt')
    .limit(limit)
    .execute();
  return rows.map(toRequest);
}
/** What these units were asked: open ones first, the most urgent first; then the latest that ended. */
export async function listForUnits(
  db: Db,
  unitIds: readonly string[],
  limit: number,
): Promise<{ open: HeadRequest[]; ended: HeadRequest[] }> {
  if (unitIds.length === 0) return { open: [], ended: [] };
  const mine = requests(db)
    .where('unitId', 'in', [...unitIds])
    .limit(limit);
  const [open, ended] = await Promise.all([
    mine.where('endedAt', 'is', null).orderBy('dueAt').execute(),
    mine.where('endedHow', '=', 'answered').orderBy('endedAt', 'desc').execute(),
  ]);
  return { open: open.map(toRequest), ended: ended.map(toRequest) };
}

export interface UnitTrend {
  readonly unitId: string;
  readonly now: number; // asked since
  readonly before: number; // in the time of the same length before
  readonly inTime: number; // of those since, answered in time
  readonly decided: number; // of those since, answered or past their time
}
export async function countByUnit(
  db: Db,
  { since, start, now }: { since: Date; start: Date; now: Date },
): Promise<UnitTrend[]> {
  const rows = await own(db)
    .selectFrom('hotline.request')
    .where('askedAt', '>=', start)
    .where((on) => on.or([on('endedHow', 'is', null), on('endedHow', 'not in', ['withdrawn', 'declined'])]))
    .groupBy('unitId')
    .select((on) => {
      const { countAll } = on.fn;
      const fresh = on('askedAt', '>=', since);
      const answered = on('endedHow', '=', 'answered');
      const decided = on.or([answered, on('dueAt', '<=', now)]);
      return [
        'unitId',
        countAll<string>().filterWhere(fresh).as('now'),
        countAll<string>().filterWhere('askedAt', '<', since).as('before'),
        countAll<string>()
          .filterWhere(on.and([fresh, answered, on('endedAt', '<=', on.ref('dueAt'))]))
          .as('inTime'),
        countAll<string>()
          .filterWhere(on.and([fresh, decided]))
          .as('decided'),
      ];
    })
    .execute();
  return rows.map(({ unitId, ...row }) => ({
    unitId,
    now: Number(row.now),
    before: Number(row.before),
    inTime: Number(row.inTime),
    decided: Number(row.decided),
  }));
}
