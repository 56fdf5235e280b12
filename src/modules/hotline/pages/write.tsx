// Writing to the mayor without an account and without JavaScript; and the same form for an officer who notes a call.
import { z } from 'zod';
import type { Field } from '../../../definition/schema.ts';
import { groupCaseNumber } from '../../../lib/case-number.ts';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import { areaGroups, listOf, readPage } from '../../applications/index.ts';
import { versionForIntake } from '../../catalogue/index.ts';
import { largestUpload } from '../../documents/index.ts';
import { messagesFor } from '../messages.ts';
import { kindValues, levelValues } from '../rules.ts';
import { sendMessage } from '../service/send.ts';
import { hotlineSetting, requireNoting } from '../service/setting.ts';
import { type Intake, messageKinds, messageLevels } from '../types.ts';
import { NoteView } from '../views/note-view.tsx';
import { WriteView } from '../views/write-view.tsx';

/** Questions of the definition that a page asks, in its order. */
const askedOnline = ['isi', 'jenis', 'foto', 'wilayah', 'anonim', 'nama', 'hp', 'email'];
const askedOnPhone = ['isi', 'jenis', 'wilayah', 'anonim', 'nama', 'hp'];
const noteUrl = '/kerja/catat-pesan';

async function fieldsOf(ctx: Context, asked: readonly string[]): Promise<Field[]> {
  const { definition } = await versionForIntake(ctx, (await hotlineSetting(ctx)).service);
  const known = definition.form.flatMap((page) => page.fields);
  const questions = asked.flatMap((id) => known.find((field) => field.id === id) ?? []);
  return questions.map(({ when: _shown, ...field }) => field); // no step in between: what is not wanted stays empty
}

interface Typed {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldError[];
  readonly requestId: string;
}
const fresh = (): Typed => ({
  raw: { anonim: levelValues.open, jenis: kindValues.complaint },
  errors: [],
  requestId: newId(),
});

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

function intakeOf(raw: Readonly<Record<string, unknown>>, key: string): Intake {
  return {
    key,
    text: textOf(raw['isi']) ?? '',
    kind: messageKinds.find((known) => kindValues[known] === raw['jenis']),
    area: textOf(raw['wilayah']),
    level: messageLevels.find((known) => levelValues[known] === raw['anonim']),
    name: textOf(raw['nama']),
    phone: textOf(raw['hp']),
    email: textOf(raw['email']),
    photos: listOf(raw['foto']).map(String),
  };
}

type Posted = Incoming<unknown, unknown, Record<string, unknown>>;
interface Posting {
  readonly asked: readonly string[];
  readonly show: (typed: Typed) => Promise<Reply>;
  readonly send: (intake: Intake) => Promise<Reply>;
}
/** Reads the form, sends it, or shows it again with what was typed. */
async function receive(ctx: Context, { body, files, sentence }: Posted, posting: Posting): Promise<Reply> {
  const requestId = textOf(body['requestId'])?.slice(0, 200) ?? newId();
  const fields = await fieldsOf(ctx, posting.asked);
  const kept = (field: Field) => listOf(body[`_foto.${field.id}`]);
  const { raw, errors, repeated } = await readPage(ctx, { fields, body, files, sentence, kept });
  if (repeated || errors.length > 0) return posting.show({ raw, errors, requestId });
  try {
    return await posting.send(intakeOf(raw, requestId));
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    const own = [{ field: 'foto', code: error.code, message: sentence(error) }];
    return posting.show({ raw, errors: error.fields.length > 0 ? error.fields : own, requestId });
  }
}

async function showWrite(ctx: Context, { frame }: Pick<Incoming, 'frame'>, typed: Typed): Promise<Reply> {
  const [fields, areas, { phone, phoneSure }] = [
    await fieldsOf(ctx, askedOnline),
    await areaGroups(ctx),
    await hotlineSetting(ctx),
  ];
  const view = <WriteView frame={frame} fields={fields} areas={areas} phone={phone} phoneSure={phoneSure} {...typed} />;
  return html(view, typed.errors.length > 0 ? 422 : 200);
}

const write = definePage({
  method: 'GET',
  url: '/wali-kota',
  access: { kind: 'public' },
  handle: (ctx, incoming) => showWrite(ctx, incoming, fresh()),
});
const sendWritten = definePage({
  method: 'POST',
  url: '/wali-kota',
  access: { kind: 'public' },
  body: z.record(z.string(), z.unknown()),
  multipart: { maxFiles: 8, maxBytes: largestUpload },
  rateLimit: { name: 'submit', max: 300, perSeconds: 60, sparesLoopback: true },
  handle: (ctx, incoming) =>
    receive(ctx, incoming, {
      asked: askedOnline,
      show: (typed) => showWrite(ctx, incoming, typed),
      send: async (intake) => redirect(`/lacak/${(await sendMessage(ctx, intake)).trackingCode}/tanda-terima`),
    }),
});

async function showNote(
  ctx: Context,
  { frame }: Pick<Incoming, 'frame'>,
  { noted, ...typed }: Typed & { noted?: string | undefined },
): Promise<Reply> {
  const [fields, areas] = [await fieldsOf(ctx, askedOnPhone), await areaGroups(ctx)];
  const view = <NoteView frame={frame} fields={fields} areas={areas} noted={noted} {...typed} />;
  return html(view, typed.errors.length > 0 ? 422 : 200);
}
const note = definePage({
  method: 'GET',
  url: noteUrl,
  access: { kind: 'officer' },
  query: z.object({ nomor: z.string().max(20).optional().catch(undefined) }),
  handle: async (ctx, incoming) => {
    await requireNoting(ctx);
    const { nomor } = incoming.query;
    return showNote(ctx, incoming, { ...fresh(), noted: nomor === undefined ? undefined : groupCaseNumber(nomor) });
  },
});
const sendNoted = definePage({
  method: 'POST',
  url: noteUrl,
  access: { kind: 'officer' },
  body: z.record(z.string(), z.unknown()),
  handle: async (ctx, incoming) => {
    await requireNoting(ctx);
    const assisted = { mode: 'phone', consent: messagesFor(ctx.locale).note.consent } as const;
    return receive(ctx, incoming, {
      asked: askedOnPhone,
      show: (typed) => showNote(ctx, incoming, typed),
      send: async (intake) => {
        const { number } = await sendMessage({ ...ctx, channel: 'phone' }, { ...intake, assisted });
        return redirect(`${noteUrl}?nomor=${number}`);
      },
    });
  },
});

export const writeRoutes: readonly Route[] = [write, sendWritten, note, sendNoted];
