// Check answers, send once, continue later, receipt.
import { z } from 'zod';
import { derivedShown } from '../../../definition/derive/shown.ts';
import { feeLines } from '../../../definition/fees/fee-lines.ts';
import { feeOf } from '../../../definition/fees/fee-of.ts';
import { parseFields } from '../../../definition/fields/registry.ts';
import type { Env } from '../../../definition/fields/types.ts';
import { summarise } from '../../../definition/interview/summarise.ts';
import { formatDateTime } from '../../../lib/dates/format.ts';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import { sizeText } from '../../../lib/file-size.ts';
import { say } from '../../../lib/locale.ts';
import { dueAfter } from '../../../lib/working-time/gauge.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import type { AnswerSection } from '../../../ui/index.ts';
import { findReceipt, routeUnit } from '../../cases/index.ts';
import { queueEmail } from '../../notifications/index.ts';
import { calendarFor } from '../../organisation/index.ts';
import { messagesFor, waivedText } from '../messages.ts';
import { assistedOf } from '../service/companion.ts';
import { changeDraft, draftMisses, type OpenDraft, openDraft } from '../service/drafts.ts';
import { envOf } from '../service/env.ts';
import { filledOnPath } from '../service/prefill.ts';
import { firstOpen, stepBefore, type Way, wayOf } from '../service/steps.ts';
import { submitApplication } from '../service/submit.ts';
import { CheckView } from '../views/check-view.tsx';
import { LaterView } from '../views/small-views.tsx';

const Token = z.object({ token: z.string().max(64) });
const base = (token: string): string => `/permohonan/${token}`;
export const keyOf = (open: OpenDraft): string => `draft:${open.draft.id}`;

function sectionsOf(open: OpenDraft, way: Way, env: Env): AnswerSection[] {
  const { definition } = open.version;
  const words = messagesFor(env.locale).journey;
  const change = (path: string): string => `${base(open.token)}/${path}?dari=periksa`;
  const eligibilityPath = (id: string): string =>
    `kelayakan/${definition.eligibility.find((rule) => rule.ask.id === id)?.id ?? ''}`;
  const answers = summarise(definition, way.answers, env).map((page) => ({
    title: page.title,
    rows: page.items.map((item) => ({
      label: item.label,
      value: item.rows ? item.rows.map((row) => row.map((cell) => cell.value).join(', ')).join('; ') : item.value,
      changeHref: change(page.page === 'eligibility' ? eligibilityPath(item.id) : `isi/${page.page}`),
    })),
  }));
  const documents = way.steps
    .flatMap((step) => (step.kind === 'document' ? [step] : []))
    .map((step) => ({
      label: step.document.label,
      value:
        open.draft.documents
          .filter((given) => given.id === step.document.id)
          .map((given) => `${given.fileName} (${sizeText(given.size, env.locale)})`)
          .join(', ') || words.notGiven,
      changeHref: change(step.path),
    }));
  const waived = way.waived.map(({ label, fact }) => ({ label, value: waivedText(fact, env.locale) }));
  const papers = [...documents, ...waived];
  return papers.length === 0 ? answers : [...answers, { title: words.documents, rows: papers }];
}

/** When it would be done if it were sent now; undefined while the unit cannot be told yet. */
async function dueIfSent(ctx: Context, open: OpenDraft, way: Way): Promise<string | undefined> {
  const { definition } = open.version;
  const unit = await routeUnit(ctx, definition, way.answers).catch(() => undefined);
  if (!unit) return undefined;
  const named = definition.standard.hours.process === '24-jam' ? '24-jam' : undefined;
  const { calendar } = await calendarFor(ctx, unit, named);
  return formatDateTime(dueAfter(definition.standard.promise, ctx.clock.now(), calendar), {
    timezone: ctx.region.timezone,
    locale: ctx.locale,
  });
}

async function checkPage(
  ctx: Context,
  { frame }: Pick<Incoming, 'frame'>,
  open: OpenDraft,
  given: { errors: readonly FieldError[]; ticked: readonly string[]; status?: number },
): Promise<Reply> {
  const env = await envOf(ctx);
  const way = wayOf(open.version.definition, open.draft, env);
  const { definition } = open.version;
  const before = stepBefore(way, 'periksa');
  const view = (
    <CheckView
      frame={frame}
      service={say(definition.title, ctx.locale)}
      action={`${base(open.token)}/kirim`}
      back={`${base(open.token)}/${before?.path ?? ''}`}
      sections={sectionsOf(open, way, env)}
      spared={way.waived.length}
      filled={filledOnPath(open.draft.filled, way.answers)}
      declarations={definition.declare.map((text) => say(text, ctx.locale))}
      ticked={given.ticked}
      fee={feeLines(feeOf(definition, way.answers), ctx.locale)}
      derived={derivedShown(definition, way.answers, env)}
      due={await dueIfSent(ctx, open, way)}
      answer={open.version.definition.clocks.find(({ id }) => id === 'promise')?.promises === 'answer'}
      errors={given.errors}
    />
  );
  return html(view, given.status ?? (given.errors.length > 0 ? 422 : 200));
}

const check = definePage({
  method: 'GET',
  url: '/permohonan/:token/periksa',
  missLimit: draftMisses,
  access: { kind: 'token' },
  params: Token,
  handle: async (ctx, { frame, params }) => {
    const open = await openDraft(ctx, params.token);
    if (open.draft.sentAt !== null) return redirect(`${base(open.token)}/terkirim`);
    const next = firstOpen(wayOf(open.version.definition, open.draft, await envOf(ctx)));
    if (next.kind !== 'check') return redirect(`${base(open.token)}/${next.path}`);
    return checkPage(ctx, { frame }, open, { errors: [], ticked: [] });
  },
});

function undeclared(open: OpenDraft, body: Readonly<Record<string, unknown>>, locale: Context['locale']): FieldError[] {
  const fields = open.version.definition.declare.map((label, index) => ({
    id: `pernyataan-${index}`,
    type: 'declaration' as const,
    label,
    required: true,
  }));
  return fields
    .filter((field) => body[field.id] !== 'true')
    .map((field) => ({
      field: field.id,
      code: 'declaration.required',
      message: messagesFor(locale).journey.declareError,
    }));
}

/** The applicant's receipt; a helper gets a page of his own, without what belongs to the applicant. */
function afterSending(open: OpenDraft, trackingCode: string): string {
  return open.draft.companion ? `${base(open.token)}/pendamping` : `/lacak/${trackingCode}/tanda-terima`;
}

async function send(
  ctx: Context,
  incoming: Incoming<z.infer<typeof Token>, unknown, Record<string, unknown>>,
): Promise<Reply> {
  const { params, body, frame } = incoming;
  const open = await openDraft(ctx, params.token);
  const earlier = await findReceipt(ctx, keyOf(open));
  if (earlier) return redirect(afterSending(open, earlier.trackingCode));
  const errors = undeclared(open, body, ctx.locale);
  const ticked = Object.keys(body).filter((name) => name.startsWith('pernyataan-'));
  if (errors.length > 0) return checkPage(ctx, { frame }, open, { errors, ticked });
  const documents = open.draft.documents.map(({ id, uploadId }) => ({ id, uploadId }));
  try {
    const { trackingCode } = await submitApplication(ctx, {
      version: open.version,
      answers: open.draft.answers,
      documents,
      held: open.draft.registers,
      filled: open.draft.filled,
      submissionKey: keyOf(open),
      ...(open.draft.companion ? { assisted: assistedOf(open.draft.companion) } : {}),
    });
    await changeDraft(ctx, open.token, (draft) => ({
      ...draft,
      answers: {},
      documents: [],
      registers: {},
      sentAt: ctx.clock.now(),
    }));
    return redirect(afterSending(open, trackingCode));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const said = [{ field: '', code: error.code, message: incoming.sentence(error) }];
    // Closed since it was begun: everything stays filled in for the day it opens again.
    if (error.code.startsWith('catalogue.'))
      return checkPage(ctx, { frame }, open, { errors: said, ticked, status: 409 });
    if (error.kind !== 'invalid') throw error;
    // Something changed since it was checked (a date has passed, a kelurahan has gone): back to what needs attention.
    const next = firstOpen(wayOf(open.version.definition, open.draft, await envOf(ctx)));
    if (next.kind !== 'check') return redirect(`${base(open.token)}/${next.path}`);
    return checkPage(ctx, { frame }, open, { errors: error.fields.length > 0 ? error.fields : said, ticked });
  }
}

const sendRoute = definePage({
  method: 'POST',
  url: '/permohonan/:token/kirim',
  missLimit: draftMisses,
  access: { kind: 'token' },
  params: Token,
  body: z.record(z.string(), z.unknown()),
  handle: (ctx, incoming) => send(ctx, incoming),
});

/** Where a form was sent to is an address too: reloaded or typed again, it leads to what came of it. */
const sendAgain = definePage({
  method: 'GET',
  url: '/permohonan/:token/kirim',
  access: { kind: 'token' },
  missLimit: draftMisses,
  params: Token,
  handle: async (ctx, { params }) => redirect(`${base((await openDraft(ctx, params.token)).token)}/periksa`),
});

const sent = definePage({
  method: 'GET',
  url: '/permohonan/:token/terkirim',
  missLimit: draftMisses,
  access: { kind: 'token' },
  params: Token,
  handle: async (ctx, { params }) => {
    const open = await openDraft(ctx, params.token);
    const receipt = await findReceipt(ctx, keyOf(open));
    return redirect(receipt ? afterSending(open, receipt.trackingCode) : base(open.token));
  },
});

function laterPage(
  ctx: Context,
  { frame }: Pick<Incoming, 'frame'>,
  open: OpenDraft,
  given: { sent: boolean; error?: string; email?: string },
): Reply {
  const service = say(open.version.definition.title, ctx.locale);
  return html(
    <LaterView
      frame={frame}
      service={service}
      url={`${ctx.config.publicUrl}${base(open.token)}`}
      token={open.token}
      {...given}
    />,
    given.error ? 422 : 200,
  );
}
const later = definePage({
  method: 'GET',
  url: '/permohonan/:token/nanti',
  missLimit: draftMisses,
  access: { kind: 'token' },
  params: Token,
  handle: async (ctx, { frame, params }) =>
    laterPage(ctx, { frame }, await openDraft(ctx, params.token), { sent: false }),
});
const emailField = {
  id: 'email',
  type: 'email' as const,
  label: { id: 'Alamat e-mail', en: 'E-mail address' },
  required: true,
};
const mailLink = definePage({
  method: 'POST',
  url: '/permohonan/:token/nanti',
  missLimit: draftMisses,
  access: { kind: 'token' },
  params: Token,
  body: z.object({ email: z.string().max(300).default('') }),
  rateLimit: { name: 'mail-link', max: 5, perSeconds: 600 },
  handle: async (ctx, { frame, params, body }) => {
    const open = await openDraft(ctx, params.token);
    const { answers, errors } = parseFields([emailField], body, await envOf(ctx));
    const [error] = errors;
    if (error) return laterPage(ctx, { frame }, open, { sent: false, error: error.message, email: body.email });
    const words = messagesFor(ctx.locale).journey;
    const url = `${ctx.config.publicUrl}${base(open.token)}`;
    await queueEmail(ctx, {
      to: String(answers['email']),
      subject: words.laterMailSubject(say(open.version.definition.title, ctx.locale)),
      text: words.laterMailText(url),
      key: `draft:${open.draft.id}:${ctx.requestId}`,
    });
    return laterPage(ctx, { frame }, open, { sent: true });
  },
});

export const sendRoutes: readonly Route[] = [check, sendRoute, sendAgain, sent, later, mailLink];
