// The sentence an applicant will read, before the officer sends it.
import type { Action, ServiceDefinition, Task } from '../../../definition/schema.ts';
import { say } from '../../../lib/locale.ts';
import { dueAfter } from '../../../lib/working-time/gauge.ts';
import type { Context } from '../../../platform/context.ts';
import type { ActCommand } from '../engine/act.ts';
import { messagesFor } from '../messages.ts';
import type { CaseRow } from '../types.ts';
import { fillMessage, wordingOf } from './action-message.ts';
import { environmentOf } from './environment.ts';

/**
 * What the tracking page will say once `step` is done. Without a command the places an officer still has to fill are
 * named in square brackets; with one it is the very sentence, for a step taken at this moment.
 */
export async function messagePreview(
  ctx: Context,
  on: { readonly definition: ServiceDefinition; readonly target: CaseRow },
  step: Action | Task,
  command?: ActCommand,
): Promise<string> {
  const words = messagesFor(ctx.locale);
  if ('in' in step) return words.timeline.taskDone(say(step.label, ctx.locale));
  const lapse = on.definition.workflow.states[step.to]?.lapse;
  const env = await environmentOf(ctx, on.target.state);
  const lapseAt = lapse && dueAfter(lapse.after, env.now, env.calendar).toISOString();
  const labelOf = (place: string): string => {
    const field = step.form.find((candidate) => candidate.id === place);
    const known: Record<string, string> = words.places;
    return `[${field ? say(field.label, ctx.locale) : (known[place] ?? place)}]`;
  };
  const now = command?.correction && { ...command.correction, askedAt: env.now.toISOString() };
  return fillMessage(
    step,
    { recorded: command?.recorded ?? {}, correction: now, refusal: command?.refusal, lapseAt },
    { ...wordingOf(ctx, on.target), missing: labelOf },
  );
}
