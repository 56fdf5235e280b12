// Opening a case, reading one value or one file of it, holding it, writing to the applicant.
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import { definePage, type Route, redirect } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import {
  addDocuments,
  claimTask,
  getForOfficer,
  readingReason,
  recordReading,
  recordReadingOnce,
  releaseTask,
  writeMessage,
  writeNote,
} from '../../cases/index.ts';
import { getVersion } from '../../catalogue/index.ts';
import { readUpload } from '../../documents/index.ts';
import { flashCodes, messagesFor } from '../messages.ts';
import { uploadsOf } from '../service/facts.ts';
import { showCase } from './show-case.tsx';

const NumberParam = z.object({ number: z.string().max(40) });
const RequestId = z.string().min(1).max(200);

const open = definePage({
  method: 'GET',
  url: '/petugas/berkas/:number',
  access: { kind: 'officer' },
  params: NumberParam,
  query: z.object({ kabar: z.enum(flashCodes).optional().catch(undefined) }),
  handle: (ctx, incoming) => showCase(ctx, incoming, { number: incoming.params.number, flash: incoming.query.kabar }),
});

const reveal = definePage({
  method: 'POST',
  url: '/petugas/berkas/:number/lihat',
  access: { kind: 'officer' },
  params: NumberParam,
  body: z.object({ field: z.string().max(80), alasan: z.string().max(2000).default('').catch('') }),
  handle: async (ctx, incoming) => {
    const { number } = incoming.params;
    const { field, alasan } = incoming.body;
    const { state } = await getForOfficer(ctx, number);
    if (!Object.hasOwn(state.answers, field)) throw new AppError('not_found', 'desk.unknown_field');
    const { definition } = await getVersion(ctx, state.versionId);
    try {
      const why = definition.reveal === 'with-reason' ? readingReason(alasan) : undefined;
      return await showCase(ctx, incoming, { number, subject: `field:${field}`, why, revealed: field });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'cases.reason_short') throw error;
      const line = { field: `isian-${field}`, message: incoming.sentence(error) };
      return showCase(ctx, incoming, { number, status: 422, errors: [line] });
    }
  },
});

const file = definePage({
  method: 'GET',
  url: '/petugas/berkas/:number/dokumen/:documentId/:uploadId',
  access: { kind: 'officer' },
  params: NumberParam.extend({ documentId: z.string().max(80), uploadId: z.string().max(64) }),
  handle: async (ctx, { params }) => {
    const target = await getForOfficer(ctx, params.number);
    const { definition } = await getVersion(ctx, target.state.versionId);
    const belongs = uploadsOf({ definition, target }).some(
      (upload) => upload.id === params.documentId && upload.uploadId === params.uploadId,
    );
    if (!belongs) throw new AppError('not_found', 'desk.unknown_file');
    const { upload, bytes } = await readUpload(ctx, params.uploadId);
    const subject = `document:${params.documentId}`;
    // A player fetches a recording piece by piece: that is one listening.
    if (upload.mediaType.startsWith('audio/')) await recordReadingOnce(ctx, target, { subject, reason: 'handling' });
    else await recordReading(ctx, target, subject);
    return {
      kind: 'bytes',
      body: bytes,
      type: upload.mediaType,
      fileName: upload.fileName,
      inline: true,
      headers: { 'cache-control': 'private, no-store' },
    };
  },
});

function holdRoute(verb: 'ambil' | 'kembalikan'): Route {
  return definePage({
    method: 'POST',
    url: `/petugas/berkas/:number/${verb}`,
    access: { kind: 'officer' },
    params: NumberParam,
    body: z.object({ task: z.uuid() }),
    handle: async (ctx, { params, body }) => {
      const { number } = await getForOfficer(ctx, params.number);
      const run = verb === 'ambil' ? claimTask : releaseTask;
      try {
        await run(ctx, { number, taskId: body.task, requestId: newId() });
      } catch (error) {
        // Somebody was faster: the inbox shows who has it now.
        if (error instanceof AppError && error.code === 'cases.claimed')
          return redirect(`/petugas?kabar=dipegang&berkas=${number}`);
        if (!(error instanceof AppError) || error.code !== 'cases.task_closed') throw error;
        return redirect(`/petugas/berkas/${number}`);
      }
      return redirect(`/petugas/berkas/${number}?kabar=${verb === 'ambil' ? 'diambil' : 'dilepas'}`);
    },
  });
}

const message = definePage({
  method: 'POST',
  url: '/petugas/berkas/:number/pesan',
  access: { kind: 'officer' },
  params: NumberParam,
  body: z.object({ text: z.string().default(''), textTemplate: z.string().max(40).default(''), requestId: RequestId }),
  handle: async (ctx, incoming) => {
    const { params, body, sentence } = incoming;
    const { number } = await getForOfficer(ctx, params.number);
    // Without scripts the chosen sentence arrives beside the text; with them it is in the text already.
    const template = messagesFor(ctx.locale).case.templates.find(({ id }) => id === body.textTemplate)?.text;
    const text = [body.text.trim(), template].filter(Boolean).join('\n');
    try {
      await writeMessage(ctx, { number, text, requestId: body.requestId });
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      const line = { field: 'balas-text', message: sentence(error) };
      return showCase(ctx, incoming, {
        number,
        status: 422,
        errors: [line],
        message: { text, error: line.message },
      });
    }
    return redirect(`/petugas/berkas/${number}?kabar=pesan#pesan`);
  },
});

const note = definePage({
  method: 'POST',
  url: '/petugas/berkas/:number/catatan',
  access: { kind: 'officer' },
  params: NumberParam,
  body: z.object({ text: z.string().default(''), ingatkan: z.string().optional(), requestId: RequestId }),
  handle: async (ctx, incoming) => {
    const { params, body } = incoming;
    const { number } = await getForOfficer(ctx, params.number);
    const reminds = body.ingatkan !== undefined;
    try {
      await writeNote(ctx, { number, text: body.text, reminds, requestId: body.requestId });
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      const line = { field: 'catatan-text', message: incoming.sentence(error) };
      const refused = { text: body.text, error: line.message };
      return showCase(ctx, incoming, { number, status: 422, errors: [line], note: refused });
    }
    return redirect(`/petugas/berkas/${number}?kabar=${reminds ? 'diingatkan' : 'dicatat'}`);
  },
});

/** The applicant showed the original: it counts as evidence without an upload. */
const originals = definePage({
  method: 'POST',
  url: '/petugas/berkas/:number/asli',
  access: { kind: 'officer' },
  params: NumberParam,
  body: z.object({
    seen: z.union([z.string().max(80), z.array(z.string().max(80)).max(50)]).optional(),
    requestId: RequestId,
  }),
  handle: async (ctx, { params, body }) => {
    const { number } = await getForOfficer(ctx, params.number);
    const seen = body.seen === undefined ? [] : [body.seen].flat();
    try {
      if (seen.length > 0) await addDocuments(ctx, { number, requestId: body.requestId, seen });
    } catch (error) {
      // Somebody was faster, or the paper came meanwhile: the page shows it.
      if (!(error instanceof AppError) || error.code !== 'cases.nothing_missing') throw error;
    }
    return redirect(`/petugas/berkas/${number}`);
  },
});

export const caseRoutes: readonly Route[] = [
  open,
  reveal,
  file,
  holdRoute('ambil'),
  holdRoute('kembalikan'),
  message,
  note,
  originals,
];
