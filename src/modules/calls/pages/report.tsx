// A report while the caller speaks: one screen for the keyboard, kept as one types, sent by one key.
import { z } from 'zod';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import {
  definePage,
  html,
  type Incoming,
  json,
  type Reply,
  type Route,
  redirect,
} from '../../../platform/http/define.ts';
import { areaGroups } from '../../applications/index.ts';
import { readPublished, type Similar } from '../../complaints/index.ts';
import { dangerIn } from '../../triage/index.ts';
import {
  alikeTo,
  joinProblem,
  keepReport,
  type OpenReport,
  openReport,
  sendReport,
  startReport,
} from '../service/report.ts';
import { JoinedView } from '../views/joined-view.tsx';
import { ReportView } from '../views/report-view.tsx';

const officer = { kind: 'officer' } as const;
const Id = z.object({ id: z.uuid() });
const pathOf = (id: string): string => `/kerja/telepon/laporan/${id}`;
const receiptOf = (id: string): string => `/kerja/telepon/naskah/${id}/selesai`;

const begin = definePage({
  method: 'POST',
  url: '/kerja/telepon/panggilan/:id/laporan',
  access: officer,
  params: Id,
  handle: async (ctx, { params }) => redirect(pathOf(await startReport(ctx, params.id))),
});

interface Shown {
  readonly errors: readonly FieldError[];
  readonly similar?: readonly Similar[];
  readonly looked?: boolean; // the officer has been asked whether it is a known problem
}
async function show(ctx: Context, { frame }: Pick<Incoming, 'frame'>, open: OpenReport, shown: Shown): Promise<Reply> {
  const { script, form, env } = open;
  const text = script.answers['isi'];
  return html(
    <ReportView
      frame={frame}
      script={script}
      form={form}
      areas={await areaGroups(ctx)}
      today={env.today}
      danger={dangerIn(typeof text === 'string' ? text : '').length > 0}
      similar={[]}
      looked={false}
      {...shown}
    />,
    shown.errors.length > 0 ? 422 : 200,
  );
}

const open = definePage({
  method: 'GET',
  url: '/kerja/telepon/laporan/:id',
  access: officer,
  params: Id,
  handle: async (ctx, incoming) => {
    const report = await openReport(ctx, incoming.params.id);
    if (report.script.sentAt) return redirect(receiptOf(report.script.id));
    return show(ctx, incoming, report, { errors: [] });
  },
});

const Body = z.looseObject({
  _aksi: z.enum(['kirim', 'simpan']).default('kirim').catch('kirim'),
  _ikut: z.string().max(40).optional().catch(undefined),
  _dilihat: z.string().max(1).optional().catch(undefined),
});
const save = definePage({
  method: 'POST',
  url: '/kerja/telepon/laporan/:id',
  access: officer,
  params: Id,
  body: Body,
  handle: async (ctx, incoming) => {
    const { params, body, sentence } = incoming;
    const report = await openReport(ctx, params.id);
    if (report.script.sentAt) return redirect(receiptOf(params.id)); // pressed twice
    const script = await keepReport(ctx, report, { body, sentence });
    const kept = { ...report, script };
    if (body._ikut) {
      await joinProblem(ctx, kept, body._ikut);
      return redirect(`${pathOf(params.id)}/ikut?masalah=${encodeURIComponent(body._ikut)}`);
    }
    if (body._aksi === 'simpan') return redirect(pathOf(params.id));
    const similar = body._dilihat ? [] : await alikeTo(ctx, script);
    if (similar.length > 0) return show(ctx, incoming, kept, { errors: [], similar, looked: true });
    return send(ctx, incoming, kept);
  },
});

async function send(ctx: Context, incoming: Pick<Incoming, 'frame' | 'sentence'>, report: OpenReport): Promise<Reply> {
  try {
    await sendReport(ctx, report);
    return redirect(receiptOf(report.script.id));
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    const own = [{ field: 'isi', code: error.code, message: incoming.sentence(error) }];
    return show(ctx, incoming, report, { errors: error.fields.length > 0 ? error.fields : own, looked: true });
  }
}

/** Quietly, while somebody types. */
const keep = definePage({
  method: 'POST',
  url: '/kerja/telepon/laporan/:id/simpan',
  access: officer,
  params: Id,
  body: z.looseObject({}),
  handle: async (ctx, { params, body, sentence }) => {
    await keepReport(ctx, await openReport(ctx, params.id), { body, sentence });
    return json({ kept: true });
  },
});

const joined = definePage({
  method: 'GET',
  url: '/kerja/telepon/laporan/:id/ikut',
  access: officer,
  params: Id,
  query: z.object({ masalah: z.string().max(40).default('').catch('') }),
  handle: async (ctx, { frame, params, query }) => {
    const { script } = await openReport(ctx, params.id);
    const { problem } = await readPublished(ctx, query.masalah);
    const address = `${ctx.config.publicUrl}/laporan/${problem.code}`;
    return html(
      <JoinedView frame={frame} problem={problem} address={address} entry={script.id} callId={script.callId} />,
    );
  },
});

/** Where a form was sent to is an address too. */
const beginAddress = definePage({
  method: 'GET',
  url: '/kerja/telepon/panggilan/:id/laporan',
  access: officer,
  params: Id,
  handle: async (_ctx, { params }) => redirect(`/kerja/telepon/panggilan/${params.id}`),
});
const keepAddress = definePage({
  method: 'GET',
  url: '/kerja/telepon/laporan/:id/simpan',
  access: officer,
  params: Id,
  handle: async (_ctx, { params }) => redirect(pathOf(params.id)),
});

export const reportRoutes: readonly Route[] = [begin, beginAddress, open, save, keep, keepAddress, joined];
