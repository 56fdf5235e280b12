// THE SERVICE LANGUAGE, first version. One zod schema and type of one name per noun.
// YAML keys are kebab-case for people; the loader (load.ts) turns them into the camelCase below and keeps line numbers.
import { z } from 'zod';

export const LocalText = z.union([
  z
    .string()
    .min(1)
    .transform((id) => ({ id }) as { id: string; en?: string }),
  z.object({ id: z.string().min(1), en: z.string().min(1).optional() }).strict(),
]);
export type LocalText = { id: string; en?: string | undefined };

export const fieldTypes = [
  'text',
  'long-text',
  'name',
  'nik',
  'no-kk',
  'npwp',
  'nib',
  'phone',
  'email',
  'date',
  'integer',
  'decimal',
  'money',
  'yesno',
  'choice',
  'choices',
  'area',
  'address',
  'location',
  'file',
  'declaration',
  'group',
  'info',
] as const;
export type FieldType = (typeof fieldTypes)[number];

// ---- conditions: data only, typed against the field, printable as a sentence -------------------------------------
const Scalar = z.union([z.string(), z.number(), z.boolean()]);
export const Test = z
  .object({
    is: Scalar.optional(),
    isNot: Scalar.optional(),
    in: z.array(Scalar).min(1).optional(),
    gt: z.number().optional(),
    lt: z.number().optional(),
    after: z.string().optional(),
    before: z.string().optional(),
    within: z.string().optional(),
    answered: z.boolean().optional(),
  })
  .strict();
export type Test = z.infer<typeof Test>;
/** `{field: {is: x}}`, `{all: [...]}`, `{any: [...]}`, `{not: ...}`; several keys in one object mean all of them. */
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | { [field: string]: Test };
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.object({ all: z.array(Condition).min(1) }).strict(),
    z.object({ any: z.array(Condition).min(1) }).strict(),
    z.object({ not: Condition }).strict(),
    z.record(z.string(), Test),
  ]),
) as z.ZodType<Condition>;

// ---- questions -----------------------------------------------------------------------------------------------------
export const Option = z.object({ value: z.string().min(1), label: LocalText }).strict();
export type Option = { value: string; label: LocalText };

export interface Field {
  id: string;
  type: FieldType;
  label: LocalText;
  hint?: LocalText | undefined;
  required: boolean;
  when?: Condition | undefined;
  options?: Option[] | undefined;
  min?: number | undefined;
  max?: number | undefined; // length, value, or number of rows, by type
  after?: string | undefined;
  before?: string | undefined; // dates: ISO or 'today'
  level?: 'kelurahan' | 'rt-rw' | undefined;
  personal?: boolean | undefined; // masked on staff lists, its reading is logged; nik, no-kk, phone, name, address default true
  fields?: Field[] | undefined; // group
}
const id = z.string().regex(/^[a-z][a-z0-9_-]*$/);
export const Field: z.ZodType<Field> = z.lazy(() =>
  z
    .object({
      id,
      type: z.enum(fieldTypes),
      label: LocalText,
      hint: LocalText.optional(),
      required: z.boolean().default(true),
      when: Condition.optional(),
      options: z.array(Option).min(2).optional(),
      min: z.number().optional(),
      max: z.number().optional(),
      after: z.string().optional(),
      before: z.string().optional(),
      level: z.enum(['kelurahan', 'rt-rw']).optional(),
      personal: z.boolean().optional(),
      fields: z.array(Field).min(1).optional(),
    })
    .strict(),
) as z.ZodType<Field>;
export const Page = z
  .object({
    page: id,
    title: LocalText,
    hint: LocalText.optional(),
    when: Condition.optional(),
    fields: z.array(Field).min(1),
  })
  .strict();
export type Page = z.infer<typeof Page>;

/** Asked before any personal data. `needs` false: not eligible; `stop: false` only advises. `offer` names a service slug. */
export const Eligibility = z
  .object({
    id,
    ask: Field,
    needs: Condition,
    else: z.object({ say: LocalText, offer: z.string().optional(), stop: z.boolean().default(true) }).strict(),
  })
  .strict();
export type Eligibility = z.infer<typeof Eligibility>;

export const DocumentRule = z
  .object({
    id,
    label: LocalText,
    note: LocalText.optional(),
    why: LocalText.optional(),
    legal: z.string().optional(),
    kind: z.enum(['file', 'data', 'original-shown']).default('file'), // only 'file' is uploaded; the others are told
    accept: z.array(z.enum(['jpg', 'png', 'webp', 'heic', 'pdf'])).default(['jpg', 'png', 'webp', 'pdf']),
    required: z.enum(['hard', 'soft', 'no']).default('hard'),
    when: Condition.optional(),
    evidenceOf: z.string().optional(),
    waivedBy: z.string().optional(),
    max: z.number().int().positive().default(1),
  })
  .strict();
export type DocumentRule = z.infer<typeof DocumentRule>;

// ---- the published standard (PermenPANRB 15/2014: 6 + 8 components) --------------------------------------------------
export const confidences = ['sourced', 'typical'] as const;
export const Duration = z
  .object({
    amount: z.number().positive(),
    unit: z.enum(['working-days', 'working-hours', 'calendar-days', 'clock-hours']),
  })
  .strict();
export type Duration = z.infer<typeof Duration>;
export const Standard = z
  .object({
    legal: z.array(z.string().min(1)).min(1),
    procedure: z
      .array(z.object({ who: z.enum(['pemohon', 'petugas', 'verifikator', 'pejabat']), text: LocalText }).strict())
      .min(1),
    promise: Duration,
    promiseNote: LocalText.optional(),
    legalLimit: Duration.optional(),
    legalLimitBasis: z.string().optional(), // default: UU 30/2014 art. 53 as amended, see compiler
    fee: z
      .object({
        amount: z.number().int().nonnegative().nullable(),
        legal: z.string().optional(),
        note: LocalText.optional(),
      })
      .strict(),
    product: LocalText,
    hours: z.object({ accept: z.enum(['24-jam', 'jam-kantor']), process: z.enum(['24-jam', 'jam-kantor']) }).strict(),
    internal: z.record(z.string(), LocalText).default({}), // the eight others: facilities, competence, supervision, staff, guarantee, safety, evaluation
    confidence: z.enum(confidences),
    evidence: z.record(z.string(), z.enum(confidences)).default({}),
    sources: z
      .array(z.object({ url: z.string(), region: z.string().optional(), about: z.string().optional() }).strict())
      .default([]),
  })
  .strict();
export type Standard = z.infer<typeof Standard>;

// ---- workflow ------------------------------------------------------------------------------------------------------
/** `unit`: `own` = the routed unit, `parent` = the unit above it, else an agency code. */
export const Role = z.object({ title: LocalText, unit: z.string().default('own') }).strict();
export type Role = z.infer<typeof Role>;
export const statuses = ['received', 'in-progress', 'needs-you', 'done', 'refused', 'cancelled'] as const; // look.md 5.7
export type Status = (typeof statuses)[number];
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
export const effects = ['issue-letter', 'record-result'] as const;
export const Action = z
  .object({
    do: id,
    kind: z.enum(actionKinds),
    label: LocalText,
    from: z.array(z.string()).min(1),
    to: z.string(), // to: a state or 'back'
    by: z.array(z.string()).min(1), // role ids, 'applicant', 'system'
    form: z.array(Field).default([]), // what the officer fills; kinds add their own (correct: pick + reason; refuse: reason)
    reasons: z.array(Option).optional(), // refuse / correct: the list to choose from
    objection: LocalText.optional(), // refuse: how to object
    when: z.enum(['tasks-done']).optional(), // system actions
    limit: z.number().int().positive().optional(),
    effects: z.array(z.enum(effects)).default([]),
    message: LocalText.optional(), // the sentence the citizen reads; {letter}, {reason}, {due} are filled
  })
  .strict();
export type Action = z.infer<typeof Action>;
export const Task = z
  .object({
    id,
    in: z.string(),
    kind: z.enum(['check', 'opinion', 'inspection']),
    label: LocalText,
    role: z.string(),
    due: Duration.optional(),
    when: Condition.optional(),
    form: z.array(Field).default([]),
  })
  .strict();
export type Task = z.infer<typeof Task>;
/** `working-days`: the first counted day is the working day after the start. Rule and calendar are copied onto the case. */
export const ClockRule = z
  .object({
    id,
    duration: Duration,
    start: z.enum(['sent', 'complete']).default('sent'),
    pauseIn: z.array(z.string()).default([]),
    resume: z.enum(['continue', 'reset']).default('continue'),
  })
  .strict();
export type ClockRule = z.infer<typeof ClockRule>;
export const Workflow = z
  .object({
    roles: z.record(z.string(), Role),
    start: z.string(),
    states: z.record(z.string(), State),
    actions: z.array(Action).min(1),
    tasks: z.array(Task).default([]),
    pauseIn: z.array(z.string()).default([]),
    resume: z.enum(['continue', 'reset']).default('continue'),
    separation: z.array(z.tuple([z.string(), z.string()])).default([]), // pairs of action ids never done by the same person on one case
  })
  .strict();
export type Workflow = z.infer<typeof Workflow>;

// ---- letter ----------------------------------------------------------------------------------------------------------
export const Letter = z
  .object({
    template: z.string(), // regions/<region>/letters/<template>.typ
    title: LocalText,
    number: z.string(), // "{kode}/{urut:000}/{unit}/{bulan_romawi}/{tahun}"
    classification: z.string(),
    book: z.string().optional(), // counter per (unit, book, year)
    signer: z.string(), // role id
    opening: LocalText,
    rows: z.array(z.object({ label: LocalText, field: z.string() }).strict()).default([]),
    closing: LocalText,
    validMonths: z.number().int().positive().optional(),
  })
  .strict();
export type Letter = z.infer<typeof Letter>;

export const ServiceDefinition = z
  .object({
    service: id,
    title: LocalText,
    summary: LocalText,
    words: z.array(z.string()).default([]), // everyday words and synonyms for search
    lifeEvents: z.array(z.string()).default([]),
    sector: z.string(),
    popularity: z.number().int().default(0),
    channels: z.array(z.enum(['loket', 'web', 'mobile', 'telepon', 'sms'])).min(1),
    unit: z
      .object({
        code: z.string().optional(),
        kind: z.enum(['kelurahan', 'kecamatan', 'puskesmas']).optional(),
        routeBy: z.string().optional(),
      })
      .strict(),
    standard: Standard,
    eligibility: z.array(Eligibility).default([]),
    form: z.array(Page).min(1),
    documents: z.array(DocumentRule).default([]),
    declare: z.array(LocalText).default([]),
    clocks: z.array(ClockRule).min(1), // ids 'promise' and, where known, 'legal'
    workflow: Workflow,
    letter: Letter.optional(),
    confidential: z.boolean().default(false),
  })
  .strict();
/** A compiled definition: what every channel, clock, page and letter is made from. Pinned on a case by its version. */
export type ServiceDefinition = z.infer<typeof ServiceDefinition>;
