// Who is on duty for the mayor, night by night.
import { z } from 'zod';
import { formatLocalDate } from '../../../lib/dates/format.ts';
import { addLocalDays } from '../../../lib/dates/local-date.ts';
import { AppError } from '../../../lib/errors.ts';
import { formatPhone } from '../../../lib/phone/phone.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { nightOf, putOnDuty, readRoster, rosterDays, rosterPeople, takeOffDuty } from '../service/duty.ts';
import { boardUrl } from '../views/addresses.ts';
import { DutyView, type DutyViewProps } from '../views/duty-view.tsx';

const access = { kind: 'officer' } as const;
const url = `${boardUrl}/piket`;
type Typed = Pick<DutyViewProps, 'values' | 'error' | 'flash'>;
const blank = { officer: '', phone: '' };

async function show(ctx: Context, { frame }: Pick<Incoming, 'frame'>, typed: Typed): Promise<Reply> {
  const [roster, people] = [await readRoster(ctx), await rosterPeople(ctx)];
  const night = nightOf(ctx.clock.now(), ctx.region.timezone);
  const days = Array.from({ length: rosterDays }, (_, index) => addLocalDays(night, index));
  const dayOf = (day: string) => formatLocalDate(day, ctx.locale);
  const view = (
    <DutyView
      frame={frame}
      nights={days.map((day) => ({
        day,
        date: dayOf(day),
        people: roster
          .filter((row) => row.day === day)
          .map((row) => ({ ...row, phone: formatPhone(row.phone), tel: row.phone })),
      }))}
      days={days.map((day) => ({ value: day, label: dayOf(day) }))}
      people={people.map(({ id, name }) => ({ value: id, label: name }))}
      {...typed}
    />
  );
  return html(view, typed.error ? 422 : 200);
}

const roster = definePage({
  method: 'GET',
  url,
  access,
  query: z.object({
    kabar: z.enum(['dicatat', 'dihapus']).optional().catch(undefined),
    malam: z.string().max(10).optional().catch(undefined), // of a gap that is to be filled
    petugas: z.string().max(40).optional().catch(undefined), // whose entry is to be changed
  }),
  handle: (ctx, incoming) => {
    const { kabar, malam, petugas = '' } = incoming.query;
    return show(ctx, incoming, {
      flash: kabar,
      values: malam === undefined ? undefined : { ...blank, day: malam, officer: petugas },
    });
  },
});

const Sent = z.object({
  day: z.string().max(10).default('').catch(''),
  officer: z.string().max(40).default('').catch(''),
  phone: z.string().max(40).default('').catch(''),
});
const fieldsOf: Readonly<Record<string, string>> = {
  'hotline.duty_day': 'day',
  'hotline.duty_person': 'officer',
  'hotline.duty_phone': 'phone',
};
const add = definePage({
  method: 'POST',
  url,
  access,
  body: Sent,
  handle: async (ctx, incoming) => {
    const { day, officer: officerId, phone } = incoming.body;
    try {
      await putOnDuty(ctx, { day, officerId, phone });
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      const line = { field: fieldsOf[error.code] ?? 'day', message: incoming.sentence(error) };
      return show(ctx, incoming, { values: incoming.body, error: line });
    }
    return redirect(`${url}?kabar=dicatat`);
  },
});

const remove = definePage({
  method: 'POST',
  url: `${url}/hapus`,
  access,
  body: Sent.pick({ day: true, officer: true }),
  handle: async (ctx, { body }) => {
    await takeOffDuty(ctx, { day: body.day, officerId: body.officer });
    return redirect(`${url}?kabar=dihapus`);
  },
});
const removed = definePage({ method: 'GET', url: `${url}/hapus`, access, handle: async () => redirect(url) });

export const dutyRoutes: readonly Route[] = [roster, add, remove, removed];
