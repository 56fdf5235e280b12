// One visit: what the officer needs in hand, and no more. Opening it is a reading the applicant sees.
import type { Env } from '../../../definition/fields/types.ts';
import { type SummaryItem, summarise } from '../../../definition/interview/summarise.ts';
import type { ServiceDefinition, Task } from '../../../definition/schema.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { envOf } from '../../applications/index.ts';
import { type CaseRow, type CaseState, getForOfficer, recordReadingOnce } from '../../cases/index.ts';
import { getVersion } from '../../catalogue/index.ts';
import { taskOf } from './visits.ts';

export interface Visit {
  readonly target: CaseRow;
  readonly definition: ServiceDefinition;
  readonly opened: CaseState['tasks'][number];
  readonly task: Task;
  readonly env: Env;
  readonly place: readonly SummaryItem[];
  readonly facts: readonly SummaryItem[]; // what was applied for, without what tells who somebody is
}

const placeTypes: readonly string[] = ['area', 'address', 'location'];

/** The visit behind a task of this case. @throws not_found when the case has no such inspection. */
export async function findVisit(ctx: Context, number: string, taskId: string): Promise<Visit> {
  const target = await getForOfficer(ctx, number);
  const { definition } = await getVersion(ctx, target.state.versionId);
  const opened = target.state.tasks.find((candidate) => candidate.id === taskId);
  const task = opened && taskOf(definition, opened.key);
  if (!opened || task?.kind !== 'inspection') throw new AppError('not_found', 'inspections.not_found');
  const env = await envOf(ctx);
  const items = summarise(definition, target.state.answers, env).flatMap((page) => page.items);
  const place = items.filter((item) => placeTypes.includes(item.type));
  const facts = items.filter((item) => !item.personal && !place.includes(item) && item.type !== 'file');
  return { target, definition, opened, task, env, place, facts };
}

/** True while this officer can still close it: open, and not taken by a colleague. */
export function isMine(ctx: Context, { opened }: Visit): boolean {
  const me = ctx.actor.kind === 'officer' ? ctx.actor.id : undefined;
  return opened.closedAt === undefined && (opened.assignee === undefined || opened.assignee === me);
}

export async function openVisit(ctx: Context, number: string, taskId: string): Promise<Visit> {
  const visit = await findVisit(ctx, number, taskId);
  await recordReadingOnce(ctx, visit.target, { subject: 'case', reason: 'inspection' });
  return visit;
}
