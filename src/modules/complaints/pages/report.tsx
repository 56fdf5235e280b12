// Reporting without an account, without a map and without JavaScript: text, kelurahan and landmark, photos, level.
import { z } from 'zod';
import type { Field } from '../../../definition/schema.ts';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import { areaGroups, listOf, readPage } from '../../applications/index.ts';
import { type Asset, findAsset } from '../../assets/index.ts';
import { versionForIntake } from '../../catalogue/index.ts';
import { largestUpload } from '../../documents/index.ts';
import { findCategory } from '../../triage/index.ts';
import { messagesFor } from '../messages.ts';
import { levelValues } from '../rules.ts';
import { reportProblem } from '../service/report.ts';
import { complaintService } from '../service/setting.ts';
import type { Intake } from '../types.ts';
import { levels } from '../types.ts';
import { ReportView } from '../views/report-view.tsx';

/** Questions of the definition that this page asks, in its order, and the photos. */
const asked = ['isi', 'wilayah', 'patokan', 'anonim', 'nama', 'hp', 'email'];
const photosAtMost = 4;

async function fieldsOf(ctx: Context): Promise<Field[]> {
  const { definition } = await versionForIntake(ctx, await complaintService(ctx));
  const known = definition.form.flatMap((page) => page.fields);
  const words = messagesFor(ctx.locale).report;
  const photo: Field = {
    id: 'foto',
    type: 'file',
    label: { id: words.photos },
    hint: { id: words.photosHint },
    required: false,
    max: photosAtMost,
  };
  const questions = asked.flatMap((id) => known.find((field) => field.id === id) ?? []);
  return [photo, ...questions.map(({ when: _shown, ...field }) => field)]; // no step in between: what is not wanted stays empty
}

interface Typed {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldError[];
  readonly requestId: string;
  readonly asset?: Asset | undefined; // whose label was scanned
}
async function show(ctx: Context, { frame }: Pick<Incoming, 'frame'>, typed: Typed): Promise<Reply> {
  const [fields, areas] = [await fieldsOf(ctx), await areaGroups(ctx)];
  return html(
    <ReportView frame={frame} fields={fields} areas={areas} {...typed} />,
    typed.errors.length > 0 ? 422 : 200,
  );
}

const get = definePage({
  method: 'GET',
  url: '/lapor',
  access: { kind: 'public' },
  query: z.object({ aset: z.string().max(40).optional().catch(undefined) }),
  handle: async (ctx, { frame, query }) => {
    const asset = await scanned(ctx, query.aset);
    const known = asset ? { wilayah: asset.areaCode ?? '', patokan: placeOf(asset) } : {};
    return show(ctx, { frame }, { raw: { anonim: 'tidak', ...known }, errors: [], requestId: newId(), asset });
  },
});

/** A label that is worn or unknown leaves an ordinary form. */
async function scanned(ctx: Context, code: unknown): Promise<Asset | undefined> {
  return typeof code === 'string' && code !== '' ? findAsset(ctx, code) : undefined;
}
const placeOf = ({ code, place }: Asset): string => [code, place].filter(Boolean).join(', ').slice(0, 200);

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** What the label says about the kind of problem and its place; the words of the person come first. */
async function labelled(ctx: Context, asset: Asset | undefined): Promise<Partial<Intake>> {
  if (!asset) return {};
  const category = (await findCategory(ctx, asset.category))?.id;
  return { point: { lat: asset.lat, long: asset.long }, ...(category ? { category } : {}) };
}

function intakeOf(raw: Readonly<Record<string, unknown>>, key: string): Intake {
  const level = levels.find((known) => levelValues[known] === raw['anonim']);
  return {
    key,
    text: textOf(raw['isi']) ?? '',
    area: textOf(raw['wilayah']),
    place: textOf(raw['patokan']),
    level,
    name: textOf(raw['nama']),
    phone: textOf(raw['hp']),
    email: textOf(raw['email']),
    photos: listOf(raw['foto']).map(String),
  };
}

type Posted = Incoming<unknown, unknown, Record<string, unknown>>;
async function post(ctx: Context, incoming: Posted): Promise<Reply> {
  const { body, files, sentence } = incoming;
  const requestId = textOf(body['requestId'])?.slice(0, 200) ?? newId();
  const kept = (field: Field) => listOf(body[`_foto.${field.id}`]);
  const { raw, errors, repeated } = await readPage(ctx, { fields: await fieldsOf(ctx), body, files, sentence, kept });
  const asset = await scanned(ctx, body['aset']);
  if (repeated || errors.length > 0) return show(ctx, incoming, { raw, errors, requestId, asset });
  try {
    const { trackingCode } = await reportProblem(ctx, { ...intakeOf(raw, requestId), ...(await labelled(ctx, asset)) });
    return redirect(`/lacak/${trackingCode}/tanda-terima`);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    const shown =
      error.fields.length > 0 ? error.fields : [{ field: 'foto', code: error.code, message: sentence(error) }];
    return show(ctx, incoming, { raw, errors: shown, requestId, asset });
  }
}

const postRoute = definePage({
  method: 'POST',
  url: '/lapor',
  access: { kind: 'public' },
  body: z.record(z.string(), z.unknown()),
  multipart: { maxFiles: 8, maxBytes: largestUpload },
  rateLimit: { name: 'submit', max: 300, perSeconds: 60, sparesLoopback: true },
  handle: (ctx, incoming) => post(ctx, incoming),
});

export const reportRoutes: readonly Route[] = [get, postRoute];
