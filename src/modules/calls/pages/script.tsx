import { z } from 'zod';
import { itemsOf } from '../../../definition/interview/summarise.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import type { SummaryRow } from '../../../ui/index.ts';
import { areaGroups } from '../../applications/index.ts';
import { papersOf } from '../service/finish.ts';
import { currentQuestion, type OpenScript, openScript, readBackOf, saveAnswer } from '../service/script.ts';
import { ReviewView, type ReviewViewProps, StopView } from '../views/end-view.tsx';
import { QuestionView } from '../views/question-view.tsx';

const Id = z.object({ id: z.uuid() });
const FieldId = z.string().max(80).optional().catch(undefined);

/** What was answered so far, each with a way back to its question. */
export function rowsOf(open: OpenScript): SummaryRow[] {
  const fields = open.questions.filter(({ field }) => open.script.asked.includes(field.id)).map(({ field }) => field);
  return itemsOf(fields, open.answers, open.env).map(({ id, label, value }) => ({
    label,
    value,
    changeHref: `/kerja/telepon/naskah/${open.script.id}?ke=${id}`,
  }));
}

export interface Shown {
  readonly wanted?: string | undefined;
  readonly repeat?: string | undefined; // the answer to read back
  readonly errors?: ReviewViewProps['errors'];
  readonly typed?: ReviewViewProps['typed'];
}

export async function showScript(
  ctx: Context,
  { frame }: Pick<Incoming, 'frame'>,
  open: OpenScript,
  shown: Shown = {},
): Promise<Reply> {
  if (open.script.sentAt) return redirect(`/kerja/telepon/naskah/${open.script.id}/selesai`);
  const { wanted, repeat, errors = [] } = shown;
  const text = readBackOf(open, repeat);
  const readBack = repeat && text ? { id: repeat, text } : undefined;
  const asked = currentQuestion(open, wanted);
  if (asked) {
    const byName = new Map(errors.map(({ field, message }) => [field, message] as const));
    const raw = open.script.answers[asked.field.id];
    const areas = await areaGroups(ctx);
    const view = { open, asked, areas, readBack, raw, errors: byName, rows: rowsOf(open) };
    return html(<QuestionView frame={frame} {...view} />, errors.length > 0 ? 422 : 200);
  }
  if (open.stop) return html(<StopView frame={frame} open={open} readBack={readBack} />);
  const typed = shown.typed ?? { asli: [], ticked: [] };
  const view = { open, rows: rowsOf(open), papers: papersOf(open), readBack, typed, errors };
  return html(<ReviewView frame={frame} {...view} />, errors.length > 0 ? 422 : 200);
}

const show = definePage({
  method: 'GET',
  url: '/kerja/telepon/naskah/:id',
  access: { kind: 'officer' },
  params: Id,
  query: z.object({ ke: FieldId, ulang: FieldId }),
  handle: async (ctx, { frame, params, query }) =>
    showScript(ctx, { frame }, await openScript(ctx, params.id), { wanted: query.ke, repeat: query.ulang }),
});

const save = definePage({
  method: 'POST',
  url: '/kerja/telepon/naskah/:id',
  access: { kind: 'officer' },
  params: Id,
  body: z.looseObject({ _tanya: z.string().max(80) }),
  handle: async (ctx, { frame, params, body, sentence }) => {
    const open = await openScript(ctx, params.id);
    const field = open.questions.find((one) => one.field.id === body._tanya)?.field;
    if (!field) throw new AppError('conflict', 'calls.question_gone');
    const { errors, repeated } = await saveAnswer(ctx, open, { field, body, sentence });
    if (errors.length > 0)
      return showScript(ctx, { frame }, await openScript(ctx, params.id), { wanted: field.id, errors });
    return redirect(`/kerja/telepon/naskah/${params.id}?${repeated ? 'ke' : 'ulang'}=${encodeURIComponent(field.id)}`);
  },
});

export const scriptRoutes: readonly Route[] = [show, save];
