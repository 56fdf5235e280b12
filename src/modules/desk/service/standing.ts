// What time and the line above say about a case, in sentences.
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { escalationNow, type OpenedCase } from '../../cases/index.ts';
import { getOfficers } from '../../identity/index.ts';
import { getUnit } from '../../organisation/index.ts';
import { messagesFor } from '../messages.ts';
import { momentOf } from './env.ts';
import { officerOf } from './officer.ts';

export interface CaseStanding {
  readonly lines: readonly string[];
  readonly raisedToMe: boolean;
  readonly canRemind: boolean;
  readonly canNote: boolean;
}

export async function standingOf(ctx: Context, { target, definition }: OpenedCase): Promise<CaseStanding> {
  const { state } = target;
  const words = messagesFor(ctx.locale);
  const standing = escalationNow(officerOf(ctx), state);
  const closed = state.closedAt !== undefined;
  const warned = Object.entries(standing.warned).flatMap(([about, percent]) => {
    const names: Readonly<Record<string, string>> = words.case.clockNames;
    const task = state.tasks.find(({ id }) => id === about);
    const parallel = definition.workflow.tasks.find(({ id }) => id === task?.key);
    const name = task
      ? say(parallel?.label ?? definition.workflow.states[task.key]?.label ?? { id: task.key }, ctx.locale)
      : (names[about] ?? about);
    return [words.case.events.warned(name, percent)];
  });
  const { highest, reminder } = standing;
  const raised = highest
    ? [`${words.inbox.notes.raised(highest.level)}: ${(await getUnit(ctx, highest.unitId)).name}`]
    : [];
  const by = reminder && (await getOfficers(ctx, [reminder.by])).get(reminder.by);
  const reminded = reminder ? [words.case.remindedBy(by?.title ?? '', momentOf(ctx, reminder.at))] : [];
  return {
    lines: closed ? [] : [...reminded, ...raised, ...warned],
    raisedToMe: standing.toMe,
    canRemind: standing.toMe,
    canNote: !closed,
  };
}
