import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import type { CaseEvent, CaseState } from '../types.ts';
import { columnsOf } from './rows.ts';

export interface NewCase {
  readonly id: string;
  readonly number: string;
  readonly event: CaseEvent;
  readonly state: CaseState;
  readonly applicantShort: string;
  readonly locale: 'id' | 'en';
  readonly email?: string | undefined;
  readonly phoneTail?: string | undefined;
  readonly trackingHash: string;
  readonly submissionKey: string;
}

/**
 * Writes a new case, its first event and its first work in ONE statement: one round trip, one commit, all or nothing.
 * Violated constraints (number, submission key) surface as pg errors with their constraint's name.
 */
export async function insertCase(db: Db, fresh: NewCase): Promise<void> {
  const { id, event, state } = fresh;
  const columns = columnsOf(state);
  const open = state.tasks.filter((task) => task.closedAt === undefined);
  const { actor } = event;
  await sql`
    with new_case as (
      insert into cases."case" (id, number, service, version_id, unit_id, state, status, waits_for, version, last_hash, submitted_at,
        due_at, lapse_at, closed_at, applicant_short, locale, email, phone_tail, tracking_hash, submission_key, projection)
      values (${id}, ${fresh.number}, ${state.service}, ${state.versionId}, ${columns.unitId}, ${columns.state}, ${columns.status},
        ${columns.waitsFor}, ${event.seq}, ${event.hash}, ${event.at}, ${columns.dueAt}, ${columns.lapseAt}, ${columns.closedAt},
        ${fresh.applicantShort}, ${fresh.locale}, ${fresh.email ?? null}, ${fresh.phoneTail ?? null}, ${fresh.trackingHash},
        ${fresh.submissionKey}, ${JSON.stringify(state)})
    ), new_event as (
      insert into cases.event (case_id, seq, at, kind, actor_kind, actor_id, actor_role, actor_unit_id, channel, request_id, data, prev_hash, hash)
      values (${id}, ${event.seq}, ${event.at}, ${event.kind}, ${actor.kind}, ${actor.id ?? null}, ${actor.role ?? null},
        ${actor.unitId ?? null}, ${event.channel}, ${event.requestId}, ${JSON.stringify(event.data)}, ${event.prevHash}, ${event.hash})
    )
    insert into cases.task (id, case_id, key, kind, role, unit_id, opened_at, due_at)
    select task.id, ${id}, task.key, task.kind, task.role, task."unitId", task."openedAt", task."dueAt"
    from json_to_recordset(${JSON.stringify(open)}::json) as task(id uuid, key text, kind text, role text, "unitId" uuid, "openedAt" timestamptz, "dueAt" timestamptz)
  `.execute(db);
}
