import { CompiledQuery } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import type { CaseEvent, CaseState } from '../types.ts';
import { columnsOf } from './rows.ts';

export interface NewCase {
  readonly id: string;
  readonly number: string;
  readonly event: CaseEvent; // the submission; its request id is the submission key
  readonly state: CaseState;
  readonly applicantShort: string;
  readonly locale: 'id' | 'en';
  readonly email?: string | undefined;
  readonly phoneTail?: string | undefined;
  readonly personHash?: string | undefined;
  readonly trackingHash: string;
  readonly submissionKey: string;
  readonly nextWatchAt: Date | undefined;
  readonly lookUpAt: Date | undefined; // when registers are asked about it
}

const call = `select cases.insert_case(${Array.from({ length: 28 }, (_, index) => `$${index + 1}`).join(', ')})`;

/**
 * Writes a new case, its first event and its first work in ONE statement: one round trip, one commit, all or nothing.
 * Violated constraints (number, submission key) surface as pg errors with their constraint's name.
 */
export async function insertCase(db: Db, fresh: NewCase): Promise<void> {
  const { event, state } = fresh;
  const columns = columnsOf(state);
  const open = state.tasks.filter((task) => task.closedAt === undefined);
  const values = [
    fresh.id,
    fresh.number,
    state.service,
    state.versionId,
    columns.unitId,
    columns.state,
    columns.status,
    columns.waitsFor,
    event.at,
    columns.dueAt,
    columns.lapseAt,
    columns.closedAt,
    fresh.applicantShort,
    fresh.locale,
    fresh.email ?? null,
    fresh.phoneTail ?? null,
    fresh.trackingHash,
    fresh.submissionKey,
    JSON.stringify(state),
    event.actor.kind,
    event.actor.id ?? null,
    event.channel,
    JSON.stringify(event.data),
    event.hash,
    JSON.stringify(open),
    fresh.nextWatchAt ?? null,
    fresh.personHash ?? null,
    fresh.lookUpAt ?? null,
  ];
  // Written by hand: building this query anew for every application would cost more than running it.
  await db.executeQuery(CompiledQuery.raw(call, values));
}
