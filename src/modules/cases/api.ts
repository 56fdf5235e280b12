// JSON routes of the core (architecture.md section 9).
import { z } from 'zod';
import { withoutPersonal } from '../../definition/interview/personal.ts';
import type { Action, Field, Task } from '../../definition/schema.ts';
import { allowedNow } from '../../definition/workflow/decide.ts';
import { say } from '../../lib/locale.ts';
import type { Context } from '../../platform/context.ts';
import { defineApi, json, type Route } from '../../platform/http/define.ts';
import { getVersion } from '../catalogue/index.ts';
import { whoOn } from './access.ts';
import { leadingClock } from './engine/leading-clock.ts';
import { positionOf } from './engine/position.ts';
import { formOf } from './forms.ts';
import { messagesFor } from './messages.ts';
import { claimTask, releaseTask } from './service/claim.ts';
import { choosableFor, commandFrom } from './service/command.ts';
import { readInbox } from './service/inbox.ts';
import { performAction } from './service/perform.ts';
import { getForOfficer, openForOfficer } from './service/read.ts';
import { trackCase } from './service/track.ts';
import { trackingMisses } from './tracking.ts';
import type { CaseRow } from './types.ts';

const instant = z.string().describe('ISO 8601 instant');
const FieldShape = z.object({
  id: z.string(),
  type: z.string(),
  label: z.string(),
  hint: z.string().nullable(),
  required: z.boolean(),
  options: z.array(z.object({ value: z.string(), label: z.string() })).nullable(),
});
const ActionShape = z.object({ action: z.string(), label: z.string(), kind: z.string(), fields: z.array(FieldShape) });
const TaskShape = z.object({
  id: z.string(),
  key: z.string(),
  kind: z.string(),
  role: z.string(),
  openedAt: instant,
  dueAt: instant,
  assignee: z.string().nullable(),
  open: z.boolean(),
});
const Decision = z
  .object({ kind: z.enum(['manual', 'system', 'deemed']), at: instant })
  .nullable()
  .describe('who decided: people, the system, or the law because the time limit passed');
const CaseShape = z.object({
  number: z.string(),
  service: z.string(),
  state: z.string(),
  status: z.string(),
  version: z.number(),
  answers: z.record(z.string(), z.unknown()),
  documents: z.array(z.object({ id: z.string(), uploadId: z.string() })),
  tasks: z.array(TaskShape),
  actions: z.array(ActionShape),
  dueAt: instant.nullable(),
  decision: Decision,
  letter: z.object({ number: z.string() }).nullable(),
});

function fieldJson(field: Field, locale: Context['locale']): z.infer<typeof FieldShape> {
  const options = field.options?.map((option) => ({ value: option.value, label: say(option.label, locale) })) ?? null;
  return {
    id: field.id,
    type: field.type,
    label: say(field.label, locale),
    hint: field.hint ? say(field.hint, locale) : null,
    required: field.required,
    options,
  };
}

function actionJson(step: Action | Task, fields: Field[], locale: Context['locale']): z.infer<typeof ActionShape> {
  const action = 'do' in step ? step.do : step.id;
  return {
    action,
    label: say(step.label, locale),
    kind: step.kind,
    fields: fields.map((field) => fieldJson(field, locale)),
  };
}

async function caseJson(ctx: Context, target: CaseRow): Promise<z.infer<typeof CaseShape>> {
  const { state } = target;
  const { definition } = await getVersion(ctx, state.versionId);
  const choosable = await choosableFor(ctx, definition, state);
  const steps = allowedNow(definition, positionOf(state), whoOn(ctx.actor, state));
  const promise = leadingClock(state.clocks);
  return {
    number: target.number,
    service: state.service,
    state: state.state,
    status: state.status,
    version: target.version,
    answers: definition.reveal === 'with-reason' ? withoutPersonal(definition, state.answers) : state.answers,
    documents: [...state.documents],
    tasks: state.tasks.map(({ id, key, kind, role, openedAt, dueAt, assignee, closedAt }) => ({
      id,
      key,
      kind,
      role,
      openedAt,
      dueAt,
      assignee: assignee ?? null,
      open: closedAt === undefined,
    })),
    actions: steps.map((step) => actionJson(step, formOf(step, choosable), ctx.locale)),
    dueAt: promise?.dueAt ?? null,
    decision: state.decision ?? null,
    letter: state.letter ? { number: state.letter.number } : null,
  };
}

const track = defineApi({
  method: 'GET',
  url: '/api/v1/track/:trackingCode',
  missLimit: trackingMisses,
  access: { kind: 'token' },
  tag: 'applications',
  summary: 'Whose turn it is, until when, and what has happened',
  params: z.object({ trackingCode: z.string().max(64) }),
  response: z.object({
    number: z.string(),
    service: z.string(),
    status: z.string(),
    statusText: z.string(),
    waitsFor: z.string(),
    since: instant,
    promise: z.object({
      dueAt: instant.nullable(),
      derivation: z.array(z.string()),
      paused: z.boolean(),
      breached: z.boolean(),
    }),
    clocks: z.array(
      z.object({
        id: z.string(),
        dueAt: instant.nullable(),
        paused: z.boolean(),
        breached: z.boolean(),
        onExpiry: z.enum(['escalate', 'granted', 'refused']),
      }),
    ),
    timeline: z.array(z.object({ at: instant, text: z.string(), by: z.string() })),
    decision: Decision,
    letter: z.object({ number: z.string(), url: z.string() }).nullable(),
  }),
  handle: async (ctx, { params }) => {
    const { target, waitsFor, promise, clocks, timeline } = await trackCase(ctx, params.trackingCode);
    const { state } = target;
    return json({
      number: target.number,
      service: state.service,
      status: state.status,
      statusText: messagesFor(ctx.locale).status[state.status],
      waitsFor,
      since: state.since,
      promise: {
        dueAt: promise?.dueAt?.toISOString() ?? null,
        derivation: promise?.derivation ?? [],
        paused: promise?.paused ?? false,
        breached: promise?.breached ?? false,
      },
      clocks: clocks.map(({ id, dueAt, paused, breached, onExpiry }) => ({
        ...{ id, paused, breached, onExpiry },
        dueAt: dueAt?.toISOString() ?? null,
      })),
      timeline: timeline.map(({ at, text, by }) => ({ at, text, by })),
      decision: state.decision ?? null,
      letter: state.letter
        ? { number: state.letter.number, url: `${ctx.config.publicUrl}/lacak/${params.trackingCode}/surat.pdf` }
        : null,
    });
  },
});

const tasks = defineApi({
  method: 'GET',
  url: '/api/v1/tasks',
  access: { kind: 'officer' },
  tag: 'staff',
  summary: "The officer's open tasks, most urgent first",
  query: z.object({
    next: z.string().max(100).optional(),
    filter: z.enum(['semua', 'lewat', 'hari-ini', 'saya']).optional(),
  }),
  response: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        service: z.string(),
        state: z.string(),
        status: z.string(),
        applicant: z.string(),
        key: z.string(),
        kind: z.string(),
        role: z.string(),
        openedAt: instant,
        dueAt: instant,
        assignee: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
  handle: async (ctx, { query }) => {
    const page = await readInbox(ctx, { filter: query.filter ?? 'semua', after: query.next });
    const items = page.rows.map((row) => ({
      id: row.taskId,
      number: row.number,
      service: row.service,
      state: row.state,
      status: row.status,
      applicant: row.applicantShort,
      key: row.key,
      kind: row.kind,
      role: row.role,
      openedAt: row.openedAt.toISOString(),
      dueAt: row.dueAt.toISOString(),
      assignee: row.assignee,
    }));
    return json({ items, next: page.next ?? null });
  },
});

const NumberParam = z.object({ number: z.string().max(40) });
const getCase = defineApi({
  method: 'GET',
  url: '/api/v1/cases/:number',
  access: { kind: 'officer' },
  tag: 'staff',
  summary: 'One case and the actions this officer may take now',
  params: NumberParam,
  response: CaseShape,
  handle: async (ctx, { params }) => json(await caseJson(ctx, (await openForOfficer(ctx, params.number)).target)),
});

const act = defineApi({
  method: 'POST',
  url: '/api/v1/cases/:number/actions/:action',
  access: { kind: 'officer' },
  tag: 'staff',
  summary: 'Carry out an action; the same requestId twice is one action',
  params: NumberParam.extend({ action: z.string().max(80) }),
  body: z.object({
    requestId: z.string().min(1).max(200),
    data: z.record(z.string(), z.unknown()).optional(),
    version: z.number().int().optional(),
  }),
  response: CaseShape,
  handle: async (ctx, { params, body }) => {
    const target = await getForOfficer(ctx, params.number);
    const { definition } = await getVersion(ctx, target.state.versionId);
    const command = await commandFrom(ctx, definition, target.state, { action: params.action, data: body.data });
    const after = await performAction(ctx, {
      number: target.number,
      requestId: body.requestId,
      expectedVersion: body.version,
      command,
    });
    return json(await caseJson(ctx, after));
  },
});

const TaskParam = NumberParam.extend({ taskId: z.uuid() });
const claimBody = z.object({ requestId: z.string().min(1).max(200) });
function claimRoute(verb: 'claim' | 'release', run: typeof claimTask): Route {
  return defineApi({
    method: 'POST',
    url: `/api/v1/cases/:number/tasks/:taskId/${verb}`,
    access: { kind: 'officer' },
    tag: 'staff',
    summary: verb === 'claim' ? 'Take a task' : 'Hand a task back',
    params: TaskParam,
    body: claimBody,
    response: CaseShape,
    handle: async (ctx, { params, body }) => {
      const target = await getForOfficer(ctx, params.number);
      const after = await run(ctx, { number: target.number, taskId: params.taskId, requestId: body.requestId });
      return json(await caseJson(ctx, after));
    },
  });
}

export const caseApi: readonly Route[] = [
  track,
  tasks,
  getCase,
  act,
  claimRoute('claim', claimTask),
  claimRoute('release', releaseTask),
];
