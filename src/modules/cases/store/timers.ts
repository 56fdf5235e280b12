// Cases whose time has come, a page at a time. Both queries walk a partial index that holds nothing else.
import type { Db } from '../../../platform/context.ts';
import type { CaseState } from '../types.ts';
import { columnsOf } from './rows.ts';

export interface Timer {
  readonly number: string;
  readonly at: Date;
  readonly id: string;
}
type After = Pick<Timer, 'at' | 'id'> | undefined;

export interface TimerPage {
  readonly now: Date;
  readonly limit: number;
  readonly after: After; // keyset: a case that cannot be decided yet does not hold up those behind it
}

/** Open tasks whose silence is an answer and whose due time has passed. */
export async function listSilent(db: Db, { now, limit, after }: TimerPage): Promise<Timer[]> {
  return db
    .selectFrom('cases.task as task')
    .innerJoin('cases.case as one', (join) =>
      join.onRef('one.regionId', '=', 'task.regionId').onRef('one.id', '=', 'task.caseId'),
    )
    .select(['one.number', 'task.dueAt as at', 'task.id'])
    .where('task.silent', '=', true)
    .where('task.closedAt', 'is', null)
    .where('task.dueAt', '<=', now)
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('task.dueAt', 'task.id'), '>', tuple(after?.at ?? now, after?.id ?? '')),
      ),
    )
    .orderBy('task.dueAt')
    .orderBy('task.id')
    .limit(limit)
    .execute();
}

/** Open cases with a clock that decides and whose time has passed. */
export async function listExpired(db: Db, { now, limit, after }: TimerPage): Promise<Timer[]> {
  const rows = await db
    .selectFrom('cases.case')
    .select(['number', 'expiresAt', 'id'])
    .where('closedAt', 'is', null)
    .where('expiresAt', 'is not', null)
    .where('expiresAt', '<=', now)
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('expiresAt', 'id'), '>', tuple(after?.at ?? now, after?.id ?? '')),
      ),
    )
    .orderBy('expiresAt')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ number, expiresAt, id }) => ({ number, at: expiresAt ?? now, id }));
}

/** True when something of this case happens by the passing of time: then intake writes it down in a second statement. */
export function hasTimers(state: CaseState): boolean {
  return columnsOf(state).expiresAt !== null || silentOf(state).length > 0;
}

export async function saveTimers(db: Db, caseId: string, state: CaseState): Promise<void> {
  const { expiresAt } = columnsOf(state);
  if (expiresAt !== null) await db.updateTable('cases.case').set({ expiresAt }).where('id', '=', caseId).execute();
  const silent = silentOf(state);
  if (silent.length > 0) await db.updateTable('cases.task').set({ silent: true }).where('id', 'in', silent).execute();
}

function silentOf(state: CaseState): string[] {
  return state.tasks.filter((task) => task.silent === true && task.closedAt === undefined).map((task) => task.id);
}
