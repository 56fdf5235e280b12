// The receipt behind a tracking code.
import { z } from 'zod';
import { feeLines } from '../../../definition/fees/fee-lines.ts';
import { feeOf } from '../../../definition/fees/fee-of.ts';
import { wayAhead } from '../../../definition/workflow/path.ts';
import { stateOf } from '../../../definition/workflow/position.ts';
import { formatDateTime } from '../../../lib/dates/format.ts';
import { say } from '../../../lib/locale.ts';
import { definePage, html, type Route } from '../../../platform/http/define.ts';
import { trackCase, trackingMisses } from '../../cases/index.ts';
import { getUnit } from '../../organisation/index.ts';
import { ReceiptView } from '../views/receipt-view.tsx';

const receipt = definePage({
  method: 'GET',
  url: '/lacak/:code/tanda-terima',
  missLimit: trackingMisses,
  access: { kind: 'token' },
  params: z.object({ code: z.string().max(64) }),
  query: z.object({
    bahaya: z.literal('1').optional().catch(undefined),
    berkas: z.coerce.number().int().min(1).max(9).optional().catch(undefined),
  }),
  handle: async (ctx, { frame, params, query }) => {
    const { target, definition, promise } = await trackCase(ctx, params.code);
    const { state } = target;
    const style = { timezone: ctx.region.timezone, locale: ctx.locale };
    const unit = await getUnit(ctx, state.unitId);
    const next = [state.state, ...wayAhead(definition, state.state)].map((id) =>
      say(stateOf(definition, id).label, ctx.locale),
    );
    return html(
      <ReceiptView
        frame={frame}
        about={definition}
        number={target.number}
        code={params.code}
        url={`${ctx.config.publicUrl}/lacak/${params.code}`}
        service={say(definition.title, ctx.locale)}
        unit={unit.name}
        receivedAt={formatDateTime(new Date(state.submittedAt), style)}
        due={promise?.dueAt ? formatDateTime(promise.dueAt, style) : undefined}
        answer={promise?.answer === true}
        spared={state.waived?.length ?? 0}
        filled={state.filled}
        derivation={promise?.derivation ?? []}
        next={next}
        danger={query.bahaya !== undefined}
        lost={query.berkas ?? 0}
        fee={feeLines(feeOf(definition, state.answers), ctx.locale)}
      />,
    );
  },
});

export const receiptRoutes: readonly Route[] = [receipt];
