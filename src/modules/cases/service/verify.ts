// `loket24 verify`: every projection equals its events, every chain is whole.
import { canonicalJson } from '../../../lib/canonical-json.ts';
import type { Context } from '../../../platform/context.ts';
import { findBreak } from '../engine/chain.ts';
import { foldEvents } from '../engine/fold.ts';
import { listEscalationRows } from '../store/escalations.ts';
import { findById, findColumns, listCaseIds, listEvents, listTaskRows } from '../store/find-case.ts';
import { columnsOf } from '../store/rows.ts';
import type { CaseState } from '../types.ts';

export interface Verification {
  readonly cases: number;
  readonly events: number;
  readonly faults: readonly { readonly number: string; readonly fault: string }[];
}

async function faultsOf(ctx: Context, id: string): Promise<{ number: string; events: number; faults: string[] }> {
  const [target, events, columns, tasks, raised] = await Promise.all([
    findById(ctx.db, id),
    listEvents(ctx.db, id),
    findColumns(ctx.db, id),
    listTaskRows(ctx.db, id),
    listEscalationRows(ctx.db, id),
  ]);
  if (!target || !columns) return { number: id, events: events.length, faults: ['the case has gone'] };
  const broken = findBreak(id, events);
  if (broken !== undefined) return { number: target.number, events: events.length, faults: [broken] };
  const folded = foldEvents(events);
  const faults: string[] = [];
  if (canonicalJson(folded) !== canonicalJson(target.state)) faults.push('the projection differs from the events');
  if (canonicalJson(columnsOf(folded)) !== canonicalJson(columns)) faults.push('the columns differ from the events');
  if (target.version !== events.length || target.lastHash !== events.at(-1)?.hash)
    faults.push('the version differs from the events');
  if (canonicalJson(taskColumns(folded)) !== canonicalJson(tasks)) faults.push('the tasks differ from the events');
  if (canonicalJson(escalationRows(folded)) !== canonicalJson(raised))
    faults.push('the escalations differ from the events');
  await ctx.events.publish(ctx, 'cases.verified', { target, fault: (text) => faults.push(text) });
  return { number: target.number, events: events.length, faults };
}

function escalationRows({ escalations = [], closedAt }: CaseState): unknown[] {
  const key = (one: { at: string; about: string; level: number }) => `${one.at} ${one.about} ${one.level}`;
  return [...escalations]
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map(({ at, role, ...one }) => ({
      ...one,
      role: role ?? '',
      at: new Date(at),
      closedAt: closedAt ? new Date(closedAt) : null,
    }));
}

function taskColumns(state: CaseState): unknown[] {
  return [...state.tasks]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, key, role, unitId, assignee, closedAt, silent }) => ({
      id,
      key,
      role,
      unitId,
      assignee: assignee ?? null,
      closedAt: closedAt ? new Date(closedAt) : null,
      silent: silent === true,
    }));
}

const step = 500;

/** The first id that a case of this moment can have: ids begin with the time. */
function firstIdOf(moment: Date): string {
  const time = Math.max(0, moment.getTime()).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}

/** Walks every case of the region, or those that came in since a moment; memory stays flat. */
export async function verifyCases(ctx: Context, { since }: { readonly since?: Date } = {}): Promise<Verification> {
  let cases = 0;
  let events = 0;
  const faults: { number: string; fault: string }[] = [];
  for (let after = since && firstIdOf(since); ; ) {
    const ids = await listCaseIds(ctx.db, after, step);
    for (const id of ids) {
      const found = await faultsOf(ctx, id);
      cases += 1;
      events += found.events;
      faults.push(...found.faults.map((fault) => ({ number: found.number, fault })));
    }
    if (ids.length < step) return { cases, events, faults };
    after = ids.at(-1);
  }
}
