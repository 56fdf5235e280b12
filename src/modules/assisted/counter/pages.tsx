// The counter screen: open, keep quietly, show to the citizen, send.
import { z } from 'zod';
import { isEmpty } from '../../../definition/fields/raw.ts';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import type { Context, Officer } from '../../../platform/context.ts';
import { definePage, type Incoming, json, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import { envOf, prefillFor } from '../../applications/index.ts';
import { refuseChannel } from '../../catalogue/index.ts';
import { largestUpload } from '../../documents/index.ts';
import { messagesFor } from '../messages.ts';
import { channelOf } from '../rules.ts';
import { findCounter, findSeat } from '../store.ts';
import type { Entry } from '../types.ts';
import { counterOfficer, findOwnEntry, keepEntry } from './entries.ts';
import { askedOf } from './questions.ts';
import { FormBody, modeOf, type ReadForm, readForm } from './read-form.ts';
import { judge, sendEntry } from './send.ts';
import { type Screen, showCounter } from './show.tsx';
import { versionFor } from './version.ts';

const Slug = z.object({ slug: z.string().max(80) });
const Query = z.object({
  isian: z.uuid().optional().catch(undefined),
  versi: z.uuid().optional().catch(undefined),
  cara: z.enum(['loket', 'kertas']).default('loket').catch('loket'),
  latihan: z.literal('1').optional().catch(undefined),
});

const open = definePage({
  method: 'GET',
  url: '/kerja/loket/:slug',
  access: { kind: 'officer' },
  params: Slug,
  query: Query,
  handle: async (ctx, incoming) => {
    const { params, query } = incoming;
    const officer = counterOfficer(ctx);
    const kept = query.isian === undefined ? undefined : await findOwnEntry(ctx, query.isian);
    if (kept?.caseId) return redirect(receiptPath(kept.id));
    const version = await versionFor(ctx, params.slug, kept?.versionId ?? query.versi);
    refuseChannel(ctx, version.definition, channelOf(kept?.mode ?? modeOf(query.cara)));
    const screen: Screen = {
      version,
      mode: kept?.mode ?? modeOf(query.cara),
      practice: query.latihan === '1',
      entryId: query.isian ?? newId(),
      kept,
      errors: [],
      notices: [],
      env: await envOf(ctx),
    };
    return showCounter(ctx, incoming, { officer, screen });
  },
});

type Posted = Incoming<z.infer<typeof Slug>, unknown, FormBody>;
interface Read extends ReadForm {
  readonly officer: Officer;
  readonly before: Entry | undefined;
  readonly version: Awaited<ReturnType<typeof versionFor>>;
  readonly env: Awaited<ReturnType<typeof envOf>>;
}

/** The posted form, unless its id belongs to somebody else's entry. */
async function read(ctx: Context, { params, body, files, sentence }: Posted): Promise<Read> {
  const officer = counterOfficer(ctx);
  const version = await versionFor(ctx, params.slug, body._versi);
  const env = await envOf(ctx);
  const before = await findOwnEntry(ctx, body._isian);
  const asked = askedOf(version.definition, env);
  const form = await readForm(ctx, { officer, version, asked, env, before, body, files, sentence });
  return { ...form, officer, before, version, env };
}

async function screenAgain(
  ctx: Context,
  incoming: Posted,
  given: { read: Read; errors: readonly FieldError[]; notices?: readonly string[] },
): Promise<Reply> {
  const { entry, officer, version, env } = given.read;
  const screen: Screen = {
    version,
    env,
    mode: entry.mode,
    practice: incoming.body._latihan === '1',
    entryId: entry.id,
    kept: entry,
    errors: given.errors,
    notices: given.notices ?? [],
  };
  return showCounter(ctx, incoming, { officer, screen });
}

async function mustConfirm(ctx: Context, officerId: string): Promise<boolean> {
  const seat = await findSeat(ctx.db, officerId);
  const counter = seat?.counterId ? await findCounter(ctx.db, seat.counterId) : undefined;
  return counter?.confirms ?? false;
}

const receiptPath = (entryId: string): string => `/kerja/loket/tanda-terima/${entryId}`;

async function send(ctx: Context, incoming: Posted): Promise<Reply> {
  const { body, params } = incoming;
  const form = await read(ctx, incoming);
  const { entry, before } = form;
  if (before?.caseId) return redirect(receiptPath(entry.id)); // pressed twice, or from another tab
  if (body._latihan === '1') return practise(ctx, incoming, form);
  if (body._aksi === 'isi') return fillIn(ctx, incoming, form);
  await keepEntry(ctx, entry, body._aksi === 'tampilkan');
  if (form.repeated || form.errors.length > 0) return screenAgain(ctx, incoming, { read: form, errors: form.errors });
  if (body._aksi !== 'kirim') return redirect(`/kerja/loket/${params.slug}?isian=${entry.id}`);
  try {
    await sendEntry(ctx, {
      version: form.version,
      entry,
      confirmed: before?.confirmed ?? undefined,
      mustConfirm: await mustConfirm(ctx, entry.officerId),
    });
    return redirect(receiptPath(entry.id));
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    const wrong = [{ field: 'loket', code: error.code, message: incoming.sentence(error) }];
    return screenAgain(ctx, incoming, { read: form, errors: error.fields.length > 0 ? error.fields : wrong });
  }
}

/** What an earlier case of this person says goes where nothing was typed yet; what was typed stays. */
async function fillIn(ctx: Context, incoming: Posted, form: Read): Promise<Reply> {
  const { entry, version } = form;
  const words = messagesFor(ctx.locale).counter;
  const known = await prefillFor(ctx, version.definition, { nik: incoming.body._nik_dicari ?? '' });
  const open = Object.entries(known?.answers ?? {}).filter(([id]) => isEmpty(entry.answers[id]));
  const filled = { ...form, entry: { ...entry, answers: { ...entry.answers, ...Object.fromEntries(open) } } };
  await keepEntry(ctx, filled.entry, false);
  const proven = open.filter(([id]) => known?.proven.includes(id)).length;
  const notice = known ? words.earlierFilled(open.length, known.from.join(', '), proven) : words.earlierNone;
  return screenAgain(ctx, incoming, { read: filled, errors: form.errors, notices: [notice] });
}

/** Judged like the real thing, and nothing is kept. */
async function practise(ctx: Context, incoming: Posted, form: Read): Promise<Reply> {
  if (form.repeated || incoming.body._aksi !== 'kirim')
    return screenAgain(ctx, incoming, { read: form, errors: form.errors });
  const { errors } = await judge(ctx, {
    version: form.version,
    entry: form.entry,
    confirmed: undefined,
    mustConfirm: false,
  });
  const notices = errors.length === 0 ? [messagesFor(ctx.locale).counter.practiceDone] : [];
  return screenAgain(ctx, incoming, { read: form, errors, notices });
}

const post = definePage({
  method: 'POST',
  url: '/kerja/loket/:slug',
  access: { kind: 'officer' },
  params: Slug,
  body: FormBody,
  multipart: { maxFiles: 30, maxBytes: largestUpload },
  handle: send,
});

/** While the officer types: kept, so that an ended session or a closed tab loses nothing, and shown on the second screen. */
const keep = definePage({
  method: 'POST',
  url: '/kerja/loket/:slug/simpan',
  access: { kind: 'officer' },
  params: Slug,
  body: FormBody,
  handle: async (ctx, incoming) => {
    const { entry } = await read(ctx, incoming);
    await keepEntry(ctx, entry, entry.mode === 'counter');
    return json({ kept: true });
  },
});

export const counterRoutes: readonly Route[] = [open, post, keep];
