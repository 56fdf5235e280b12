// States, actions, parallel tasks, clocks.
import { z } from 'zod';
import { Duration, Id, LocalText, Option, RegisterFact } from './basics.ts';
import { Condition } from './conditions.ts';
import { Field } from './fields.ts';

/** `unit`: `own` = the routed unit, `parent` = the unit above it, `offered` = none until the case is offered to one, else an agency code. */
export const Role = z.object({ title: LocalText, unit: z.string().default('own') }).strict();
export type Role = z.infer<typeof Role>;
export const statuses = ['received', 'in-progress', 'needs-you', 'done', 'refused', 'cancelled'] as const; // look.md 5.7
export type Status = (typeof statuses)[number];
/** `all` closed (the usual), `any` one in favour, or k in favour. Work still open then is closed as not needed. */
export const Join = z.union([z.enum(['all', 'any']), z.object({ atLeast: z.number().int().positive() }).strict()]);
export type Join = z.infer<typeof Join>;

/** Entering the state makes a bill of the service's fee; `expires` is when it can no longer be paid (default: the lapse). */
export const Bill = z.object({ expires: Duration.optional(), note: LocalText.optional() }).strict();
export type Bill = z.infer<typeof Bill>;

export const State = z
  .object({
    label: LocalText, // citizen words: "Petugas memeriksa berkas"
    waitsFor: z.string().optional(), // 'applicant' | 'tasks' | 'system' | a role id; absent only on final states
    status: z.enum(statuses).optional(), // default: applicant -> needs-you, others in-progress, first -> received
    target: Duration.optional(), // staff target for this step
    lapse: z
      .object({ after: Duration, to: z.string(), remind: z.array(z.number().int().positive()).default([]) })
      .strict()
      .optional(),
    final: z.boolean().default(false),
    join: Join.optional(), // states that wait for tasks: when they are enough; default all
    bill: Bill.optional(), // states that wait for the applicant to pay; left by a system action `when: paid`
  })
  .strict();
export type State = z.infer<typeof State>;
export const actionKinds = [
  'complete',
  'correct',
  'resubmit',
  'forward',
  'opinion',
  'paraf',
  'sign',
  'return',
  'refuse',
  'withdraw',
  'schedule',
  'advance',
  'finish',
] as const;
export type ActionKind = (typeof actionKinds)[number];
/**
 * When the system acts by itself. tasks-done: the join is decided either way; tasks-agreed, tasks-refused: which way;
 * paid: the bill of this state is paid; confirmed: `workflow.confirmed` holds (fast lane); expired: a clock ran out (deemed decision);
 * told: another part of the house says so (the report this one follows has moved), never by itself.
 */
export const systemMoments = [
  'tasks-done',
  'tasks-agreed',
  'tasks-refused',
  'paid',
  'confirmed',
  'expired',
  'told',
] as const;
export type SystemMoment = (typeof systemMoments)[number];

/** The unit chosen in the form's question `from` gets this role; the case stays with the unit it is with. `also`: units asked before stay asked. */
export const Assign = z.object({ role: z.string(), from: Id, also: z.boolean().optional() }).strict();
export type Assign = z.infer<typeof Assign>;
/** The unit that holds the role `from` is responsible from now on, and gets these roles. */
export const TakeOver = z.object({ from: z.string(), roles: z.array(z.string()).min(1) }).strict();
export type TakeOver = z.infer<typeof TakeOver>;

/**
 * A step every unit that was asked takes once: the case moves on with the last of them, and stands in `meanwhile` until then.
 * `name`: the question that holds the name of the unit that speaks; nobody fills it in. `message`: what is read while others are still asked.
 */
export const Each = z
  .object({ role: z.string(), meanwhile: z.string(), name: Id.optional(), message: LocalText.optional() })
  .strict();
export type Each = z.infer<typeof Each>;
/** Takes the question back from the unit chosen in `from`, as long as another one is still asked. */
export const Release = z.object({ role: z.string(), from: Id }).strict();
export type Release = z.infer<typeof Release>;

export const effects = ['issue-letter', 'record-result'] as const;
export const Action = z
  .object({
    do: Id,
    kind: z.enum(actionKinds),
    label: LocalText,
    from: z.array(z.string()).min(1),
    to: z.string(), // to: a state or 'back'
    by: z.array(z.string()).min(1), // role ids, 'applicant', 'system'
    form: z.array(Field).default([]), // what the officer fills; kinds add their own (correct: pick + reason; refuse: reason)
    reasons: z.array(Option).optional(), // refuse / correct: the list to choose from
    objection: LocalText.optional(), // refuse: how to object
    when: z.enum(systemMoments).optional(), // system actions
    clock: Id.optional(), // when: expired, of which clock; default legal
    limit: z.number().int().positive().optional(),
    assign: Assign.optional(), // offers the case to another unit; whoever offers stays responsible
    takeOver: TakeOver.optional(), // accepts it
    giveBack: z.array(z.string()).min(1).optional(), // declines: roles that no unit holds any more
    each: Each.optional(), // taken by every unit that was asked
    release: Release.optional(), // takes the question back from one of several
    undo: Id.optional(), // takes back that action: the stages it ended go on, from their own start
    among: z.enum(['same-kind', 'any']).optional(), // units to choose from; default same-kind when forwarding, any when offering
    effects: z.array(z.enum(effects)).default([]),
    message: LocalText.optional(), // the sentence the citizen reads; {letter}, {reason}, {due} are filled
  })
  .strict();
export type Action = z.infer<typeof Action>;
export const taskKinds = ['check', 'opinion', 'inspection', 'signature', 'hand-over'] as const;
export type TaskKind = (typeof taskKinds)[number];
/** What silence until the due time means; `escalate` (the usual) tells the head and leaves the task open. */
export const silences = ['agree', 'refuse', 'escalate'] as const;
export type Silence = (typeof silences)[number];

export const Task = z
  .object({
    id: Id,
    in: z.string(),
    kind: z.enum(taskKinds),
    label: LocalText,
    role: z.string(),
    due: Duration.optional(),
    when: Condition.optional(),
    form: z.array(Field).default([]),
    verdict: z
      .object({ field: Id, refuse: z.array(z.union([z.string(), z.boolean()])).min(1) })
      .strict()
      .optional(), // every other answer is in favour
    silence: z.enum(silences).optional(),
    skipWhen: RegisterFact.optional(), // a register already says so: the task is not opened
    offline: z.boolean().optional(), // its form can be filled in without a network
    concerns: z.array(Id).optional(), // questions and papers whose correction makes a result given before it count no more
  })
  .strict();
export type Task = z.infer<typeof Task>;
/** What the action `action` recorded under `field` chooses the duration; an answer without one leaves it as it is. */
export const DurationBy = z.object({ action: Id, field: Id, durations: z.record(z.string(), Duration) }).strict();
export type DurationBy = z.infer<typeof DurationBy>;

/** `working-days`: the first counted day is the working day after the start. Rule and calendar are copied onto the case. */
export const ClockRule = z
  .object({
    id: Id,
    title: LocalText.optional(), // how people read it; `promise` and `legal` have words of their own
    promises: z.enum(['done', 'answer']).optional(), // what is there when it ends; default done
    duration: Duration,
    start: z.enum(['sent', 'complete']).default('sent'),
    pauseIn: z.array(z.string()).default([]),
    resume: z.enum(['continue', 'reset']).default('continue'),
    onExpiry: z.enum(['escalate', 'granted', 'refused']).optional(), // default escalate: up the line, the case stays open
    warnAt: z.array(z.number().int().min(1).max(100)).optional(), // percent; default 50, 80, 100
    from: Id.optional(), // the action that starts it, instead of `start`
    until: z.array(z.string()).min(1).optional(), // states and actions that end this stage; it does not start again
    by: DurationBy.optional(), // its duration follows from what an officer chooses, counted from the same start
  })
  .strict();
export type ClockRule = z.infer<typeof ClockRule>;
/** Fast lane (UU 30/2014 Pasal 53 as amended, ayat 3): every register statement holds, and the risk is low. */
export const Confirmed = z.object({ registers: z.array(RegisterFact).min(1), when: Condition.optional() }).strict();
export type Confirmed = z.infer<typeof Confirmed>;

export const Workflow = z
  .object({
    roles: z.record(z.string(), Role),
    start: z.string(),
    states: z.record(z.string(), State),
    actions: z.array(Action).min(1),
    tasks: z.array(Task).default([]),
    pauseIn: z.array(z.string()).default([]),
    resume: z.enum(['continue', 'reset']).default('continue'),
    confirmed: Confirmed.optional(), // what makes a case certain enough for `when: confirmed`
    road: z.array(z.string()).min(2).optional(), // states of the usual way, as told to the applicant; else worked out from the actions
    separation: z.array(z.tuple([z.string(), z.string()])).default([]), // pairs of action ids never done by the same person on one case
  })
  .strict();
export type Workflow = z.infer<typeof Workflow>;
