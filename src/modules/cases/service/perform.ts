// A command on an open case: lock, check, decide, append, tell. One transaction; the same request id twice changes nothing.

import type { Action } from '../../../definition/schema.ts';
import type { Refusal } from '../../../definition/workflow/decide.ts';
import { AppError, type ErrorKind } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { canSeeCase, whoOn } from '../access.ts';
import { type ActCommand, decideCommand } from '../engine/act.ts';
import { hasRequest, lockCase } from '../store/find-case.ts';
import type { CaseRow } from '../types.ts';
import { appendEvents, eventActor } from './append.ts';
import { environmentOf } from './environment.ts';
import { followUp, tell } from './follow-up.ts';
import { planReminders } from './remind.ts';

export interface Performing {
  readonly number: string;
  readonly requestId: string;
  readonly expectedVersion?: number | undefined; // what the person was looking at; a newer one refuses with conflict
  readonly command: ActCommand;
}

const refusalCodes = {
  not_here: ['conflict', 'cases.action_not_here'],
  not_yours: ['forbidden', 'cases.action_not_yours'],
  separation: ['forbidden', 'cases.separation'],
  limit: ['conflict', 'cases.limit_reached'],
  claimed: ['conflict', 'cases.claimed'],
  unknown_action: ['not_found', 'cases.unknown_action'],
  tasks_open: ['conflict', 'cases.tasks_open'],
  not_yet: ['conflict', 'cases.not_yet'],
} as const satisfies Record<Refusal, readonly [ErrorKind, string]>;

export function refuse(refusal: Refusal): never {
  const [kind, code] = refusalCodes[refusal];
  throw new AppError(kind, code);
}

/** Locks a case the actor may act on. An officer without a seat gets forbidden, whatever the number. */
export async function lockFor(ctx: Context, number: string): Promise<CaseRow> {
  const target = await lockCase(ctx.db, number);
  if (!target) throw new AppError('not_found', 'cases.not_found');
  if (ctx.actor.kind === 'officer' && !canSeeCase(ctx.actor, target.state))
    throw new AppError('forbidden', 'cases.forbidden');
  return target;
}

/**
 * Carries out one action or parallel task. For applicants the caller has already matched the tracking code.
 * @returns the case after the action and after whatever the system could do next by itself.
 */
export async function performAction(ctx: Context, performing: Performing): Promise<CaseRow> {
  return inTransaction(ctx, async (ctx) => {
    const target = await lockFor(ctx, performing.number);
    if (await hasRequest(ctx.db, target.id, performing.requestId)) return target;
    if (performing.expectedVersion !== undefined && performing.expectedVersion !== target.version) {
      throw new AppError('conflict', 'cases.changed_meanwhile');
    }
    const env = await environmentOf(ctx, target.state);
    const result = decideCommand(env, target.state, performing.command, whoOn(ctx.actor, target.state));
    if (!result.ok) refuse(result.refusal);
    const action = env.definition.workflow.actions.find((candidate) => candidate.do === performing.command.action);
    const actor = eventActor(ctx, target.state, roleFor(action, target));
    let after = await appendEvents(ctx, target, [{ event: result.event, actor, requestId: performing.requestId }]);
    await tell(ctx, after, result.event, action);
    after = await followUp(ctx, after, performing.requestId);
    await planReminders(ctx, target, after);
    return after;
  });
}

/** The role he acts in: the one waited for, when it is among the roles the action names. */
function roleFor(action: Action | undefined, target: CaseRow): string | undefined {
  return target.state.tasks.find((task) => task.closedAt === undefined && action?.by.includes(task.role))?.role;
}
