// The tool that covers faces and number plates: rectangles drawn with a script, or typed as numbers without one.
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import type { Area } from '../../../platform/images/index.ts';
import { areasAtMost, coverPhoto, openPhoto, readOriginal, redactionOf } from '../service/cover.ts';
import { areaKeys, type CoverTyped, CoverView } from '../views/cover-view.tsx';

const access = { kind: 'officer' } as const;
const Address = z.object({ number: z.string().max(40), photo: z.string().max(40) });
type Address = z.infer<typeof Address>;

async function show(
  ctx: Context,
  { frame, params }: Pick<Incoming<Address>, 'frame' | 'params'>,
  typed: CoverTyped = {},
): Promise<Reply> {
  const { target, photo } = await openPhoto(ctx, params.number, params.photo);
  const redaction = await redactionOf(ctx, photo.id);
  const rows = typed.rows ?? (redaction?.areas ?? []).map(rowOf);
  const view = (
    <CoverView
      frame={frame}
      number={target.number}
      photoId={photo.id}
      covered={redaction !== undefined}
      rows={Array.from({ length: areasAtMost }, (_, at) => rows[at] ?? {})}
      error={typed.error}
      reasonError={typed.reasonError}
    />
  );
  return html(view, typed.error || typed.reasonError ? 422 : 200);
}
const rowOf = (area: Area): Readonly<Record<string, string>> =>
  Object.fromEntries(areaKeys.map((key) => [key, String(Math.round(area[key] * 10) / 10)]));

const form = definePage({
  method: 'GET',
  url: '/kerja/laporan/:number/foto/:photo/tutupi',
  access,
  params: Address,
  handle: async (ctx, incoming) => {
    try {
      return await show(ctx, incoming);
    } catch (error) {
      // The address of a form is no dead end: a photo that is not there leads back to the report.
      if (!(error instanceof AppError) || error.code !== 'dispatch.no_photo') throw error;
      return redirect(`/kerja/laporan/${encodeURIComponent(incoming.params.number)}`);
    }
  },
});

const percent = (text: string): number | undefined => {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(value) && value >= 0 && value <= 100 ? value : undefined;
};
/** Empty rows are none; undefined for one that makes no sense. */
function areasOf(rows: readonly Readonly<Record<string, string>>[]): Area[] | undefined {
  const given = rows.filter((row) => areaKeys.some((key) => (row[key] ?? '').trim() !== ''));
  const areas = given.map((row) => {
    const [x, y, width, height] = areaKeys.map((key) => percent(row[key] ?? ''));
    const whole = x !== undefined && y !== undefined && width !== undefined && height !== undefined;
    return whole && width > 0 && height > 0 ? { x, y, width, height } : undefined;
  });
  return areas.every((area) => area !== undefined) ? areas.flatMap((area) => area ?? []) : undefined;
}

const save = definePage({
  method: 'POST',
  url: '/kerja/laporan/:number/foto/:photo/tutupi',
  access,
  params: Address,
  body: z.looseObject({}),
  handle: async (ctx, incoming) => {
    const { params, body, sentence } = incoming;
    const rows = Array.from({ length: areasAtMost }, (_, at) =>
      Object.fromEntries(areaKeys.map((key) => [key, textOf(body[`${key}-${at + 1}`])])),
    );
    const opened = await openPhoto(ctx, params.number, params.photo);
    try {
      const areas = areasOf(rows);
      if (!areas) throw new AppError('invalid', 'dispatch.area_wrong');
      await coverPhoto(ctx, opened, areas);
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      return show(ctx, incoming, { rows, error: sentence(error) });
    }
    return redirect(`/kerja/laporan/${opened.target.number}/tayang?kabar=ditutupi`);
  },
});
const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 20) : '');

const original = definePage({
  method: 'POST',
  url: '/kerja/laporan/:number/foto/:photo/asli',
  access,
  params: Address,
  body: z.object({ alasan: z.string().max(400).default('').catch('') }),
  handle: async (ctx, incoming) => {
    const { params, body, sentence } = incoming;
    try {
      const { upload, bytes } = await readOriginal(ctx, await openPhoto(ctx, params.number, params.photo), body.alasan);
      const headers = { 'cache-control': 'private, no-store' };
      return { kind: 'bytes', body: bytes, type: upload.mediaType, inline: true, headers };
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      return show(ctx, incoming, { reasonError: sentence(error) });
    }
  },
});
const originalAddress = definePage({
  method: 'GET',
  url: '/kerja/laporan/:number/foto/:photo/asli',
  access,
  params: Address,
  handle: async (_ctx, { params }) =>
    redirect(`/kerja/laporan/${encodeURIComponent(params.number)}/foto/${encodeURIComponent(params.photo)}/tutupi`),
});

export const coverRoutes: readonly Route[] = [form, save, original, originalAddress];
