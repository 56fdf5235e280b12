// The signed file for its owner, the draft for the office, and the public verification page.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../../platform/context.ts';
import { defineApi, definePage, html, type Incoming, type Reply, type Route } from '../../platform/http/define.ts';
import { getForOfficer, getTracked, recordReading, trackingMisses } from '../cases/index.ts';
import { draftLetter } from './draft.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { readLetterFile } from './print.ts';
import { recordOf } from './record.ts';
import { findByCase } from './store.ts';
import type { Letter } from './types.ts';
import { compareFile, getByVerifyId } from './verify.ts';
import { VerifyView } from './views/verify-view.tsx';

async function fileReply(ctx: Context, target: { readonly id: string; readonly number: string }): Promise<Reply> {
  const letter = await findByCase(ctx.db, target.id);
  if (!letter) throw new AppError('not_found', 'letters.no_letter');
  return {
    kind: 'bytes',
    body: await readLetterFile(ctx, letter),
    type: 'application/pdf',
    fileName: `surat-${target.number}.pdf`,
    inline: true,
    headers: { 'cache-control': 'private, no-store' },
  };
}

const tracked = definePage({
  method: 'GET',
  url: '/lacak/:code/surat.pdf',
  missLimit: trackingMisses,
  access: { kind: 'token' },
  params: z.object({ code: z.string().max(64) }),
  handle: async (ctx, { params }) => fileReply(ctx, await getTracked(ctx, params.code)),
});

const NumberParam = z.object({ number: z.string().max(40) });
async function officerFile(ctx: Context, number: string): Promise<Reply> {
  const target = await getForOfficer(ctx, number);
  await recordReading(ctx, target, 'letter');
  return fileReply(ctx, target);
}

const forOfficer = definePage({
  method: 'GET',
  url: '/petugas/berkas/:number/surat.pdf',
  access: { kind: 'officer' },
  params: NumberParam,
  handle: (ctx, { params }) => officerFile(ctx, params.number),
});
const forProgram = defineApi({
  method: 'GET',
  url: '/api/v1/cases/:number/letter.pdf',
  access: { kind: 'officer' },
  tag: 'staff',
  summary: 'The signed letter (application/pdf)',
  params: NumberParam,
  response: z.string().describe('PDF bytes'),
  handle: (ctx, { params }) => officerFile(ctx, params.number),
});
const draft = definePage({
  method: 'GET',
  url: '/petugas/berkas/:number/konsep.pdf',
  access: { kind: 'officer' },
  params: NumberParam,
  handle: async (ctx, { params }) => {
    const target = await getForOfficer(ctx, params.number);
    await recordReading(ctx, target, 'letter');
    return {
      kind: 'bytes',
      body: await draftLetter(ctx, target),
      type: 'application/pdf',
      fileName: `konsep-${target.number}.pdf`,
      inline: true,
      headers: { 'cache-control': 'private, no-store' },
    };
  },
});

async function showRecord(ctx: Context, { frame }: Pick<Incoming, 'frame'>, letter: Letter): Promise<Reply> {
  return html(
    <VerifyView frame={frame} action={`/verifikasi/${letter.verifyId}`} record={await recordOf(ctx, letter)} />,
  );
}

/** Compares what was uploaded; the file is read from its temporary place and kept nowhere. */
async function compare(
  ctx: Context,
  { frame, files }: Pick<Incoming, 'frame' | 'files'>,
  letter: Letter | undefined,
): Promise<Reply> {
  const words = (ctx.locale === 'en' ? en : id).verify;
  const action = letter ? `/verifikasi/${letter.verifyId}` : '/verifikasi';
  const record = letter && (await recordOf(ctx, letter));
  const [file] = files;
  if (!file || file.size === 0)
    return html(<VerifyView frame={frame} action={action} record={record} error={words.noFile} />, 422);
  const found = await compareFile(ctx, await readFile(file.path), letter);
  const href = found.letter && found.letter.id !== letter?.id ? `/verifikasi/${found.letter.verifyId}` : undefined;
  return html(<VerifyView frame={frame} action={action} record={record} verdict={{ kind: found.verdict, href }} />);
}

const upload = { maxFiles: 1, maxBytes: 10_000_000 };
const limit = { name: 'verify-letter', max: 30, perSeconds: 60 };
const letterMisses = { name: 'letter-miss', max: 30, perSeconds: 600, code: 'letters.not_found' };
const IdParam = z.object({ id: z.string().max(40) });
const start = definePage({
  method: 'GET',
  url: '/verifikasi',
  access: { kind: 'public' },
  handle: async (_ctx, { frame }) => html(<VerifyView frame={frame} action="/verifikasi" />),
});
const compareAny = definePage({
  method: 'POST',
  url: '/verifikasi',
  access: { kind: 'public' },
  multipart: upload,
  rateLimit: limit,
  handle: (ctx, incoming) => compare(ctx, incoming, undefined),
});
const show = definePage({
  method: 'GET',
  url: '/verifikasi/:id',
  missLimit: letterMisses,
  access: { kind: 'public' },
  params: IdParam,
  rateLimit: { name: 'verify-page', max: 120, perSeconds: 60 },
  handle: async (ctx, { frame, params }) => showRecord(ctx, { frame }, await getByVerifyId(ctx, params.id)),
});
const compareOne = definePage({
  method: 'POST',
  url: '/verifikasi/:id',
  missLimit: letterMisses,
  access: { kind: 'public' },
  params: IdParam,
  multipart: upload,
  rateLimit: limit,
  handle: async (ctx, incoming) => compare(ctx, incoming, await getByVerifyId(ctx, incoming.params.id)),
});

export const letterRoutes: readonly Route[] = [
  tracked,
  forOfficer,
  forProgram,
  draft,
  start,
  compareAny,
  show,
  compareOne,
];
