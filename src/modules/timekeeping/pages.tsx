// Calendars for the administrator: look, try, apply. Nothing moves before somebody has seen what would.
import { z } from 'zod';
import { localDateOf } from '../../lib/dates/local-date.ts';
import { AppError } from '../../lib/errors.ts';
import { readDay } from '../../lib/people-dates/people-dates.ts';
import type { Context } from '../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../platform/http/define.ts';
import { newId } from '../../platform/ids.ts';
import { applyTrial, continueRecount, getRecount, latestRecounts, startRecount } from '../cases/index.ts';
import { currentCalendars, type HolidayChange } from '../organisation/index.ts';
import { messagesFor } from './messages.ts';
import { CalendarsView, type TypedHoliday } from './views/calendars-view.tsx';
import { RunView } from './views/run-view.tsx';

const here = '/petugas/kalender';
const access = { kind: 'officer', permission: 'admin' } as const;
const Text = z.string().max(500).default('');
const Id = z.object({ id: z.uuid() });
const inlineBatches = 10; // a small city has its answer with the click; the worker goes on with the rest

interface Refused {
  readonly typed: TypedHoliday;
  readonly requestId: string;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}

async function show(ctx: Context, { frame }: Pick<Incoming, 'frame'>, refused?: Refused): Promise<Reply> {
  const today = localDateOf(ctx.clock.now(), ctx.region.timezone);
  const view = (
    <CalendarsView
      frame={frame}
      calendars={[...(await currentCalendars(ctx)).values()]}
      from={`${today.slice(0, 4)}-01-01`}
      runs={await latestRecounts(ctx)}
      requestId={refused?.requestId ?? newId()}
      typed={refused?.typed}
      errors={refused?.errors ?? []}
    />
  );
  return html(view, refused ? 422 : 200);
}

const list = definePage({ method: 'GET', url: here, access, handle: (ctx, incoming) => show(ctx, incoming) });

const Body = z.object({
  requestId: z.uuid(),
  action: z.enum(['add', 'remove']).default('add'),
  ...{ calendar: Text, day: Text, name: Text, kind: Text, decree: Text, reason: Text },
});

function changeOf(body: z.infer<typeof Body>, today: string): HolidayChange {
  const read = readDay(body.day, today);
  const kind = body.kind === 'national' ? 'national' : 'cuti-bersama';
  const { calendar, action, name, decree } = body;
  return { calendar, action, kind, name: name.trim(), decree: decree.trim(), day: read.ok ? read.days[0] : '' };
}

const tryIt = definePage({
  method: 'POST',
  url: here,
  access,
  body: Body,
  handle: async (ctx, incoming) => {
    const { requestId, ...typed } = incoming.body;
    const change = changeOf(incoming.body, localDateOf(ctx.clock.now(), ctx.region.timezone));
    const words = messagesFor(ctx.locale).fill;
    const given = { ...change, kind: typed.kind, reason: typed.reason.trim() };
    const fields = ['calendar', 'day', 'name', 'kind', 'decree', 'reason'] as const;
    const errors = fields.filter((field) => given[field] === '').map((field) => ({ field, message: words[field] }));
    if (errors.length > 0) return show(ctx, incoming, { typed, requestId, errors });
    try {
      const { id } = await startRecount(ctx, {
        ...{ id: requestId, mode: 'trial', reason: given.reason, decree: change.decree, change },
      });
      await continueRecount(ctx, id, inlineBatches);
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      return show(ctx, incoming, { typed, requestId, errors: [{ field: 'day', message: incoming.sentence(error) }] });
    }
    return redirect(`${here}/hitungan/${requestId}`);
  },
});

const run = definePage({
  method: 'GET',
  url: `${here}/hitungan/:id`,
  access,
  params: Id,
  handle: async (ctx, { frame, params }) => html(<RunView frame={frame} run={await getRecount(ctx, params.id)} />),
});

const apply = definePage({
  method: 'POST',
  url: `${here}/hitungan/:id/terapkan`,
  access,
  params: Id,
  handle: async (ctx, { params }) => {
    const { id } = await applyTrial(ctx, params.id);
    await continueRecount(ctx, id, inlineBatches);
    return redirect(`${here}/hitungan/${id}`);
  },
});

const applyAddress = definePage({
  method: 'GET',
  url: `${here}/hitungan/:id/terapkan`,
  access,
  params: z.object({ id: z.string().max(64) }),
  handle: async (_ctx, { params }) => redirect(`${here}/hitungan/${encodeURIComponent(params.id)}`),
});

export const calendarRoutes: readonly Route[] = [list, tryIt, run, apply, applyAddress];
