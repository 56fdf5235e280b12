import { z } from 'zod';
import { calledOf } from '../../../definition/called.ts';
import { formatDateTime } from '../../../lib/dates/format.ts';
import { AppError } from '../../../lib/errors.ts';
import { definePage, html, type Route, redirect } from '../../../platform/http/define.ts';
import { findReceipt, promiseOf } from '../../cases/index.ts';
import { getVersion } from '../../catalogue/index.ts';
import { handOver, keyOf, papersOf, sendScript } from '../service/finish.ts';
import { openScript } from '../service/script.ts';
import { spellNumber } from '../spell.ts';
import { LinkView, SentView } from '../views/end-view.tsx';
import { showScript } from './script.tsx';

const Id = z.object({ id: z.uuid() });
const Many = z
  .union([
    z.array(z.string().max(80)),
    z
      .string()
      .max(80)
      .transform((one) => [one]),
  ])
  .default([])
  .catch([]);

const send = definePage({
  method: 'POST',
  url: '/kerja/telepon/naskah/:id/kirim',
  access: { kind: 'officer' },
  params: Id,
  body: z.looseObject({
    identitas: z.string().max(40).optional(),
    asli: Many,
    _cara: z.enum(['tautan']).optional().catch(undefined),
  }),
  handle: async (ctx, { frame, params, body, sentence }) => {
    const open = await openScript(ctx, params.id);
    const ticked = Object.keys(body).filter((key) => /^(pernyataan-\d+|persetujuan)$/.test(key));
    const declared = ticked.flatMap((key) => /^pernyataan-(\d+)$/.exec(key)?.[1] ?? []).map(Number);
    const consent = ticked.includes('persetujuan');
    try {
      if (body._cara === 'tautan') {
        const token = await handOver(ctx, open, { consent });
        // Shown in the answer to this very form: the link is a secret and belongs into no address.
        const url = `${ctx.config.publicUrl}/permohonan/${token}`;
        return html(<LinkView frame={frame} url={url} callId={open.script.callId} />);
      }
      await sendScript(ctx, open, { identity: body.identitas, consent, declared, seen: body.asli });
      return redirect(`/kerja/telepon/naskah/${params.id}/selesai`);
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      const named = error.fields.map(({ field, message, code }) => ({
        field: code.startsWith('document.') ? 'asli' : field,
        message,
      }));
      const errors = named.length > 0 ? named : [{ field: 'persetujuan', message: sentence(error) }];
      return showScript(ctx, { frame }, open, {
        errors,
        typed: { identitas: body.identitas, asli: body.asli, ticked },
      });
    }
  },
});

const sendAddress = definePage({
  method: 'GET',
  url: '/kerja/telepon/naskah/:id/kirim',
  access: { kind: 'officer' },
  params: Id,
  handle: async (_ctx, { params }) => redirect(`/kerja/telepon/naskah/${params.id}`),
});

const done = definePage({
  method: 'GET',
  url: '/kerja/telepon/naskah/:id/selesai',
  access: { kind: 'officer' },
  params: Id,
  handle: async (ctx, { frame, params }) => {
    const open = await openScript(ctx, params.id);
    const receipt = await findReceipt(ctx, keyOf(params.id));
    if (!receipt) return redirect('/kerja/telepon');
    const { target, trackingCode } = receipt;
    const { definition } = await getVersion(ctx, target.state.versionId);
    const promise = await promiseOf(ctx, definition, target.state);
    const due = promise?.dueAt
      ? formatDateTime(promise.dueAt, { timezone: ctx.region.timezone, locale: ctx.locale })
      : undefined;
    const soft = papersOf({ ...open, answers: target.state.answers }).soft.map((paper) => paper.label);
    return html(
      <SentView
        frame={frame}
        entry={params.id}
        called={calledOf(definition)}
        number={target.number}
        spelled={spellNumber(target.number, ctx.locale)}
        due={due}
        answer={promise?.answer ?? false}
        soft={soft}
        trackUrl={`${ctx.config.publicUrl}/lacak/${trackingCode}`}
        callId={open.script.callId}
      />,
    );
  },
});

export const endRoutes: readonly Route[] = [send, sendAddress, done];
