// The right column: who holds the work, and the form of each step this officer may take.

import type { Action, Field, Task } from '../../../definition/schema.ts';
import { stateOf } from '../../../definition/workflow/position.ts';
import { AppError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import type { DueChipProps, GlyphName } from '../../../ui/index.ts';
import { choosableFor, formOf, messagePreview, type OpenedCase } from '../../cases/index.ts';
import { getOfficers } from '../../identity/index.ts';
import { getUnit } from '../../organisation/index.ts';
import { messagesFor } from '../messages.ts';
import { dueChip } from './due.ts';
import { officerOf } from './officer.ts';

export interface HeldTask {
  readonly id: string;
  readonly label: string;
  readonly desk: string; // "Petugas kelurahan, Kel. Lompoe"
  readonly due: DueChipProps;
  readonly holder: 'me' | 'other' | 'nobody';
  readonly holderName: string;
  readonly mine: boolean; // of a desk this officer sits at
}
export interface StepForm {
  readonly name: string;
  readonly label: string;
  readonly kind: Action['kind'] | Task['kind'];
  readonly icon: GlyphName;
  readonly note: string | undefined;
  readonly fields: readonly Field[];
  readonly preview: string; // with the places an officer still fills named in brackets
  readonly open: boolean; // something in the sentence depends on what is typed
  readonly objection: string | undefined;
}
export interface Desk {
  readonly tasks: readonly HeldTask[];
  readonly steps: readonly StepForm[];
  readonly closedSteps: readonly { readonly label: string; readonly sentence: string }[];
}

const icons: Partial<Record<StepForm['kind'], GlyphName>> = {
  complete: 'check-circle',
  correct: 'reply',
  forward: 'forward',
  opinion: 'chat',
  paraf: 'pencil',
  sign: 'sign',
  return: 'left',
  refuse: 'cross-circle',
  schedule: 'clock',
  finish: 'check-circle',
  check: 'check-circle',
  inspection: 'eye',
  signature: 'sign',
  'hand-over': 'check-circle',
};

async function heldTask(ctx: Context, opened: OpenedCase, task: OpenedCase['target']['state']['tasks'][number]) {
  const { definition, target } = opened;
  const officer = officerOf(ctx);
  const unit = await getUnit(ctx, task.unitId);
  const role = definition.workflow.roles[task.role];
  const parallel = definition.workflow.tasks.find((candidate) => candidate.id === task.key);
  const label = parallel?.label ?? stateOf(definition, target.state.state).label;
  const { assignee } = task;
  const people = await getOfficers(ctx, assignee === undefined ? [] : [assignee]);
  return {
    id: task.id,
    label: say(label, ctx.locale),
    desk: [role ? say(role.title, ctx.locale) : task.role, unit.short].join(', '),
    due: dueChip(ctx, new Date(task.dueAt)),
    holder: assignee === undefined ? 'nobody' : assignee === officer.id ? 'me' : 'other',
    holderName: people.get(assignee ?? '')?.name ?? '',
    mine: officer.memberships.some((seat) => seat.unitId === task.unitId && seat.role === task.role),
  } satisfies HeldTask;
}

export function stepName(step: Action | Task): string {
  return 'do' in step ? step.do : step.id;
}

// The usual way ahead stands first and open; what closes the case against the applicant stands last.
const order: readonly StepForm['kind'][] = [
  'inspection',
  'opinion',
  'check',
  'signature',
  'hand-over',
  'complete',
  'paraf',
  'sign',
  'schedule',
  'finish',
  'advance',
  'correct',
  'return',
  'forward',
  'withdraw',
  'refuse',
];

/** The form a step needs on this case: the fields that are drawn and those that are read from what was sent. */
export async function formFor(ctx: Context, opened: Pick<OpenedCase, 'definition' | 'target'>, step: Action | Task) {
  return formOf(step, await choosableFor(ctx, opened.definition, opened.target.state));
}

async function stepForm(ctx: Context, opened: OpenedCase, step: Action | Task): Promise<StepForm> {
  const preview = await messagePreview(ctx, opened, step);
  const notes: Partial<Record<StepForm['kind'], string>> = messagesFor(ctx.locale).case.kindNotes;
  const objection = 'do' in step && step.objection ? say(step.objection, ctx.locale) : undefined;
  return {
    name: stepName(step),
    label: say(step.label, ctx.locale),
    kind: step.kind,
    icon: icons[step.kind] ?? 'forward',
    note: notes[step.kind],
    fields: await formFor(ctx, opened, step),
    preview,
    open: preview.includes('['),
    objection,
  };
}

const refusals = {
  separation: 'cases.separation',
  claimed: 'cases.claimed',
  limit: 'cases.limit_reached',
} as const;

export async function deskOf(ctx: Context, opened: OpenedCase, sentence: (error: AppError) => string): Promise<Desk> {
  const open = opened.target.state.tasks.filter((task) => task.closedAt === undefined);
  const steps = await Promise.all(opened.allowed.map((step) => stepForm(ctx, opened, step)));
  const offered = steps
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .filter((step) => !step.fields.some((field) => field.id === 'unit' && field.options?.length === 0));
  return {
    tasks: await Promise.all(open.map((task) => heldTask(ctx, opened, task))),
    steps: offered,
    closedSteps: opened.blocked.map(({ step, refusal }) => ({
      label: say(step.label, ctx.locale),
      sentence: sentence(new AppError('forbidden', refusals[refusal])),
    })),
  };
}
