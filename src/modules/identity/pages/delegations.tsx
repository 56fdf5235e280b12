// For the administrator: who stands in whose place, and recording or ending it.
import { z } from 'zod';
import { localDateOf } from '../../../lib/dates/local-date.ts';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import { fieldErrors, readDelegation, type TypedDelegation } from '../delegation/form.ts';
import { choicesOf, listDelegationRows } from '../delegation/list.ts';
import { endDelegation, recordDelegation } from '../delegation/record.ts';
import { DelegationsPage } from '../views/delegations.tsx';
import { wordsOf } from '../views/sentences.ts';

const here = '/petugas/pelimpahan';
const access = { kind: 'officer', permission: 'admin' } as const;
const Text = z.string().max(1_000).default('');
const Body = z.object({
  requestId: z.uuid(),
  ...{
    kind: Text,
    seat: Text,
    post: Text,
    to: Text,
    firstDay: Text,
    lastDay: Text,
    number: Text,
    date: Text,
    text: Text,
  },
});

interface Refused {
  readonly typed: TypedDelegation;
  readonly requestId: string;
  readonly errors: readonly FieldError[];
}

async function show(
  ctx: Context,
  { frame }: Pick<Incoming, 'frame'>,
  refused?: Refused,
  saved = false,
): Promise<Reply> {
  const view = (
    <DelegationsPage
      frame={frame}
      rows={await listDelegationRows(ctx)}
      choices={await choicesOf(ctx)}
      requestId={refused?.requestId ?? newId()}
      typed={refused?.typed}
      errors={refused?.errors ?? []}
      saved={saved}
    />
  );
  return html(view, refused ? 422 : 200);
}

const list = definePage({
  method: 'GET',
  url: here,
  access,
  query: z.object({ tersimpan: z.string().optional() }),
  handle: (ctx, incoming) => show(ctx, incoming, undefined, incoming.query.tersimpan !== undefined),
});

const record = definePage({
  method: 'POST',
  url: here,
  access,
  body: Body,
  handle: async (ctx, incoming) => {
    const { requestId, ...typed } = incoming.body;
    const { wanted, missing } = readDelegation(typed, localDateOf(ctx.clock.now(), ctx.region.timezone));
    if (missing.length > 0) {
      const errors = fieldErrors(missing, wordsOf(ctx.locale).delegations.fill);
      return show(ctx, incoming, { typed, requestId, errors });
    }
    try {
      await recordDelegation(ctx, { ...wanted, id: requestId });
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      const errors = [{ field: 'to', code: error.code, message: incoming.sentence(error) }];
      return show(ctx, incoming, { typed, requestId, errors });
    }
    return redirect(`${here}?tersimpan=1`);
  },
});

const end = definePage({
  method: 'POST',
  url: `${here}/:id/akhiri`,
  access,
  params: z.object({ id: z.uuid() }),
  body: z.object({ reason: z.string().max(300).default('') }),
  handle: async (ctx, { params, body }) => {
    await endDelegation(ctx, params.id, body.reason.trim());
    return redirect(`${here}?tersimpan=1`);
  },
});

const endAddress = definePage({
  method: 'GET',
  url: `${here}/:id/akhiri`,
  access,
  params: z.object({ id: z.string().max(64) }),
  handle: async () => redirect(here),
});

export const delegationRoutes: readonly Route[] = [list, record, end, endAddress];
