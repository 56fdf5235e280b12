// Tasks and waiting cases as rows of the one table.

import type { Action, ServiceDefinition } from '../../../definition/schema.ts';
import { stateOf } from '../../../definition/workflow/position.ts';
import { formatTimeLeft } from '../../../lib/dates/relative.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import type { DueChipProps } from '../../../ui/index.ts';
import type { EscalatedRow, InboxRow, WaitingRow } from '../../cases/index.ts';
import { getVersion } from '../../catalogue/index.ts';
import { getOfficers } from '../../identity/index.ts';
import { messagesFor } from '../messages.ts';
import { dueChip } from './due.ts';
import { momentOf } from './env.ts';
import { officerOf } from './officer.ts';

export interface DeskRow {
  readonly key: string; // the case's number: a case stands once in what is signed together
  readonly number: string;
  readonly applicant: string;
  readonly service: string;
  readonly step: string;
  readonly due: DueChipProps;
  readonly holder: { readonly kind: 'me' | 'other' | 'nobody' | 'applicant'; readonly name: string };
  readonly taskId: string | undefined; // to take it
  readonly signable: boolean;
  readonly note?: string | undefined; // what time and the line above say about it
}

/** The step that initials or signs, when the row's own role may take it without writing anything. */
export function signingAction(definition: ServiceDefinition, at: { state: string; role: string }): Action | undefined {
  return definition.workflow.actions.find(
    (action) =>
      (action.kind === 'sign' || action.kind === 'paraf') &&
      action.from.includes(at.state) &&
      action.by.includes(at.role) &&
      action.form.every((field) => !field.required),
  );
}

function stepLabel(ctx: Context, definition: ServiceDefinition, row: InboxRow): string {
  const task = definition.workflow.tasks.find((candidate) => candidate.id === row.key);
  return say(task?.label ?? stateOf(definition, row.state).label, ctx.locale);
}

export async function taskRows(ctx: Context, rows: readonly InboxRow[]): Promise<DeskRow[]> {
  const me = officerOf(ctx).id;
  const words = messagesFor(ctx.locale).inbox;
  const people = await getOfficers(
    ctx,
    rows.flatMap((row) => row.assignee ?? []),
  );
  return Promise.all(
    rows.map(async (row) => {
      const { definition } = await getVersion(ctx, row.versionId);
      const { assignee, number, applicantShort: applicant } = row;
      const kind = assignee === null ? 'nobody' : assignee === me ? 'me' : 'other';
      const name = { nobody: words.nobody, me: words.mine, other: people.get(assignee ?? '')?.name ?? '' }[kind];
      return {
        key: number,
        number,
        applicant,
        service: say(definition.title, ctx.locale),
        step: stepLabel(ctx, definition, row),
        due: dueChip(ctx, row.dueAt),
        holder: { kind, name },
        taskId: row.taskId,
        note: noteOf(ctx, row),
        signable: kind !== 'other' && row.kind === 'step' && signingAction(definition, row) !== undefined,
      } satisfies DeskRow;
    }),
  );
}

export async function waitingRows(ctx: Context, rows: readonly WaitingRow[]): Promise<DeskRow[]> {
  const words = messagesFor(ctx.locale).inbox;
  return Promise.all(
    rows.map(async (row) => {
      const { definition } = await getVersion(ctx, row.versionId);
      const { lapseAt, number } = row;
      const due: DueChipProps = lapseAt
        ? { kind: 'paused', text: formatTimeLeft(lapseAt, ctx.clock.now(), ctx.locale), until: momentOf(ctx, lapseAt) }
        : { kind: 'paused', text: words.noLapse };
      return {
        key: number,
        number,
        applicant: row.applicantShort,
        service: say(definition.title, ctx.locale),
        step: say(stateOf(definition, row.state).label, ctx.locale),
        due,
        holder: { kind: 'applicant', name: words.waits },
        taskId: undefined,
        signable: false,
      } satisfies DeskRow;
    }),
  );
}

/** One line at most of each kind: how far the step is, how far the promise, who above knows of it. */
function noteOf(ctx: Context, { noted, taskId }: InboxRow): string | undefined {
  if (noted === null) return undefined;
  const { warned, raised, remindedAt } = noted;
  const words = messagesFor(ctx.locale).inbox.notes;
  const [step, promise] = [warned[taskId], warned.promise];
  const lines = [
    remindedAt === null ? undefined : words.reminded,
    raised > 0 ? words.raised(raised) : promise === undefined ? undefined : words.case(promise),
    step === undefined ? undefined : words.step(step),
  ];
  return lines.filter(Boolean).join('. ') || undefined;
}

/** Cases that were passed up to this officer: whose turn it is stands on the case itself. */
export async function escalatedRows(ctx: Context, rows: readonly EscalatedRow[]): Promise<DeskRow[]> {
  const words = messagesFor(ctx.locale).inbox;
  return Promise.all(
    rows.map(async (row) => {
      const { definition } = await getVersion(ctx, row.versionId);
      const { number, dueAt } = row;
      return {
        key: number,
        number,
        applicant: row.applicantShort,
        service: say(definition.title, ctx.locale),
        step: say(stateOf(definition, row.state).label, ctx.locale),
        due: dueAt ? dueChip(ctx, dueAt) : { kind: 'late', text: words.noLapse },
        holder: { kind: 'other', name: words.notes.raised(row.level) },
        taskId: undefined,
        signable: false,
        note: words.notes.raisedToMe[row.reason === 'silence' ? 'silence' : 'late'],
      } satisfies DeskRow;
    }),
  );
}
