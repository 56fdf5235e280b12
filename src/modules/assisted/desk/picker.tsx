// The first page of a counter: which service, which desk, what was left unsent.
import { z } from 'zod';
import { formatDateTime } from '../../../lib/dates/format.ts';
import { AppError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import { definePage, html, type Route, redirect } from '../../../platform/http/define.ts';
import { currentCatalogue } from '../../catalogue/index.ts';
import { counterOfficer } from '../counter/entries.ts';
import { findSeat, listCounters, listOpenEntries, saveSeat } from '../store.ts';
import { PickerView } from './picker-view.tsx';

const mostOpen = 10;

const picker = definePage({
  method: 'GET',
  url: '/kerja/loket',
  access: { kind: 'officer' },
  query: z.object({ q: z.string().max(60).default('').catch('') }),
  handle: async (ctx, { frame, query }) => {
    const officer = counterOfficer(ctx);
    const units = officer.memberships.map((seat) => seat.unitId);
    const [{ services }, counters, seat, open] = await Promise.all([
      currentCatalogue(ctx),
      listCounters(ctx.db, units),
      findSeat(ctx.db, officer.id),
      listOpenEntries(ctx.db, officer.id, mostOpen),
    ]);
    const typed = query.q.trim().toLowerCase();
    const all = services.map(({ slug, version: { definition } }) => ({
      slug,
      title: say(definition.title, ctx.locale),
      words: [say(definition.title, ctx.locale), ...definition.words].join(' '),
    }));
    const found = typed === '' ? all : all.filter((one) => one.words.toLowerCase().includes(typed));
    const titles = new Map(all.map((one) => [one.slug, one.title]));
    const view = (
      <PickerView
        frame={frame}
        typed={query.q.trim()}
        services={found}
        counters={counters}
        counterId={seat?.counterId ?? undefined}
        open={open.map((entry) => ({
          href: `/kerja/loket/${entry.service}?isian=${entry.id}`,
          title: titles.get(entry.service) ?? entry.service,
          at: formatDateTime(entry.updatedAt, { timezone: ctx.region.timezone, locale: ctx.locale }),
        }))}
      />
    );
    return html(view);
  },
});

const sit = definePage({
  method: 'POST',
  url: '/kerja/loket/tempat',
  access: { kind: 'officer' },
  body: z.object({ loket: z.union([z.uuid(), z.literal('')]) }),
  handle: async (ctx, { body }) => {
    const officer = counterOfficer(ctx);
    const units = officer.memberships.map((seat) => seat.unitId);
    const counters = await listCounters(ctx.db, units);
    if (body.loket !== '' && !counters.some((counter) => counter.id === body.loket))
      throw new AppError('not_found', 'assisted.counter_not_found');
    await saveSeat(ctx.db, officer.id, { counterId: body.loket === '' ? null : body.loket });
    return redirect('/kerja/loket');
  },
});

/** The address a choice is sent to leads back to where it is made. */
const sitAgain = definePage({
  method: 'GET',
  url: '/kerja/loket/tempat',
  access: { kind: 'officer' },
  handle: async () => redirect('/kerja/loket'),
});

export const pickerRoutes: readonly Route[] = [picker, sit, sitAgain];
