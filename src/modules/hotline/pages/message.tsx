// Steps on one message. Each answers 303; refused ones come back with what was typed, 422 or, when somebody was faster, 409.
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { headedUnits } from '../access.ts';
import { messagesFor } from '../messages.ts';
import {
  type HeadStep,
  headSteps,
  type MayorStep,
  mayorSteps,
  type Taking,
  takeHeadStep,
  takeMayorStep,
} from '../service/act.ts';
import { revealSender } from '../service/reveal.ts';
import { requireBoard } from '../service/setting.ts';
import { boardUrl, headUrl } from '../views/addresses.ts';
import { showMessage } from './show-message.tsx';

const access = { kind: 'officer' } as const;
const NumberParam = z.object({ number: z.string().max(40) });
const Sent = z.object({
  requestId: z.string().min(1).max(200),
  seen: z.string().max(40).default('').catch(''),
  unit: z.string().max(80).optional().catch(undefined),
  batas: z.string().max(4).optional().catch(undefined),
  teks: z.string().max(5000).optional().catch(undefined), // the one text of the step
  baku: z.literal('1').optional().catch(undefined), // one tap: the usual words
  dari: z.literal('papan').optional().catch(undefined), // leads back to the board
});
type Sent = z.infer<typeof Sent>;

/** The question of each step that the text of its form answers. */
const textField: Readonly<Record<MayorStep | HeadStep, string | undefined>> = {
  teruskan: 'catatan',
  tambah: 'catatan',
  'minta-penjelasan': 'pertanyaan',
  'terima-kasih': 'ucapan',
  balas: 'balasan',
  'tarik-satu': undefined,
  tarik: undefined,
  jawab: 'jawaban',
  jelaskan: 'penjelasan',
  'bukan-dinas-saya': 'alasan',
};
/** Words of one tap. The house writes Indonesian, whatever the screen of whoever taps. */
const usualWords: Readonly<Record<string, string>> = {
  'minta-penjelasan': messagesFor('id').message.explainDefault,
  'terima-kasih': messagesFor('id').message.thankDefault,
};

function valuesOf(step: MayorStep | HeadStep, { unit, batas, teks, baku }: Sent): Record<string, unknown> {
  const field = textField[step];
  const values = { unit, batas, ...(field === undefined ? {} : { [field]: baku ? usualWords[step] : teks }) };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
}

interface Step {
  readonly step: MayorStep | HeadStep;
  readonly as: 'mayor' | 'head';
  readonly take: (ctx: Context, given: Omit<Taking<string>, 'step'>) => Promise<boolean>;
}

const formField = ({ code }: AppError): string => (code === 'hotline.asked_already' ? 'unit' : 'teks');

/** A refused step: the page again, with the text and the reason beside it. */
async function refused(
  ctx: Context,
  incoming: Pick<Incoming, 'frame' | 'sentence'>,
  error: AppError,
  given: { number: string; sent: Sent; step: MayorStep | HeadStep; as: 'mayor' | 'head' },
): Promise<Reply> {
  const { number, sent, step, as } = given;
  const own = textField[step] ?? 'unit';
  const errors = error.fields.map(({ field, message }) => ({ field: field === own ? 'teks' : field, message }));
  const moved = error.kind === 'conflict';
  return showMessage(ctx, incoming, {
    number,
    as,
    moved,
    status: moved ? 409 : 422,
    typed: {
      step,
      ...sent,
      errors: moved || errors.length > 0 ? errors : [{ field: formField(error), message: incoming.sentence(error) }],
    },
  });
}

function stepRoutes(base: string, { step, as, take }: Step): Route[] {
  const url = `${base}/${step}`;
  const page = (number: string) => `${base.replace(':number', number)}`;
  const send = definePage({
    method: 'POST',
    url,
    access,
    params: NumberParam,
    body: Sent,
    handle: async (ctx, incoming) => {
      const { params, body } = incoming;
      const { seen } = body;
      // The taps of one message share a form: each has a name of its own.
      const requestId = body.baku ? `${body.requestId}:${step}` : body.requestId;
      try {
        await take(ctx, { number: params.number, values: valuesOf(step, body), requestId, seen });
      } catch (error) {
        if (!(error instanceof AppError) || (error.kind !== 'invalid' && error.kind !== 'conflict')) throw error;
        return refused(ctx, incoming, error, { number: params.number, sent: body, step, as });
      }
      // Whoever has returned a message has no seat on it any more.
      if (step === 'bukan-dinas-saya') return redirect(`${headUrl}?kabar=${step}`);
      if (body.dari) return redirect(`${boardUrl}?kabar=${step}&pesan=${encodeURIComponent(params.number)}`);
      return redirect(`${page(params.number)}?kabar=${step}`);
    },
  });
  const back = definePage({
    method: 'GET',
    url,
    access,
    params: NumberParam,
    handle: async (_ctx, { params }) => redirect(page(params.number)),
  });
  return [send, back];
}

const kabar = z
  .enum([...mayorSteps, ...headSteps])
  .optional()
  .catch(undefined);
const buka = z.string().max(40).optional().catch(undefined);
const Reason = z.object({
  alasan: z.string().max(2000).default('').catch(''),
  baku: z.literal('1').optional().catch(undefined),
});

async function requireHead(ctx: Context): Promise<void> {
  if (headedUnits(ctx.actor).length === 0) throw new AppError('forbidden', 'hotline.not_head');
}

function pagesFor(base: string, as: 'mayor' | 'head', require: (ctx: Context) => Promise<unknown>): Route[] {
  const open = definePage({
    method: 'GET',
    url: base,
    access,
    params: NumberParam,
    query: z.object({ kabar, buka }),
    handle: async (ctx, incoming) => {
      await require(ctx);
      const { kabar: flash, buka: open } = incoming.query;
      return showMessage(ctx, incoming, { number: incoming.params.number, as, flash, open });
    },
  });
  const reveal = definePage({
    method: 'POST',
    url: `${base}/pengirim`,
    access,
    params: NumberParam,
    body: Reason,
    handle: async (ctx, incoming) => {
      await require(ctx);
      const { number } = incoming.params;
      const reason = incoming.body.baku ? messagesFor('id').message.callReason : incoming.body.alasan;
      try {
        const revealed = await revealSender(ctx, { number, reason });
        return await showMessage(ctx, incoming, { number, as, revealed, open: 'telepon' });
      } catch (error) {
        if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
        const errors = [{ field: 'alasan', message: incoming.sentence(error) }];
        return showMessage(ctx, incoming, {
          number,
          as,
          status: 422,
          typed: { step: 'telepon', alasan: reason, errors },
        });
      }
    },
  });
  const back = definePage({
    method: 'GET',
    url: `${base}/pengirim`,
    access,
    params: NumberParam,
    handle: async (_ctx, { params }) => redirect(base.replace(':number', params.number)),
  });
  return [open, reveal, back];
}

const mayorBase = `${boardUrl}/pesan/:number`;
const headBase = `${headUrl}/:number`;
export const messageRoutes: readonly Route[] = [
  ...pagesFor(mayorBase, 'mayor', requireBoard),
  ...mayorSteps.flatMap((step) =>
    stepRoutes(mayorBase, { step, as: 'mayor', take: (ctx, given) => takeMayorStep(ctx, { step, ...given }) }),
  ),
  ...pagesFor(headBase, 'head', requireHead),
  ...headSteps.flatMap((step) =>
    stepRoutes(headBase, { step, as: 'head', take: (ctx, given) => takeHeadStep(ctx, { step, ...given }) }),
  ),
];
