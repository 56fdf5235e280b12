// The officer's open inspections, most urgent first.
import type { Env } from '../../../definition/fields/types.ts';
import { summarise } from '../../../definition/interview/summarise.ts';
import type { ServiceDefinition, Task } from '../../../definition/schema.ts';
import { formatDateTime } from '../../../lib/dates/format.ts';
import { addLocalDays, localDateOf, startOfLocalDay } from '../../../lib/dates/local-date.ts';
import { formatTimeLeft } from '../../../lib/dates/relative.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import type { DueChipProps } from '../../../ui/index.ts';
import { envOf } from '../../applications/index.ts';
import { type CaseRow, getForOfficer, type InboxRow, readInbox } from '../../cases/index.ts';
import { getVersion } from '../../catalogue/index.ts';
import { getOfficers } from '../../identity/index.ts';

export interface VisitRow {
  readonly taskId: string;
  readonly number: string;
  readonly service: string;
  readonly step: string;
  readonly place: string | undefined; // the kelurahan; the whole address is read, and recorded, on the visit's own page
  readonly due: DueChipProps;
  readonly offline: boolean; // its page can be taken along
  readonly today: boolean;
  readonly holder: 'me' | 'nobody' | 'other';
  readonly holderName: string;
}

const most = 50;

export async function listVisits(ctx: Context): Promise<VisitRow[]> {
  const { rows } = await readInbox(ctx, { filter: 'semua', kind: 'inspection', size: most });
  const people = await getOfficers(
    ctx,
    rows.flatMap((row) => row.assignee ?? []),
  );
  const env = await envOf(ctx);
  return Promise.all(rows.map((row) => visitRow(ctx, row, { people, env })));
}

async function visitRow(
  ctx: Context,
  row: InboxRow,
  known: { people: Awaited<ReturnType<typeof getOfficers>>; env: Env },
): Promise<VisitRow> {
  const { definition } = await getVersion(ctx, row.versionId);
  const target = await getForOfficer(ctx, row.number);
  const task = definition.workflow.tasks.find((candidate) => candidate.id === row.key);
  const { assignee } = row;
  const me = ctx.actor.kind === 'officer' ? ctx.actor.id : undefined;
  return {
    taskId: row.taskId,
    number: row.number,
    service: say(definition.title, ctx.locale),
    step: task ? say(task.label, ctx.locale) : row.key,
    place: areaOf(definition, target, known.env),
    due: dueOf(ctx, row.dueAt),
    offline: task?.offline === true,
    today: row.dueAt < endOfToday(ctx),
    holder: assignee === null ? 'nobody' : assignee === me ? 'me' : 'other',
    holderName: known.people.get(assignee ?? '')?.name ?? '',
  };
}

function endOfToday(ctx: Context): Date {
  const { timezone } = ctx.region;
  return startOfLocalDay(addLocalDays(localDateOf(ctx.clock.now(), timezone), 1), timezone);
}

export function dueOf(ctx: Context, dueAt: Date): DueChipProps {
  const now = ctx.clock.now();
  const kind = dueAt < now ? 'late' : dueAt < endOfToday(ctx) ? 'soon' : 'fine';
  const until = formatDateTime(dueAt, { timezone: ctx.region.timezone, locale: ctx.locale });
  return { kind, text: formatTimeLeft(dueAt, now, ctx.locale), until };
}

function areaOf(definition: ServiceDefinition, target: CaseRow, env: Env): string | undefined {
  const items = summarise(definition, target.state.answers, env).flatMap((page) => page.items);
  return items.find((item) => item.type === 'area')?.value;
}

export function taskOf(definition: ServiceDefinition, key: string): Task | undefined {
  return definition.workflow.tasks.find((candidate) => candidate.id === key);
}
