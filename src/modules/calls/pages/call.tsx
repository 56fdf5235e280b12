import { z } from 'zod';
import { formatDateTime } from '../../../lib/dates/format.ts';
import { AppError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import { type CallerCase, promiseOf, waitsForText } from '../../cases/index.ts';
import { listStandings } from '../../catalogue/index.ts';
import { messagesFor } from '../messages.ts';
import { answerCall, endCall, getCall, leaveMessage, provenCases, startCall, verifyCaller } from '../service/call.ts';
import { ringing } from '../service/incoming.ts';
import { startReport } from '../service/report.ts';
import { findByTicket, startScript } from '../service/script.ts';
import { CallView, type CallViewProps, type ToldCase } from '../views/call-view.tsx';
import { DeskView } from '../views/desk-view.tsx';

const officer = { kind: 'officer' } as const;
const Id = z.object({ id: z.uuid() });
const Text = z.string().max(400).default('').catch('');

const desk = definePage({
  method: 'GET',
  url: '/kerja/telepon',
  access: officer,
  handle: async (ctx, { frame }) => html(<DeskView frame={frame} ringing={await ringing(ctx)} />),
});

/** The page again with the mistake named. Anything else but a refusal of what was typed goes its own way. */
async function deskAgain(
  ctx: Context,
  sent: Incoming,
  at: { field: 'nomor' | 'isian'; value: string; error: unknown },
): Promise<Reply> {
  const { field, value, error } = at;
  if (!(error instanceof AppError) || !['invalid', 'not_found'].includes(error.kind)) throw error;
  const message = sent.sentence(error);
  const values = { [field]: value };
  return html(
    <DeskView frame={sent.frame} ringing={await ringing(ctx)} values={values} error={{ field, message }} />,
    422,
  );
}

const begin = definePage({
  method: 'POST',
  url: '/kerja/telepon',
  access: officer,
  body: z.object({ nomor: Text, _cara: z.enum(['laporan']).optional().catch(undefined) }),
  handle: async (ctx, sent) => {
    try {
      const call = await startCall(ctx, sent.body.nomor);
      if (sent.body._cara === undefined) return redirect(`/kerja/telepon/panggilan/${call}`);
      return redirect(`/kerja/telepon/laporan/${await startReport(ctx, call, sent.body.nomor)}`);
    } catch (error) {
      return deskAgain(ctx, sent, { field: 'nomor', value: sent.body.nomor, error });
    }
  },
});

const goOn = definePage({
  method: 'POST',
  url: '/kerja/telepon/isian',
  access: officer,
  body: z.object({ isian: Text }),
  rateLimit: { name: 'ticket', max: 60, perSeconds: 600 },
  handle: async (ctx, sent) => {
    try {
      return redirect(`/kerja/telepon/naskah/${(await findByTicket(ctx, sent.body.isian)).id}`);
    } catch (error) {
      return deskAgain(ctx, sent, { field: 'isian', value: sent.body.isian, error });
    }
  },
});

const answer = definePage({
  method: 'POST',
  url: '/kerja/telepon/masuk/:id',
  access: officer,
  params: Id,
  handle: async (ctx, { params }) => redirect(`/kerja/telepon/panggilan/${await answerCall(ctx, params.id)}`),
});

async function toldOf(ctx: Context, { target, definition }: CallerCase): Promise<ToldCase> {
  const promise = await promiseOf(ctx, definition, target.state);
  const style = { timezone: ctx.region.timezone, locale: ctx.locale };
  return {
    number: target.number,
    service: say(definition.title, ctx.locale),
    status: target.state.status,
    waitsFor: await waitsForText(ctx, definition, target.state),
    due: promise?.dueAt ? formatDateTime(promise.dueAt, style) : undefined,
    answer: promise?.answer ?? false,
  };
}

async function showCall(
  ctx: Context,
  { frame }: Pick<Incoming, 'frame'>,
  id: string,
  more: Pick<CallViewProps, 'said' | 'claim' | 'error'> & { status?: number } = {},
): Promise<Reply> {
  const call = await getCall(ctx, id);
  if (call.endedAt) return redirect('/kerja/telepon');
  const told = await Promise.all((await provenCases(ctx, call)).map((one) => toldOf(ctx, one)));
  const services = (await listStandings(ctx)).map(({ service }) => ({
    value: service.slug,
    label: say(service.version.definition.title, ctx.locale),
  }));
  const seconds = Math.round((ctx.clock.now().getTime() - call.startedAt.getTime()) / 1000);
  const { status = 200, ...said } = more;
  const shown = { call, told, seconds, services, requestId: newId(), ...said };
  return html(<CallView frame={frame} {...shown} />, status);
}

const show = definePage({
  method: 'GET',
  url: '/kerja/telepon/panggilan/:id',
  access: officer,
  params: Id,
  query: z.object({ kabar: z.enum(['pesan']).optional().catch(undefined) }),
  handle: async (ctx, { frame, params, query }) =>
    showCall(ctx, { frame }, params.id, query.kabar ? { said: messagesFor(ctx.locale).call.sent } : {}),
});

const know = definePage({
  method: 'POST',
  url: '/kerja/telepon/panggilan/:id/kenal',
  access: officer,
  params: Id,
  body: z.object({ nama: Text, nik: Text, fakta: Text }),
  handle: async (ctx, { frame, params, body, sentence }) => {
    try {
      await verifyCaller(ctx, params.id, { name: body.nama, nikTail: body.nik, fact: body.fakta });
      return redirect(`/kerja/telepon/panggilan/${params.id}`);
    } catch (error) {
      if (!(error instanceof AppError) || !['invalid', 'too_many'].includes(error.kind)) throw error;
      const status = error.kind === 'invalid' ? 422 : 429;
      const shown = { claim: body, error: { field: 'nama', message: sentence(error) }, status };
      return showCall(ctx, { frame }, params.id, shown);
    }
  },
});

const message = definePage({
  method: 'POST',
  url: '/kerja/telepon/panggilan/:id/pesan',
  access: officer,
  params: Id,
  body: z.object({ nomor: Text, pesan: z.string().max(4000).default(''), requestId: z.string().min(1).max(200) }),
  handle: async (ctx, { frame, params, body, sentence }) => {
    try {
      await leaveMessage(ctx, params.id, { number: body.nomor, text: body.pesan, requestId: body.requestId });
      return redirect(`/kerja/telepon/panggilan/${params.id}?kabar=pesan`);
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      const shown = { error: { field: `pesan-${body.nomor}`, message: sentence(error) }, status: 422 };
      return showCall(ctx, { frame }, params.id, shown);
    }
  },
});

const ask = definePage({
  method: 'POST',
  url: '/kerja/telepon/panggilan/:id/mulai',
  access: officer,
  params: Id,
  body: z.object({ layanan: z.string().max(80).default('') }),
  handle: async (ctx, { frame, params, body, sentence }) => {
    const call = await getCall(ctx, params.id);
    try {
      return redirect(`/kerja/telepon/naskah/${await startScript(ctx, body.layanan, call.id)}`);
    } catch (error) {
      if (!(error instanceof AppError) || error.kind === 'forbidden') throw error;
      return showCall(ctx, { frame }, params.id, {
        error: { field: 'layanan', message: sentence(error) },
        status: 422,
      });
    }
  },
});

const end = definePage({
  method: 'POST',
  url: '/kerja/telepon/panggilan/:id/selesai',
  access: officer,
  params: Id,
  body: z.object({ ringkasan: z.string().max(1000).default('') }),
  handle: async (ctx, { frame, params, body, sentence }) => {
    try {
      await endCall(ctx, params.id, body.ringkasan);
      return redirect('/kerja/telepon');
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      return showCall(ctx, { frame }, params.id, {
        error: { field: 'ringkasan', message: sentence(error) },
        status: 422,
      });
    }
  },
});

/** Where a form was sent to is an address too: reloaded, it leads back to the page. */
function formAddress(url: string, to: (id: string) => string): Route {
  const params = z.object({ id: z.uuid().optional() });
  return definePage({
    method: 'GET',
    url,
    access: officer,
    params,
    handle: async (_ctx, sent) => redirect(to(sent.params.id ?? '')),
  });
}
const toDesk = () => '/kerja/telepon';
const toCall = (id: string) => `/kerja/telepon/panggilan/${id}`;

export const callRoutes: readonly Route[] = [
  desk,
  begin,
  goOn,
  answer,
  show,
  know,
  message,
  ask,
  end,
  formAddress('/kerja/telepon/isian', toDesk),
  formAddress('/kerja/telepon/masuk/:id', toDesk),
  ...['kenal', 'pesan', 'mulai', 'selesai'].map((part) => formAddress(`/kerja/telepon/panggilan/:id/${part}`, toCall)),
];
