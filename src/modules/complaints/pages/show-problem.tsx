// The public page of one problem, drawn for whoever looks and for a form on it that was refused.
import { formatDateTime } from '../../../lib/dates/format.ts';
import type { Context } from '../../../platform/context.ts';
import { html, type Incoming, type Reply } from '../../../platform/http/define.ts';
import { areaLookup, getUnit, mapGround } from '../../organisation/index.ts';
import { messagesFor } from '../messages.ts';
import { readPublished } from '../service/public.ts';
import { publicSteps } from '../service/public-steps.ts';
import { stepText } from '../service/step-text.ts';
import { ProblemView } from '../views/problem-view.tsx';

export interface Showing {
  readonly code: string;
  readonly thanked?: boolean;
  readonly asked?: boolean; // a letter is on its way to who asked for news
  readonly email?: { readonly value: string; readonly error: string };
}

/** @throws not_found as readPublished */
export async function showProblem(ctx: Context, frame: Incoming['frame'], showing: Showing): Promise<Reply> {
  const { problem, photos } = await readPublished(ctx, showing.code);
  const unit = await getUnit(ctx, problem.unitId);
  const area = problem.areaCode === null ? undefined : (await areaLookup(ctx)).name(problem.areaCode);
  const style = { timezone: ctx.region.timezone, locale: ctx.locale };
  const at = (when: Date) => formatDateTime(when, style);
  const steps = await publicSteps(ctx, problem.id);
  const history = await Promise.all(
    steps.map(async (step) => ({ title: await stepText(ctx, step, ctx.locale), time: at(step.at) })),
  );
  const reported = { title: messagesFor(ctx.locale).problem.reported, time: at(problem.openedAt) };
  return html(
    <ProblemView
      frame={frame}
      problem={problem}
      photos={photos}
      unit={unit.name}
      area={area}
      opened={at(problem.openedAt)}
      updated={at(problem.updatedAt)}
      due={problem.dueAt && !problem.closedAt ? at(problem.dueAt) : undefined}
      ground={await mapGround(ctx)}
      history={[reported, ...history]}
      thanked={showing.thanked === true}
      asked={showing.asked === true}
      email={showing.email}
    />,
    showing.email ? 422 : 200,
  );
}
