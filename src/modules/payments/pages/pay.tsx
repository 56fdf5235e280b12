// The applicant's page of a bill, behind the tracking code. Works without scripts: paid is asked for with a button.
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
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
import { getTracked, trackingMisses } from '../../cases/index.ts';
import { getVersion } from '../../catalogue/index.ts';
import { getUnit } from '../../organisation/index.ts';
import { connectionOf } from '../connection.ts';
import { askBank } from '../service/ask-bank.ts';
import { prepareBill } from '../service/prepare.ts';
import { findByCase } from '../store/bills.ts';
import { findAccepted } from '../store/payments.ts';
import type { Bill } from '../types.ts';
import { PayView } from '../views/pay-view.tsx';

const Code = z.object({ code: z.string().max(64) });

async function billBehind(ctx: Context, code: string) {
  const target = await getTracked(ctx, code);
  return { target, bill: await findByCase(ctx.db, target.id) };
}

/** The job that asks the bank may not have run yet: whoever opens the page asks it himself. */
async function ready(ctx: Context, bill: Bill): Promise<Bill> {
  const simulated = (await connectionOf(ctx))?.simulator !== undefined;
  if (bill.state !== 'open' || (bill.qrContent !== null && bill.vaReady && !simulated)) return bill;
  const prepared = await prepareBill(ctx, bill.id).catch((error: unknown) => {
    ctx.log.warn({ bill: bill.id, error }, 'the bank did not make a code');
    return undefined;
  });
  return prepared ?? bill;
}

async function show(
  ctx: Context,
  { frame, params }: Pick<Incoming<z.infer<typeof Code>>, 'frame' | 'params'>,
  asked: boolean,
): Promise<Reply> {
  const { target, bill } = await billBehind(ctx, params.code);
  if (!bill) return redirect(`/lacak/${params.code}`); // nothing to pay: back to what there is
  const now = await ready(ctx, bill);
  const [{ definition }, unit, payment, connection] = await Promise.all([
    getVersion(ctx, target.state.versionId),
    getUnit(ctx, target.state.unitId),
    findAccepted(ctx.db, bill.id),
    connectionOf(ctx),
  ]);
  return html(
    <PayView
      frame={frame}
      code={params.code}
      bill={now}
      payment={payment}
      service={say(definition.title, ctx.locale)}
      unit={unit.name}
      asked={asked}
      simulatorUrl={connection?.simulator?.url}
    />,
  );
}

const page = definePage({
  method: 'GET',
  url: '/lacak/:code/bayar',
  missLimit: trackingMisses,
  access: { kind: 'token' },
  params: Code,
  query: z.object({ diperiksa: z.literal('1').optional() }),
  handle: (ctx, incoming) => show(ctx, incoming, incoming.query.diperiksa === '1'),
});

const check = definePage({
  method: 'POST',
  url: '/lacak/:code/bayar',
  missLimit: trackingMisses,
  access: { kind: 'token' },
  params: Code,
  rateLimit: { name: 'ask-bank', max: 20, perSeconds: 60 },
  handle: async (ctx, { params }) => {
    const { bill } = await billBehind(ctx, params.code);
    if (!bill) throw new AppError('not_found', 'payments.not_found');
    const paid = await askBank(ctx, bill);
    return redirect(`/lacak/${params.code}/bayar${paid ? '' : '?diperiksa=1'}`);
  },
});

/** For the script of the page: whether the bill still waits for the money. Looks only here, not at the bank. */
const state = definePage({
  method: 'GET',
  url: '/lacak/:code/bayar/keadaan',
  missLimit: trackingMisses,
  access: { kind: 'token' },
  params: Code,
  rateLimit: { name: 'bill-state', max: 60, perSeconds: 60 },
  handle: async (ctx, { params }) => {
    const { bill } = await billBehind(ctx, params.code);
    return json({ waiting: bill?.state === 'open' && bill.amount > 0 });
  },
});

export const payRoutes: readonly Route[] = [page, check, state];
