// JSON for programs that show services elsewhere (architecture.md section 9).
import { z } from 'zod';
import { serviceOpenApi, submissionSchema } from '../../definition/outputs/index.ts';
import type { Field, ServiceDefinition } from '../../definition/schema.ts';
import { type Locale, say } from '../../lib/locale.ts';
import type { Context } from '../../platform/context.ts';
import { defineApi, json, type Route } from '../../platform/http/define.ts';
import { listUnits } from '../organisation/index.ts';
import { durationText, feeTextOf } from './promise.ts';
import { sheetOf, unitNameOf } from './sheet.ts';
import { currentCatalogue, getPublished } from './snapshot.ts';
import { componentsOf } from './standard.ts';
import type { Closing } from './types.ts';

const durationUnits = ['working-days', 'working-hours', 'calendar-days', 'clock-hours'] as const;
const Promised = z.object({ amount: z.number(), unit: z.enum(durationUnits), text: z.string() });
const Fee = z.object({ amount: z.number().nullable(), text: z.string(), legal: z.string().nullable() });
const Line = z.object({
  slug: z.string(),
  name: z.string(),
  agency: z.string(),
  promise: Promised,
  fee: Fee,
  sector: z.string(),
  lifeEvents: z.array(z.string()),
  version: z.number(),
  state: z.enum(['open', 'suspended', 'retired']),
});

const list = defineApi({
  method: 'GET',
  url: '/api/v1/services',
  access: { kind: 'public' },
  tag: 'services',
  summary: 'All published services, most used first; not paged below 500',
  response: z.object({ items: z.array(Line), next: z.string().nullable() }),
  handle: async (ctx) => {
    const { services } = await currentCatalogue(ctx);
    const units = new Map((await listUnits(ctx)).map((unit) => [unit.code, unit]));
    const items = services.map((service) => ({
      slug: service.slug,
      name: say(service.version.definition.title, ctx.locale),
      agency: unitNameOf(service, units.get(service.unitCode ?? ''), ctx.locale),
      ...promiseAndFee(service.version.definition, ctx.locale),
      sector: service.sector,
      lifeEvents: service.lifeEvents,
      version: service.version.version,
      state: service.closing?.kind ?? 'open',
    }));
    return json({ items, next: null });
  },
});

function promiseAndFee(definition: ServiceDefinition, locale: Locale) {
  const { promise, fee } = definition.standard;
  return {
    promise: { ...promise, text: durationText(promise, locale) },
    fee: { amount: fee.amount, text: feeTextOf(definition, locale), legal: fee.legal ?? null },
  };
}

const Question = z.object({
  id: z.string(),
  type: z.string(),
  label: z.string(),
  hint: z.string().optional(),
  required: z.boolean(),
  when: z.unknown().optional(),
  options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  fields: z.array(z.unknown()).optional(),
});
const Requirement = z.object({
  id: z.string(),
  label: z.string(),
  note: z.string().optional(),
  why: z.string().optional(),
  legal: z.string().optional(),
  kind: z.enum(['file', 'data', 'original-shown']),
  required: z.enum(['hard', 'soft', 'no']),
  accept: z.array(z.string()),
  condition: z.string().optional(),
});
const Closed = z.object({
  reason: z.string(),
  since: z.string(),
  reopensOn: z.string().nullable(),
  successor: z.string().nullable(),
});
const Service = Line.extend({
  closed: Closed.nullable(),
  summary: z.string(),
  hash: z.string(),
  publishedAt: z.string(),
  unit: z.object({ code: z.string().nullable(), kind: z.string().nullable(), name: z.string() }),
  officer: z.string(),
  channels: z.array(z.string()),
  hours: z.object({ accept: z.string(), process: z.string() }),
  standard: z.object({
    components: z.array(z.object({ number: z.number(), name: z.string(), lines: z.array(z.string()) })),
    legal: z.array(z.string()),
    product: z.string(),
    legalLimit: Promised.nullable(),
  }),
  eligibility: z.array(Question),
  questions: z.array(z.object({ page: z.string(), title: z.string(), fields: z.array(Question) })),
  requirements: z.array(Requirement),
  documents: z.array(
    z.object({ id: z.string(), label: z.string(), required: z.string(), accept: z.array(z.string()) }),
  ),
  letter: z.object({ title: z.string(), validMonths: z.number().nullable() }).nullable(),
});

const show = defineApi({
  method: 'GET',
  url: '/api/v1/services/:slug',
  access: { kind: 'public' },
  tag: 'services',
  summary: 'One service as data: standard, requirements, questions, documents, version and hash',
  params: z.object({ slug: z.string().max(80) }),
  response: Service,
  handle: async (ctx, { params }) => json(await serviceOf(ctx, params.slug)),
});

async function serviceOf(ctx: Context, slug: string): Promise<z.infer<typeof Service>> {
  const published = await getPublished(ctx, slug);
  const { definition, version, hash, publishedAt } = published.version;
  const { locale } = ctx;
  const sheet = await sheetOf(ctx, published);
  const { standard, letter } = definition;
  return {
    slug,
    name: sheet.title,
    agency: sheet.unitName,
    ...promiseAndFee(definition, locale),
    sector: published.sector,
    lifeEvents: [...published.lifeEvents],
    version,
    state: published.closing?.kind ?? 'open',
    closed: published.closing ? closedOf(published.closing, locale) : null,
    summary: sheet.summary,
    hash,
    publishedAt: publishedAt.toISOString(),
    unit: { code: published.unitCode, kind: published.unitKind, name: sheet.unitName },
    officer: sheet.officer.role,
    channels: definition.channels,
    hours: standard.hours,
    standard: {
      components: componentsOf(sheet, locale).map(({ number, name, lines }) => ({ number, name, lines: [...lines] })),
      legal: standard.legal,
      product: say(standard.product, locale),
      legalLimit: standard.legalLimit
        ? { ...standard.legalLimit, text: durationText(standard.legalLimit, locale) }
        : null,
    },
    eligibility: definition.eligibility.map(({ ask }) => questionOf(ask, locale)),
    questions: definition.form.map(({ page, title, fields }) => ({
      page,
      title: say(title, locale),
      fields: fields.map((field) => questionOf(field, locale)),
    })),
    requirements: [...sheet.requirements],
    documents: sheet.requirements
      .filter(({ kind }) => kind === 'file')
      .map(({ id, label, required, accept }) => ({ id, label, required, accept })),
    letter: letter ? { title: say(letter.title, locale), validMonths: letter.validMonths ?? null } : null,
  };
}

function closedOf({ reason, since, reopensOn, successor }: Closing, locale: Locale): z.infer<typeof Closed> {
  return {
    reason: say(reason, locale),
    since: since.toISOString(),
    reopensOn: reopensOn ?? null,
    successor: successor ?? null,
  };
}

function questionOf(field: Field, locale: Locale): z.infer<typeof Question> {
  const { id, type, label, hint, required, when, options, fields } = field;
  return {
    id,
    type,
    label: say(label, locale),
    ...(hint && { hint: say(hint, locale) }),
    required,
    ...(when && { when }),
    ...(options && { options: options.map(({ value, label: text }) => ({ value, label: say(text, locale) })) }),
    ...(fields && { fields: fields.map((inner) => questionOf(inner, locale)) }),
  };
}

const Json = z.record(z.string(), z.unknown());

const schema = defineApi({
  method: 'GET',
  url: '/api/v1/services/:slug/schema.json',
  access: { kind: 'public' },
  tag: 'services',
  summary: 'JSON Schema (draft 2020-12) of an application for this service, of the version in force',
  params: z.object({ slug: z.string().max(80) }),
  response: Json,
  handle: async (ctx, { params }) => {
    const { definition, version, hash } = (await getPublished(ctx, params.slug)).version;
    return json(submissionSchema(definition, { number: version, hash }));
  },
});

const openapi = defineApi({
  method: 'GET',
  url: '/api/v1/services/:slug/openapi.json',
  access: { kind: 'public' },
  tag: 'services',
  summary: 'OpenAPI 3.1 for applying for this service, with the exact shape of its answers',
  params: z.object({ slug: z.string().max(80) }),
  response: Json,
  handle: async (ctx, { params }) => {
    const { definition, version, hash } = (await getPublished(ctx, params.slug)).version;
    return json(serviceOpenApi(definition, { number: version, hash }));
  },
});

export const apiRoutes: readonly Route[] = [list, show, schema, openapi];
