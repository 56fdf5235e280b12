// Reporting without an account, without a map and without JavaScript: the form, "is it the same problem?", the receipt.
import { z } from 'zod';
import type { Field } from '../../../definition/schema.ts';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import { areaGroups, listOf, readPage } from '../../applications/index.ts';
import type { Asset } from '../../assets/index.ts';
import { largestUpload } from '../../documents/index.ts';
import { mapGround } from '../../organisation/index.ts';
import { dangerIn } from '../../triage/index.ts';
import { isOutside } from '../service/area.ts';
import { categoryChoices } from '../service/category.ts';
import { scanned } from '../service/labelled.ts';
import { checkReport, reportProblem } from '../service/report.ts';
import { mapCentre, outsideChannels } from '../service/setting.ts';
import { similarTo } from '../service/similar.ts';
import type { Intake } from '../types.ts';
import { OutsideView } from '../views/outside-view.tsx';
import { ReportView } from '../views/report-view.tsx';
import { SimilarView } from '../views/similar-view.tsx';
import { fieldsOf, intakeOf, type Raw, textOf } from './report-form.ts';

interface Typed {
  readonly raw: Raw;
  readonly errors: readonly FieldError[];
  readonly requestId: string;
  readonly asset?: Asset | undefined; // whose label was scanned
}
async function show(ctx: Context, { frame }: Pick<Incoming, 'frame'>, typed: Typed): Promise<Reply> {
  const [fields, areas, categories] = await Promise.all([fieldsOf(ctx), areaGroups(ctx), categoryChoices(ctx)]);
  return html(
    <ReportView
      frame={frame}
      fields={fields}
      areas={areas}
      categories={categories}
      danger={dangerIn(textOf(typed.raw['isi']) ?? '').length > 0}
      officials={await outsideChannels(ctx)}
      map={{ ...(await mapGround(ctx)), centre: await mapCentre(ctx) }}
      {...typed}
    />,
    typed.errors.length > 0 ? 422 : 200,
  );
}

const get = definePage({
  method: 'GET',
  url: '/lapor',
  access: { kind: 'public' },
  query: z.object({ aset: z.string().max(40).optional().catch(undefined) }),
  tiles: true,
  handle: async (ctx, { frame, query }) => {
    const asset = await scanned(ctx, query.aset);
    const known = asset ? { wilayah: asset.areaCode ?? '', patokan: placeOf(asset) } : {};
    return show(ctx, { frame }, { raw: { anonim: 'tidak', ...known }, errors: [], requestId: newId(), asset });
  },
});
const placeOf = ({ code, place }: Asset): string => [code, place].filter(Boolean).join(', ').slice(0, 200);

type Posted = Incoming<unknown, unknown, Record<string, unknown>>;
async function post(ctx: Context, incoming: Posted): Promise<Reply> {
  const { body, files, sentence } = incoming;
  const requestId = textOf(body['requestId'])?.slice(0, 200) ?? newId();
  const kept = (field: Field) => listOf(body[`_foto.${field.id}`]);
  const { raw, errors, repeated } = await readPage(ctx, {
    fields: await fieldsOf(ctx),
    ...{ body, files, sentence, kept, voice: ['suara'] },
  });
  const asset = await scanned(ctx, body['aset']);
  const typed: Typed = { raw, errors, requestId, asset };
  if (repeated || body['ubah'] !== undefined) return show(ctx, incoming, typed);
  const intake = await intakeOf(ctx, { raw, key: requestId, asset });
  const wrong = [...errors, ...(await checkReport(ctx, intake))]; // told together: nobody mends one thing to hear of the next
  if (wrong.length > 0) return show(ctx, incoming, { ...typed, errors: wrong });
  const asking = body['lanjut'] === undefined ? await askFirst(ctx, incoming, intake) : undefined;
  return asking ?? send(ctx, incoming, { intake, typed });
}

/** Before a report is sent: a point outside of the city, problems nearby that may be the same. What was typed and uploaded travels on in the page. */
async function askFirst(ctx: Context, { frame, body }: Posted, intake: Intake): Promise<Reply | undefined> {
  if (intake.text === '') return undefined;
  const danger = dangerIn(intake.text).length > 0;
  if (body['luar'] === undefined && !danger && (await isOutside(ctx, intake.point)))
    return html(<OutsideView frame={frame} carried={carriedOn(body, intake)} />);
  const similar = await similarTo(ctx, intake);
  if (similar.length === 0) return undefined;
  return html(<SimilarView frame={frame} similar={similar} carried={carriedOn(body, intake)} danger={danger} />);
}

function carriedOn(body: Posted['body'], intake: Intake): (readonly [string, string])[] {
  const typed = Object.entries(body).flatMap(([name, value]) =>
    listOf(value).flatMap((one) =>
      typeof one === 'string' && !name.startsWith('_foto.') ? [[name, one] as const] : [],
    ),
  );
  const uploads = [
    ...(intake.photos ?? []).map((id) => ['_foto.foto', id] as const),
    ...(intake.voice ?? []).map((id) => ['_foto.suara', id] as const),
  ];
  return [...typed.filter(([name]) => name !== 'requestId'), ['requestId', intake.key] as const, ...uploads];
}

async function send(
  ctx: Context,
  incoming: Posted,
  { intake, typed }: { readonly intake: Intake; readonly typed: Typed },
): Promise<Reply> {
  try {
    const { trackingCode } = await reportProblem(ctx, intake);
    const danger = dangerIn(intake.text).length > 0 ? '?bahaya=1' : '';
    return redirect(`/lacak/${trackingCode}/tanda-terima${danger}`);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    const message = incoming.sentence(error);
    const errors = error.fields.length > 0 ? error.fields : [{ field: 'foto', code: error.code, message }];
    return show(ctx, incoming, { ...typed, errors });
  }
}

const postRoute = definePage({
  method: 'POST',
  url: '/lapor',
  access: { kind: 'public' },
  body: z.record(z.string(), z.unknown()),
  multipart: { maxFiles: 8, maxBytes: largestUpload },
  rateLimit: { name: 'submit', max: 300, perSeconds: 60, sparesLoopback: true },
  tiles: true,
  handle: (ctx, incoming) => post(ctx, incoming),
});

export const reportRoutes: readonly Route[] = [get, postRoute];
