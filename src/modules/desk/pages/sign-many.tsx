import { z } from 'zod';
import { definePage, html, type Route, redirect } from '../../../platform/http/define.ts';
import { messagesFor } from '../messages.ts';
import { type Choice, candidatesOf, mostAtOnce, signMany } from '../service/signing.ts';
import { ConfirmView, OutcomeView } from '../views/sign-many-view.tsx';

const Several = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((given) => (Array.isArray(given) ? given : [given]).slice(0, mostAtOnce));

const confirm = definePage({
  method: 'POST',
  url: '/petugas/tanda-tangan-banyak',
  access: { kind: 'officer' },
  body: z.object({ pilih: Several }),
  handle: async (ctx, { body, frame, sentence }) => {
    if (body.pilih.length === 0) return redirect('/petugas?kabar=pilih');
    return html(<ConfirmView frame={frame} {...(await candidatesOf(ctx, body.pilih, sentence))} />);
  },
});

const Choices = z.looseObject({ nomor: Several });

function choicesOf(body: z.infer<typeof Choices>): Choice[] {
  const text = (name: string): string => {
    const value = Object.hasOwn(body, name) ? body[name] : undefined;
    return typeof value === 'string' ? value.slice(0, 200) : '';
  };
  return body.nomor.map((number) => ({
    number,
    action: text(`aksi.${number}`),
    version: Number.parseInt(text(`versi.${number}`), 10) || 0,
    requestId: text(`permintaan.${number}`),
  }));
}

const send = definePage({
  method: 'POST',
  url: '/petugas/tanda-tangan-banyak/kirim',
  access: { kind: 'officer' },
  body: Choices,
  handle: async (ctx, { body, frame, sentence }) => {
    const choices = choicesOf(body).filter((choice) => choice.requestId !== '');
    if (choices.length === 0) return redirect('/petugas?kabar=pilih');
    const done = messagesFor(ctx.locale).signMany.done;
    return html(<OutcomeView frame={frame} outcomes={await signMany(ctx, choices, { done, sentence })} />);
  },
});

export const signManyRoutes: readonly Route[] = [confirm, send];
