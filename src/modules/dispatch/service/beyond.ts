// "Not for the city": who does handle it, and the words the reporter reads. The officer reads and changes them before they go.
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { AppError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { beyondCity } from '../../complaints/index.ts';
import { messagesFor } from '../messages.ts';
import { takeStep, type Undoing } from './forward.ts';

export const beyondStep = 'bukan-wewenang';

export interface BeyondReason {
  readonly value: string;
  readonly label: string;
  readonly who: string | undefined;
  readonly phone: string | undefined;
  readonly words: string; // proposed
}
/** The reasons of the step, each with who helps instead, as region.yaml says it. */
export async function beyondReasons(ctx: Context, definition: ServiceDefinition): Promise<BeyondReason[]> {
  const step = definition.workflow.actions.find((action) => action.do === beyondStep);
  const helpers = await beyondCity(ctx);
  const { says, unknown } = messagesFor('id').beyond; // reporters are answered in Indonesian unless the officer writes otherwise
  return (step?.reasons ?? []).map(({ value, label }) => {
    const helper = helpers.get(value);
    const words = [helper?.who && says(helper.who, helper.phone), helper?.say].filter(Boolean).join(' ');
    return {
      ...{ value, label: say(label, ctx.locale), who: helper?.who, phone: helper?.phone },
      words: words === '' ? unknown(say(label, 'id')) : words,
    };
  });
}

/** @throws invalid `dispatch.beyond_empty` when the reporter would be told nothing; conflict as other steps. */
export async function sayBeyond(
  ctx: Context,
  saying: Undoing & { readonly reason: string; readonly words: string },
): Promise<void> {
  const words = saying.words.trim();
  if (words === '') throw new AppError('invalid', 'dispatch.beyond_empty');
  await takeStep(ctx, saying, { action: beyondStep, data: { reason: saying.reason, note: words } });
}
