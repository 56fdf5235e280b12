// Claim and hand back: whoever has claimed a task is the only one who can act on it until it is handed back.
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { seatsOn } from '../access.ts';
import type { CaseRow, TaskState } from '../types.ts';
import { appendEvents, eventActor } from './append.ts';
import { lockFor } from './perform.ts';

interface Claiming {
  readonly number: string;
  readonly taskId: string;
  readonly requestId: string;
}

function ownOpenTask(ctx: Context, target: CaseRow, taskId: string): TaskState {
  const task = target.state.tasks.find((candidate) => candidate.id === taskId && candidate.closedAt === undefined);
  if (!task) throw new AppError('conflict', 'cases.task_closed');
  const { actor } = ctx;
  const mine =
    actor.kind === 'officer' &&
    seatsOn(actor, target.state).some((seat) => seat.role === task.role && seat.unitId === task.unitId);
  if (!mine) throw new AppError('forbidden', 'cases.action_not_yours');
  return task;
}

export async function claimTask(ctx: Context, claiming: Claiming): Promise<CaseRow> {
  return inTransaction(ctx, async (ctx) => {
    const target = await lockFor(ctx, claiming.number);
    const task = ownOpenTask(ctx, target, claiming.taskId);
    const me = ctx.actor.kind === 'officer' ? ctx.actor.id : undefined;
    if (task.assignee === me) return target; // pressed twice
    if (task.assignee !== undefined) throw new AppError('conflict', 'cases.claimed');
    const event = { kind: 'claimed', data: { taskId: task.id } } as const;
    return appendEvents(ctx, target, [
      { event, actor: eventActor(ctx, target.state, task.role), requestId: claiming.requestId },
    ]);
  });
}

/** Hands a task back to the desk. Only the holder can. */
export async function releaseTask(ctx: Context, claiming: Claiming): Promise<CaseRow> {
  return inTransaction(ctx, async (ctx) => {
    const target = await lockFor(ctx, claiming.number);
    const task = ownOpenTask(ctx, target, claiming.taskId);
    if (task.assignee === undefined) return target;
    if (ctx.actor.kind !== 'officer' || task.assignee !== ctx.actor.id) throw new AppError('conflict', 'cases.claimed');
    const event = { kind: 'released', data: { taskId: task.id } } as const;
    return appendEvents(ctx, target, [
      { event, actor: eventActor(ctx, target.state, task.role), requestId: claiming.requestId },
    ]);
  });
}
