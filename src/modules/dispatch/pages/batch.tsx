// Many reports, one action: choosing it, its progress and results, its undo.
import { z } from 'zod';
import { formatDateTime } from '../../../lib/dates/format.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import { listQueue } from '../../complaints/index.ts';
import { findUnitByCode } from '../../organisation/index.ts';
import { addressOf, filterOf, ListQuery, listAddress } from '../filter.ts';
import { mayUndoBatch } from '../rules.ts';
import { mostAtOnce, openBatch, problemToFollow, startBatch, undoBatch, verifierUnits } from '../service/batch.ts';
import { choices } from '../service/choices.ts';
import type { BatchWhat } from '../store/batches.ts';
import { BatchView } from '../views/batch-view.tsx';
import { type ChooseTyped, ChooseView } from '../views/choose-view.tsx';

const access = { kind: 'officer' } as const;
const batchHome = `${listAddress}/banyak`;
const text = (most: number) => z.string().max(most).default('').catch('');
const Several = z
  .union([z.string().max(40), z.array(z.string().max(40))])
  .default([])
  .transform((given) => [given].flat().slice(0, mostAtOnce));

/** Everything the filter finds, page by page. */
async function allOf(ctx: Context, query: ListQuery): Promise<string[]> {
  const filter = await filterOf(ctx, query, query.tampil ?? 'urut');
  const numbers: string[] = [];
  let after: string | undefined;
  do {
    const page = await listQueue(ctx, filter, { limit: 500, after });
    numbers.push(...page.rows.map(({ number }) => number));
    after = page.next;
  } while (after !== undefined && numbers.length < mostAtOnce);
  return numbers.slice(0, mostAtOnce);
}

async function show(
  ctx: Context,
  frame: Parameters<typeof ChooseView>[0]['frame'],
  typed: ChooseTyped,
): Promise<Reply> {
  const { units, categories } = await choices(ctx);
  const view = <ChooseView frame={frame} units={units} categories={categories} typed={typed} />;
  return html(view, typed.errors.length > 0 ? 422 : 200);
}
const nothing = { unit: '', category: '', class: '', priority: '', note: '', follows: '', reason: '', errors: [] };

const choose = definePage({
  method: 'POST',
  url: batchHome,
  access,
  body: ListQuery.extend({ pilih: Several, semua: text(2), aksi: z.enum(['teruskan', 'gabung']).catch('teruskan') }),
  handle: async (ctx, { body, frame }) => {
    verifierUnits(ctx);
    const numbers = body.semua === '1' ? await allOf(ctx, body) : body.pilih;
    if (numbers.length === 0) return redirect(addressOf(body, { kabar: 'pilih' }));
    const kind = body.aksi === 'gabung' ? 'join' : 'forward';
    const [first = ''] = numbers;
    return show(ctx, frame, { ...nothing, kind, numbers, id: newId(), follows: kind === 'join' ? first : '' });
  },
});
const Sent = z.object({
  id: z.uuid(),
  nomor: text(30_000),
  jenis: z.enum(['forward', 'join']),
  unit: text(80),
  kategori: text(80),
  kelas: text(40),
  prioritas: text(40),
  catatan: text(500),
  ikut: text(40),
  alasan: text(200),
});

async function whatOf(ctx: Context, sent: z.infer<typeof Sent>): Promise<BatchWhat> {
  if (sent.jenis === 'join')
    return { kind: 'join', ...(await problemToFollow(ctx, sent.ikut)), reason: sent.alasan.trim() };
  const missing = (['unit', 'kelas', 'prioritas'] as const).filter((field) => sent[field] === '');
  if (missing.length > 0 || !(await findUnitByCode(ctx, sent.unit)))
    throw new AppError('invalid', 'dispatch.batch_incomplete');
  const { unit, kategori: category, kelas, prioritas: priority, catatan: note } = sent;
  return { kind: 'forward', unit, category, class: kelas, priority, note };
}

const send = definePage({
  method: 'POST',
  url: `${batchHome}/kirim`,
  access,
  body: Sent,
  handle: async (ctx, { body, frame, sentence }) => {
    const numbers = body.nomor.split(' ').filter((number) => number !== '');
    try {
      await startBatch(ctx, { id: body.id, what: await whatOf(ctx, body), numbers });
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      const errors = [{ field: body.jenis === 'join' ? 'ikut' : 'unit', message: sentence(error) }];
      const { id, jenis: kind, unit, kategori, kelas, prioritas, catatan, ikut, alasan } = body;
      return show(ctx, frame, {
        ...{ kind, id, numbers, unit, category: kategori, class: kelas, priority: prioritas, note: catatan },
        ...{ follows: ikut, reason: alasan, errors },
      });
    }
    return redirect(`${batchHome}/${body.id}`);
  },
});
const sendAddress = definePage({
  method: 'GET',
  url: `${batchHome}/kirim`,
  access,
  handle: async () => redirect(listAddress),
});

const Address = z.object({ batch: z.uuid() });
const progressSeconds = '3';

const progress = definePage({
  method: 'GET',
  url: `${batchHome}/:batch`,
  access,
  params: Address,
  handle: async (ctx, { params, frame, sentence }) => {
    const { batch, counts, items } = await openBatch(ctx, params.batch);
    const { what } = batch;
    const unit = what.kind === 'forward' ? await findUnitByCode(ctx, what.unit) : undefined;
    const at = batch.finishedAt ?? batch.createdAt;
    const running = batch.state === 'running' || batch.state === 'undoing';
    const view = (
      <BatchView
        frame={frame}
        batch={batch}
        unit={unit?.short}
        counts={counts}
        items={items.map(({ number, state, code }) => ({
          ...{ number, state },
          // A code is one of ours: the sentence of its module explains it.
          why: code === null ? undefined : sentence({ noted: code }),
        }))}
        when={formatDateTime(batch.createdAt, { timezone: ctx.region.timezone, locale: ctx.locale })}
        mayUndo={batch.state === 'done' && counts.done > 0 && mayUndoBatch(at, ctx.clock.now())}
      />
    );
    // A browser without scripts asks again by itself as long as something is going on.
    return { ...html(view), ...(running ? { headers: { refresh: progressSeconds } } : {}) };
  },
});

const undo = definePage({
  method: 'POST',
  url: `${batchHome}/:batch/urungkan`,
  access,
  params: Address,
  handle: async (ctx, { params }) => {
    await undoBatch(ctx, params.batch);
    return redirect(`${batchHome}/${params.batch}`);
  },
});
const undoAddress = definePage({
  method: 'GET',
  url: `${batchHome}/:batch/urungkan`,
  access,
  params: z.object({ batch: z.string().max(40) }),
  handle: async (_ctx, { params }) => redirect(`${batchHome}/${encodeURIComponent(params.batch)}`),
});

export const batchRoutes: readonly Route[] = [choose, send, sendAddress, progress, undo, undoAddress];
