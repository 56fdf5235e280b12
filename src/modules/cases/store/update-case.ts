import type { Db } from '../../../platform/context.ts';
import type { CaseEvent, CaseRow, CaseState } from '../types.ts';
import { saveEscalations } from './escalations.ts';
import { columnsOf } from './rows.ts';

export interface Saving {
  readonly events: readonly CaseEvent[];
  readonly state: CaseState; // after them
  readonly next?: { readonly nextWatchAt: Date | undefined }; // absent: the worker looks when it was going to
}

/** Appends sealed events and brings the projections to `state`. The caller holds the case's row lock. */
export async function saveEvents(db: Db, target: CaseRow, { events, state, next }: Saving): Promise<void> {
  const last = events.at(-1);
  if (!last) return;
  await db
    .insertInto('cases.event')
    .values(
      events.map((event) => ({
        caseId: target.id,
        seq: event.seq,
        at: event.at,
        kind: event.kind,
        actorKind: event.actor.kind,
        actorId: event.actor.id ?? null,
        actorRole: event.actor.role ?? null,
        actorUnitId: event.actor.unitId ?? null,
        actorDelegation: event.actor.delegation ? JSON.stringify(event.actor.delegation) : null,
        channel: event.channel,
        requestId: event.requestId,
        data: JSON.stringify(event.data),
        prevHash: event.prevHash,
        hash: event.hash,
      })),
    )
    .execute();
  const { noted, ...columns } = columnsOf(state);
  await db
    .updateTable('cases.case')
    .set({
      ...columns,
      noted: noted && JSON.stringify(noted),
      version: last.seq,
      lastHash: last.hash,
      projection: JSON.stringify(state),
      ...(next ? { nextWatchAt: next.nextWatchAt ?? null } : {}),
    })
    .where('id', '=', target.id)
    .execute();
  await saveTasks(db, target, state);
  await saveEscalations(db, target, state);
}

async function saveTasks(db: Db, target: CaseRow, state: CaseState): Promise<void> {
  const before = new Map(target.state.tasks.map((task) => [task.id, task]));
  for (const task of state.tasks) {
    const old = before.get(task.id);
    if (old && old.assignee === task.assignee && old.closedAt === task.closedAt && old.dueAt === task.dueAt) continue;
    const { id, key, kind, role, unitId, openedAt, dueAt, silent = false } = task;
    const changing = { assignee: task.assignee ?? null, closedAt: task.closedAt ?? null, dueAt };
    await db
      .insertInto('cases.task')
      .values({ id, caseId: target.id, key, kind, role, unitId, openedAt, silent, ...changing })
      .onConflict((conflict) => conflict.columns(['regionId', 'id']).doUpdateSet(changing))
      .execute();
  }
}
