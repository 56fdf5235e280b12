// What the system does by itself once a moment of the definition has come: join decided, bill paid, facts confirmed, time run out.
import type { Action, ServiceDefinition } from '../../../definition/schema.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { listOfficers } from '../../identity/index.ts';
import { decideFollowUp } from '../engine/act.ts';
import type { Environment } from '../engine/environment.ts';
import { hasRequest, lockCase } from '../store/find-case.ts';
import type { CaseRow, CaseState, NewEvent } from '../types.ts';
import { type Appending, appendEvents } from './append.ts';
import { billOnEntering } from './bill.ts';
import { environmentOf } from './environment.ts';
import { noticeOfChange } from './notices.ts';
import { planReminders } from './remind.ts';

/** Tells the other modules and the applicant what has just happened. */
export async function tell(ctx: Context, target: CaseRow, event: NewEvent, action: Action | undefined): Promise<void> {
  const signerId = event.kind === 'acted' ? event.data.signedFor : undefined;
  if (action) await ctx.events.publish(ctx, 'cases.acted', { target, action, ...(signerId ? { signerId } : {}) });
  await noticeOfChange(ctx, target, event);
}

/** True when the system could issue the letter from here: then somebody must be there in whose name it signs. */
function mayIssue({ workflow, letter }: ServiceDefinition, state: CaseState): boolean {
  return (
    letter !== undefined &&
    workflow.actions.some(
      (action) =>
        action.by.includes('system') && action.from.includes(state.state) && action.effects.includes('issue-letter'),
    )
  );
}

/** The environment with the officer who holds the signer's role in the case's unit today, where one may be needed. */
export async function withSigner(ctx: Context, env: Environment, state: CaseState): Promise<Environment> {
  const role = env.definition.letter?.signer;
  const unitId = role === undefined ? undefined : state.roleUnits[role];
  if (!mayIssue(env.definition, state) || unitId === undefined) return env;
  const [officer] = await listOfficers(ctx, { role, unitId });
  return officer ? { ...env, signer: officer.id } : env;
}

const followUpLimit = 10; // a definition whose system actions chase each other is refused by the compiler; this is the belt

/** Everything the system can do now, one step after another. The caller holds the lock. */
export async function followUp(ctx: Context, target: CaseRow, requestId: string): Promise<CaseRow> {
  let after = target;
  for (let step = 1; step <= followUpLimit; step++) {
    const env = await withSigner(ctx, await environmentOf(ctx, after.state), after.state);
    after = await billOnEntering(ctx, env, after, `${requestId}:${step}`);
    const event = decideFollowUp(env, after.state);
    if (!event) return after;
    const action = env.definition.workflow.actions.find((candidate) => candidate.do === event.data.action);
    const before = after;
    after = await appendEvents(ctx, after, [{ event, actor: { kind: 'system' }, requestId: `${requestId}:${step}` }]);
    await tell(ctx, after, event, action);
    await planReminders(ctx, before, after);
  }
  return after;
}

/** Something a case depends on has changed elsewhere (a bill was paid): the system goes on from there. */
export async function followUpCase(ctx: Context, number: string, requestId: string): Promise<CaseRow | undefined> {
  return inTransaction(ctx, async (ctx) => {
    const target = await lockCase(ctx.db, number);
    return target && target.state.closedAt === undefined ? followUp(ctx, target, requestId) : target;
  });
}

/**
 * Appends what the system learned about an open case and goes on from there; the same request id twice changes nothing.
 * @returns undefined when there is no such case.
 */
export async function recordNotice(
  ctx: Context,
  number: string,
  notice: Pick<Appending, 'requestId'> & { readonly eventFor: (target: CaseRow) => Promise<NewEvent | undefined> },
): Promise<CaseRow | undefined> {
  return inTransaction(ctx, async (ctx) => {
    const target = await lockCase(ctx.db, number);
    if (!target || target.state.closedAt !== undefined) return target;
    if (await hasRequest(ctx.db, target.id, notice.requestId)) return target;
    const event = await notice.eventFor(target);
    if (!event) return target;
    const { requestId } = notice;
    const after = await appendEvents(ctx, target, [{ event, actor: { kind: 'system' }, requestId }]);
    await tell(ctx, after, event, undefined);
    return followUp(ctx, after, requestId);
  });
}
