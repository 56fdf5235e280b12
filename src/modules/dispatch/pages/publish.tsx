// The gate: what the public sees of a report, written and chosen by an officer.
import { z } from 'zod';
import { formatDateTime } from '../../../lib/dates/format.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { publish, unpublish } from '../../complaints/index.ts';
import { scanForPersonal } from '../../triage/index.ts';
import { type Gate, gateOf, publicUploads } from '../service/publishing.ts';
import { type GateTyped, gateFlashes, PublishView } from '../views/publish-view.tsx';

const access = { kind: 'officer' } as const;
const Address = z.object({ number: z.string().max(40) });
type Address = z.infer<typeof Address>;
const text = (most: number) => z.string().max(most).default('').catch('');

/** Undefined where there is nothing; other refusals stay. */
async function orNothing<T>(found: Promise<T>): Promise<T | undefined> {
  return found.catch((error: unknown) => {
    if (error instanceof AppError && error.kind === 'not_found') return undefined;
    throw error;
  });
}

async function openGate(ctx: Context, number: string): Promise<Gate> {
  const gate = await gateOf(ctx, number);
  if (!gate) throw new AppError('not_found', 'dispatch.not_for_public');
  return gate;
}

interface Showing {
  readonly gate: Gate;
  readonly typed?: GateTyped;
  readonly status?: number;
  readonly flash?: (typeof gateFlashes)[number] | undefined;
}
function show(
  ctx: Context,
  { frame }: Pick<Incoming<Address>, 'frame'>,
  { gate, typed, status = 200, flash }: Showing,
): Reply {
  const style = { timezone: ctx.region.timezone, locale: ctx.locale };
  const history = gate.history.map((entry) => ({ ...entry, time: formatDateTime(entry.at, style) }));
  return html(<PublishView frame={frame} gate={gate} history={history} typed={typed} flash={flash} />, status);
}

const page = definePage({
  method: 'GET',
  url: '/kerja/laporan/:number/tayang',
  access,
  params: Address,
  query: z.object({ kabar: z.enum(gateFlashes).optional().catch(undefined) }),
  handle: async (ctx, incoming) => {
    const { number } = incoming.params;
    const gate = await orNothing(gateOf(ctx, number));
    // The address of a form is no dead end: what is not for the public leads back to the report.
    if (!gate) return redirect(`/kerja/laporan/${encodeURIComponent(number)}`);
    return show(ctx, incoming, { gate, flash: incoming.query.kabar });
  },
});

const save = definePage({
  method: 'POST',
  url: '/kerja/laporan/:number/tayang',
  access,
  params: Address,
  body: z.object({
    versi: z.coerce.number().int().min(0).catch(0),
    judul: text(200),
    teks: text(4000),
    tempat: text(200),
    foto: z.union([z.string().max(64), z.array(z.string().max(64)).max(40)]).optional(),
    alasan: text(400),
    dilihat: text(10),
  }),
  handle: async (ctx, incoming) => {
    const { body, params, sentence } = incoming;
    const gate = await openGate(ctx, params.number);
    const photos = body.foto === undefined ? [] : [body.foto].flat();
    try {
      await publish(ctx, {
        ...{ problemId: gate.problem.id, title: body.judul, text: body.teks, place: body.tempat },
        reason: body.alasan,
        photos: await publicUploads(ctx, gate, photos),
        expectedVersion: body.versi,
        personalLooked: body.dilihat === 'ya',
      });
    } catch (error) {
      if (!(error instanceof AppError) || error.kind === 'forbidden') throw error;
      const found = [body.judul, body.teks, body.tempat].flatMap(scanForPersonal);
      const typed = {
        ...{ title: body.judul, text: body.teks, place: body.tempat, photos, reason: body.alasan },
        error: sentence(error),
        found: error.code === 'complaints.personal' ? found.length : 0,
      };
      return show(ctx, incoming, { gate, typed, status: error.kind === 'invalid' ? 422 : 409 });
    }
    return redirect(`/kerja/laporan/${gate.number}/tayang?kabar=ditayangkan`);
  },
});

const hide = definePage({
  method: 'POST',
  url: '/kerja/laporan/:number/tayang/turunkan',
  access,
  params: Address,
  body: z.object({ alasan: text(400) }),
  handle: async (ctx, incoming) => {
    const gate = await openGate(ctx, incoming.params.number);
    try {
      await unpublish(ctx, { problemId: gate.problem.id, reason: incoming.body.alasan });
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      const { title, text: shown, place } = gate;
      const photos = gate.photos.filter((photo) => photo.shown).map(({ id }) => id);
      const typed = { title, text: shown, place, photos, reason: '', found: 0, hideError: incoming.sentence(error) };
      return show(ctx, incoming, { gate, typed, status: 422 });
    }
    return redirect(`/kerja/laporan/${gate.number}/tayang?kabar=diturunkan`);
  },
});
const hideAddress = definePage({
  method: 'GET',
  url: '/kerja/laporan/:number/tayang/turunkan',
  access,
  params: Address,
  handle: async (_ctx, { params }) => redirect(`/kerja/laporan/${encodeURIComponent(params.number)}/tayang`),
});

export const publishRoutes: readonly Route[] = [page, save, hide, hideAddress];
