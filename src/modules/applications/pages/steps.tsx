// One page per question or small group; POST, redirect, GET. The way is worked out anew at each request.
import { z } from 'zod';
import { formatField } from '../../../definition/fields/registry.ts';
import { answerOf, type Env } from '../../../definition/fields/types.ts';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import { sizeText } from '../../../lib/file-size.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { currentVersion } from '../../catalogue/index.ts';
import { largestUpload } from '../../documents/index.ts';
import { areaGroups } from '../areas.ts';
import { messagesFor, waivedText } from '../messages.ts';
import { draftMisses, type OpenDraft, openDraft } from '../service/drafts.ts';
import { envOf } from '../service/env.ts';
import { refreshRegisters } from '../service/registers.ts';
import { saveDocument, saveFields } from '../service/save.ts';
import { firstOpen, type Step, stepAfter, stepBefore, type Way, wayOf } from '../service/steps.ts';
import { DocumentView } from '../views/document-view.tsx';
import { FieldsView } from '../views/fields-view.tsx';
import { NotEligibleView } from '../views/small-views.tsx';

const Params = z.object({
  token: z.string().max(64),
  part: z.enum(['kelayakan', 'isi', 'dokumen']),
  name: z.string().max(80),
});
const Query = z.object({ dari: z.string().max(20).optional() });
const base = (token: string): string => `/permohonan/${token}`;

interface At {
  readonly open: OpenDraft;
  readonly way: Way;
  readonly step: Step;
}

async function findStep(ctx: Context, open: OpenDraft, path: string): Promise<At> {
  const way = wayOf(open.version.definition, open.draft, await envOf(ctx));
  const step = way.steps.find((candidate) => candidate.path === path);
  if (!step) throw new AppError('not_found', 'applications.page_not_found');
  return { open, way, step };
}

interface Shown {
  readonly errors: readonly FieldError[];
  readonly backToCheck: boolean;
}

async function showStep(ctx: Context, { frame }: Pick<Incoming, 'frame'>, at: At, shown: Shown): Promise<Reply> {
  const { open, way, step } = at;
  const { definition } = open.version;
  const { errors, backToCheck } = shown;
  const before = stepBefore(way, step.path);
  const common = {
    frame,
    errors,
    backToCheck,
    service: say(definition.title, ctx.locale),
    action: `${base(open.token)}/${step.path}`,
    back: backToCheck
      ? `${base(open.token)}/periksa`
      : before
        ? `${base(open.token)}/${before.path}`
        : `/layanan/${definition.service}/mulai`,
    step: { index: way.steps.indexOf(step) + 1, count: way.steps.length },
  };
  const status = errors.length > 0 ? 422 : 200;
  if (step.kind === 'document') {
    const own = open.draft.documents.filter((document) => document.id === step.document.id);
    const uploaded = own.map((document) => ({
      id: document.uploadId,
      fileName: document.fileName,
      note: sizeText(document.size, ctx.locale),
      removeName: '_remove',
    }));
    const spared = way.waived.map(({ label, fact }) => `${label}: ${waivedText(fact, ctx.locale)}`);
    const rule = definition.documents.find(({ id }) => id === step.document.id);
    const softened = way.word.silent.has(rule?.waivedByRegister?.split('.')[0] ?? '');
    return html(
      <DocumentView {...common} document={step.document} uploaded={uploaded} spared={spared} softened={softened} />,
      status,
    );
  }
  if (step.kind === 'check') return redirect(`${base(open.token)}/periksa`);
  const areas = await areaGroups(ctx);
  if (step.kind === 'eligibility') {
    return html(
      <FieldsView
        {...common}
        heading={step.rule.ask.label}
        fields={[step.rule.ask]}
        raw={open.draft.answers}
        areas={areas}
      />,
      status,
    );
  }
  const autosaveUrl = `${base(open.token)}/simpan/${step.page.page}`;
  return html(
    <FieldsView
      {...common}
      heading={step.page.title}
      hint={step.page.hint}
      fields={step.fields}
      raw={open.draft.answers}
      areas={areas}
      autosaveUrl={autosaveUrl}
      locked={lockedRows(ctx, at, await envOf(ctx))}
      filledFrom={filledFrom(at)}
    />,
    status,
  );
}

function lockedRows(ctx: Context, { way, step }: At, env: Env) {
  if (step.kind !== 'page') return [];
  return step.fields
    .filter((field) => way.locked.has(field.id))
    .map((field) => {
      const answer = answerOf(way.answers, field.id);
      const value = answer === undefined ? '' : formatField(answer, field, env);
      return { id: field.id, label: say(field.label, ctx.locale), value };
    });
}

function filledFrom({ open, step }: At): string | undefined {
  const { filled } = open.draft;
  if (filled === null || step.kind !== 'page') return undefined;
  return step.fields.some((field) => filled.fields.includes(field.id)) ? filled.from : undefined;
}

/** Not for you, or better elsewhere: what the service says, where to go instead and, when one may, how to go on. */
async function showAdvice(ctx: Context, frame: Incoming['frame'], at: At): Promise<Reply> {
  const { open, step, way } = at;
  if (step.kind !== 'eligibility') throw new AppError('not_found', 'applications.page_not_found');
  const { say: sentence, offer } = step.rule.else;
  const offered = offer === undefined ? undefined : await currentVersion(ctx, offer).catch(() => undefined);
  return html(
    <NotEligibleView
      frame={frame}
      service={say(open.version.definition.title, ctx.locale)}
      sentence={say(sentence, ctx.locale)}
      offer={
        offered && {
          href: `/layanan/${offered.definition.service}`,
          title: say(offered.definition.title, ctx.locale),
        }
      }
      back={`${base(open.token)}/${step.path}?dari=ubah`}
      onward={step.stops ? undefined : `${base(open.token)}/${stepAfter(way, step.path, false).path}`}
    />,
  );
}

const resume = definePage({
  method: 'GET',
  url: '/permohonan/:token',
  missLimit: draftMisses,
  access: { kind: 'token' },
  params: z.object({ token: z.string().max(64) }),
  handle: async (ctx, { params }) => {
    const open = await openDraft(ctx, params.token);
    if (open.draft.sentAt !== null) return redirect(`${base(open.token)}/terkirim`);
    return redirect(
      `${base(open.token)}/${firstOpen(wayOf(open.version.definition, open.draft, await envOf(ctx))).path}`,
    );
  },
});

const show = definePage({
  method: 'GET',
  url: '/permohonan/:token/:part/:name',
  missLimit: draftMisses,
  access: { kind: 'token' },
  params: Params,
  query: Query,
  handle: async (ctx, { frame, params, query }) => {
    const open = await openDraft(ctx, params.token);
    if (open.draft.sentAt !== null) return redirect(`${base(open.token)}/terkirim`);
    const at = await findStep(ctx, open, `${params.part}/${params.name}`);
    // "Ubah jawaban" after a refusal shows the question again, with the answer still there.
    const stopped = at.step.kind === 'eligibility' && at.step.stops && at.step.done && query.dari !== 'ubah';
    const advised = at.step.kind === 'eligibility' && at.step.advises && query.dari === 'saran';
    if (stopped || advised) return showAdvice(ctx, frame, at);
    return showStep(ctx, { frame }, at, { errors: [], backToCheck: query.dari === 'periksa' });
  },
});

type Posted = Incoming<z.infer<typeof Params>, unknown, Record<string, unknown>>;

async function saveStep(ctx: Context, incoming: Posted, at: At): Promise<Reply | readonly FieldError[]> {
  const { step, open } = at;
  const { body, files } = incoming;
  if (step.kind === 'document') {
    const remove = typeof body['_remove'] === 'string' ? body['_remove'] : undefined;
    const draft = await saveDocument(ctx, open, {
      accept: step.document.accept,
      id: step.document.id,
      max: step.document.max,
      files,
      remove,
      path: step.path,
    });
    if (remove !== undefined) return redirect(`${base(open.token)}/${step.path}`);
    const given = draft.documents.some((document) => document.id === step.document.id);
    const missing = !given && step.document.required === 'hard' && body['_later'] === undefined;
    return missing
      ? [{ field: step.document.id, code: 'document.required', message: requiredSentence(ctx, step.document.label) }]
      : [];
  }
  if (step.kind === 'check') return [];
  const fields = step.kind === 'eligibility' ? [step.rule.ask] : step.page.fields;
  const { sentence } = incoming;
  const saved = await saveFields(ctx, open, { path: step.path, fields, body, files, sentence });
  return saved.repeated ? redirect(`${base(open.token)}/${step.path}`) : saved.errors;
}

async function post(ctx: Context, incoming: Posted): Promise<Reply> {
  const { params, body, frame } = incoming;
  const open = await openDraft(ctx, params.token);
  if (open.draft.sentAt !== null) return redirect(`${base(open.token)}/terkirim`);
  const path = `${params.part}/${params.name}`;
  const at = await findStep(ctx, open, path);
  const backToCheck = body['_from'] === 'periksa';
  const saved = await saveStep(ctx, incoming, at).catch((error: unknown) => refusedFile(error, incoming, at));
  if ('kind' in saved) return saved;
  if (body['_later'] !== undefined) return redirect(`${base(open.token)}/nanti`);
  if (saved.length === 0 && open.version.definition.registers !== undefined)
    await refreshRegisters(ctx, await openDraft(ctx, params.token), await envOf(ctx));
  const fresh = await openDraft(ctx, params.token);
  if (saved.length > 0)
    return showStep(ctx, { frame }, await findStep(ctx, fresh, path), { errors: saved, backToCheck });
  const way = wayOf(fresh.version.definition, fresh.draft, await envOf(ctx));
  const answered = way.steps.find((step) => step.path === path);
  if (answered?.kind === 'eligibility' && answered.advises) return redirect(`${base(open.token)}/${path}?dari=saran`);
  return redirect(`${base(open.token)}/${stepAfter(way, path, backToCheck).path}`);
}

/** A file that is not accepted is an error of its field, not of the whole page. */
function refusedFile(error: unknown, incoming: Posted, { step }: At): FieldError[] {
  if (!(error instanceof AppError) || (error.kind !== 'invalid' && error.kind !== 'too_large')) throw error;
  const field = step.kind === 'document' ? step.document.id : (incoming.files[0]?.field ?? '');
  return [{ field, code: error.code, message: incoming.sentence(error) }];
}

function requiredSentence(ctx: Context, label: string): string {
  return messagesFor(ctx.locale).document.required(label);
}

const postStep = definePage({
  method: 'POST',
  url: '/permohonan/:token/:part/:name',
  missLimit: draftMisses,
  access: { kind: 'token' },
  params: Params,
  body: z.record(z.string(), z.unknown()),
  multipart: { maxFiles: 6, maxBytes: largestUpload },
  handle: (ctx, incoming) => post(ctx, incoming),
});

const autosave = definePage({
  method: 'POST',
  url: '/permohonan/:token/simpan/:page',
  missLimit: draftMisses,
  access: { kind: 'token' },
  params: z.object({ token: z.string().max(64), page: z.string().max(80) }),
  body: z.record(z.string(), z.unknown()),
  handle: async (ctx, { params, body, sentence }) => {
    const open = await openDraft(ctx, params.token);
    const page = open.version.definition.form.find((candidate) => candidate.page === params.page);
    if (!page) throw new AppError('not_found', 'applications.page_not_found');
    const { _add, _remove, _remove_file, ...typed } = body;
    await saveFields(ctx, open, {
      path: `isi/${page.page}`,
      fields: page.fields,
      body: typed,
      files: [],
      quiet: true,
      sentence,
    });
    return { kind: 'json', body: { savedAt: ctx.clock.now().toISOString() } };
  },
});

export const stepRoutes: readonly Route[] = [resume, autosave, show, postStep];
