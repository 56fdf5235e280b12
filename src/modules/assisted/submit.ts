// An application somebody else types in goes through exactly the intake of the web, with a note of who held the keyboard.
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../../platform/context.ts';
import { type Application, submitApplication } from '../applications/index.ts';
import type { Assisted, Receipt } from '../cases/index.ts';
import { canAssist } from './access.ts';
import { channelOf, oldestPaperDays, problemOf } from './rules.ts';

export interface AssistedApplication extends Application {
  readonly assisted: Assisted;
}

/**
 * Opens the case on behalf of somebody: same answers, same checks, same receipt as on the web. Twice the same
 * `submissionKey` is one case.
 * @throws forbidden `assisted.officer_only`; invalid `assisted.*` when the note is incomplete, `applications.incomplete`
 * with one entry per answer or document.
 */
export async function submitAssisted(ctx: Context, application: AssistedApplication): Promise<Receipt> {
  const { assisted } = application;
  if (!canAssist(ctx.actor, assisted.mode)) throw new AppError('forbidden', 'assisted.officer_only');
  const problem = problemOf(assisted, ctx.clock.now());
  if (problem) throw new AppError('invalid', `assisted.${problem}`, { params: { days: oldestPaperDays } });
  return submitApplication({ ...ctx, channel: channelOf(assisted.mode) }, application);
}
