// Printer and screen of each counter, set by the people who sit there.
import { z } from 'zod';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import type { Context, Officer } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import { canEquip } from '../access.ts';
import { counterOfficer } from '../counter/entries.ts';
import { messagesFor } from '../messages.ts';
import { printOn } from '../receipt/pages.tsx';
import { mayPrintTo } from '../receipt/printer-address.ts';
import { findCounter, listCounters, saveCounter } from '../store.ts';
import type { Counter } from '../types.ts';
import { EquipmentView, type Typed } from './equipment-view.tsx';

const Text = z.string().trim().max(80).default('');
const Body = z.object({
  unit: z.uuid(),
  nama: Text,
  alamat: Text,
  port: Text,
  lebar: z.enum(['58', '80']).default('80').catch('80'),
  benar: z.literal('true').optional().catch(undefined),
});

async function show(
  ctx: Context,
  { frame }: Pick<Incoming, 'frame'>,
  given: { officer: Officer; typed?: Typed; errors?: readonly FieldError[]; notice?: string | undefined },
): Promise<Reply> {
  const units = new Map(given.officer.memberships.map((seat) => [seat.unitId, seat.unitName]));
  const counters = await listCounters(ctx.db, [...units.keys()]);
  const errors = given.errors ?? [];
  const view = (
    <EquipmentView
      frame={frame}
      units={[...units].map(([value, label]) => ({ value, label }))}
      counters={counters}
      typed={given.typed}
      errors={errors}
      notice={given.notice}
    />
  );
  return html(view, errors.length > 0 ? 422 : 200);
}

const list = definePage({
  method: 'GET',
  url: '/kerja/loket/alat',
  access: { kind: 'officer' },
  query: z.object({ kabar: z.enum(['disimpan', 'dicetak']).optional().catch(undefined) }),
  handle: (ctx, incoming) => {
    const words = messagesFor(ctx.locale);
    const notices = { disimpan: words.settings.saved, dicetak: words.receipt.printed };
    const notice = incoming.query.kabar && notices[incoming.query.kabar];
    return show(ctx, incoming, { officer: counterOfficer(ctx), notice });
  },
});

const save = definePage({
  method: 'POST',
  url: '/kerja/loket/alat',
  access: { kind: 'officer' },
  body: Body,
  handle: async (ctx, incoming) => {
    const { body } = incoming;
    const officer = counterOfficer(ctx);
    if (!canEquip(officer, body.unit)) throw new AppError('forbidden', 'assisted.counter_not_found');
    const errors = problemsOf(ctx, body);
    if (errors.length > 0) return show(ctx, incoming, { officer, typed: body, errors });
    const counter: Counter = {
      id: newId(),
      unitId: body.unit,
      name: body.nama,
      printerHost: body.alamat === '' ? null : body.alamat,
      printerPort: body.alamat === '' ? null : portOf(body.port),
      paperMm: body.lebar === '58' ? 58 : 80,
      confirms: body.benar === 'true',
    };
    await saveCounter(ctx.db, counter);
    return redirect('/kerja/loket/alat?kabar=disimpan');
  },
});

const portOf = (text: string): number => (text === '' ? 9100 : Number(text));

function problemsOf(ctx: Context, body: z.infer<typeof Body>): FieldError[] {
  const words = messagesFor(ctx.locale);
  const errors: FieldError[] = [];
  if (body.nama === '') errors.push({ field: 'nama', code: 'required', message: words.settings.nameMissing });
  const address = { host: body.alamat, port: portOf(body.port) };
  if (body.alamat !== '' && !mayPrintTo(address, ctx.config))
    errors.push({
      field: 'alamat',
      code: 'assisted.printer_refused',
      message: words.errors['assisted.printer_refused'](),
    });
  return errors;
}

const test = definePage({
  method: 'POST',
  url: '/kerja/loket/alat/coba',
  access: { kind: 'officer' },
  body: z.object({ loket: z.uuid() }),
  rateLimit: { name: 'print-test', max: 20, perSeconds: 60 },
  handle: async (ctx, incoming) => {
    const officer = counterOfficer(ctx);
    const counter = await findCounter(ctx.db, incoming.body.loket);
    if (!counter || !canEquip(officer, counter.unitId)) throw new AppError('not_found', 'assisted.counter_not_found');
    const words = messagesFor(ctx.locale);
    try {
      await printOn(ctx, counter, `${words.settings.testTitle}\n${counter.name}\n=`);
      return redirect('/kerja/loket/alat?kabar=dicetak');
    } catch (error) {
      if (!(error instanceof AppError) || !error.code.startsWith('assisted.')) throw error;
      const errors = [{ field: 'alamat', code: error.code, message: incoming.sentence(error) }];
      return show(ctx, incoming, { officer, errors, typed: typedOf(counter) });
    }
  },
});

function typedOf(counter: Counter): Typed {
  return {
    unit: counter.unitId,
    nama: counter.name,
    alamat: counter.printerHost ?? '',
    port: String(counter.printerPort ?? ''),
    lebar: `${counter.paperMm}`,
    benar: counter.confirms ? 'true' : undefined,
  };
}

/** The address a trial print is sent to leads back to the equipment. */
const testAgain = definePage({
  method: 'GET',
  url: '/kerja/loket/alat/coba',
  access: { kind: 'officer' },
  handle: async () => redirect('/kerja/loket/alat'),
});

export const equipmentRoutes: readonly Route[] = [list, save, test, testAgain];
