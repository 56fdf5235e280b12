// Between rows and nouns: the only place that knows both.

import { caseDue } from '../engine/leading-clock.ts';
import { isRunning } from '../engine/statements.ts';
import type { CaseEvent, CaseRow, CaseState } from '../types.ts';

/** The columns of cases.case that are read off the state; `verify` compares them with the folded state. */
export function columnsOf(state: CaseState): {
  unitId: string;
  state: string;
  status: string;
  waitsFor: string;
  dueAt: Date | null;
  lapseAt: Date | null;
  closedAt: Date | null;
  expiresAt: Date | null;
  noted: Noted | null;
} {
  return {
    unitId: state.unitId,
    state: state.state,
    status: state.status,
    waitsFor: state.waitsFor,
    dueAt: caseDue(state.clocks) ?? null,
    lapseAt: state.lapseAt ? new Date(state.lapseAt) : null,
    closedAt: state.closedAt ? new Date(state.closedAt) : null,
    expiresAt: decisiveDue(state),
    noted: notedOf(state),
  };
}

/** What is said beside a row of the inbox. */
export interface Noted {
  readonly warned: Readonly<Record<string, number>>; // clock or task id -> highest percentage told
  readonly raised: number; // the highest level it was passed up to
  readonly remindedAt: string | null; // from above, since it came to this desk
}
function notedOf({ closedAt, since, warned, escalations, reminder }: CaseState): Noted | null {
  if (closedAt !== undefined || !(warned || escalations || reminder)) return null;
  return {
    warned: warned ?? {},
    raised: Math.max(0, ...(escalations ?? []).map(({ level }) => level)),
    remindedAt: reminder && reminder.at >= since ? reminder.at : null,
  };
}

/** When a clock decides this case, if people do not before. */
function decisiveDue({ clocks, closedAt }: CaseState): Date | null {
  if (closedAt !== undefined) return null;
  const times = clocks.flatMap(({ rule, events, dueAt }) => {
    const decides = rule.onExpiry === 'granted' || rule.onExpiry === 'refused';
    return decides && isRunning(events) && dueAt !== null ? [Date.parse(dueAt)] : [];
  });
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}

export interface StoredEvent {
  seq: number;
  at: Date;
  kind: string;
  actorKind: string;
  actorId: string | null;
  actorRole: string | null;
  actorUnitId: string | null;
  actorDelegation: unknown;
  channel: string;
  requestId: string;
  data: unknown;
  prevHash: string;
  hash: string;
}

export function toEvent(row: StoredEvent): CaseEvent {
  const actor = {
    kind: row.actorKind,
    ...(row.actorId === null ? {} : { id: row.actorId }),
    ...(row.actorRole === null ? {} : { role: row.actorRole }),
    ...(row.actorUnitId === null ? {} : { unitId: row.actorUnitId }),
    ...(row.actorDelegation === null ? {} : { delegation: row.actorDelegation }),
  };
  const { seq, kind, channel, requestId, data, prevHash, hash } = row;
  // Only this module writes the table, through sealEvent: the row has the shape of its kind.
  return { seq, at: row.at.toISOString(), kind, actor, channel, requestId, data, prevHash, hash } as CaseEvent;
}

export interface StoredCase {
  id: string;
  number: string;
  version: number;
  lastHash: string;
  projection: unknown;
  applicantShort: string;
  locale: string;
  email: string | null;
}

export function toCase(row: StoredCase): CaseRow {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    lastHash: row.lastHash,
    state: row.projection as CaseState, // written by this module from applyEvent
    applicantShort: row.applicantShort,
    locale: row.locale === 'en' ? 'en' : 'id',
    ...(row.email === null ? {} : { email: row.email }),
  };
}
