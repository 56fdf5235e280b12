// `/kerja/mitra`: reports at partners, what is in their way, and sending again. No reporter is named anywhere on it.
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { messagesFor } from '../messages.ts';
import { isCorrectable, listForOfficer, noteNumber, noteTold, openForwarded, resend } from '../service/office.ts';
import { partnerName } from '../service/told.ts';
import type { Said } from '../store/said.ts';
import type { Forwarded } from '../types.ts';
import { ListView } from '../views/list-view.tsx';
import { OneView, type OneViewProps, type Typed } from '../views/one-view.tsx';
import { timeText, troubleText } from './texts.ts';

const access = { kind: 'officer' } as const;
const home = '/kerja/mitra';
const Address = z.object({ id: z.uuid() });
const Typing = z
  .object({
    versi: z.coerce.number().int().catch(0),
    layanan: z.string().max(200).default('').catch(''),
    isi: z.string().max(8000).default('').catch(''),
    ditanya: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .catch(undefined),
    nomor: z.string().max(200).default('').catch(''),
  })
  .catchall(z.union([z.string(), z.array(z.string())]));
type Typing = z.infer<typeof Typing>;

const list = definePage({
  method: 'GET',
  url: home,
  access,
  query: z.object({ selesai: z.enum(['resent', 'noted']).optional().catch(undefined) }),
  handle: async (ctx, { frame, query }) => {
    const { rows, partners } = await listForOfficer(ctx);
    const names = new Map<string, string>();
    for (const { unit } of partners) names.set(unit, await partnerName(ctx, unit));
    const lines = partners.map(({ unit, connected, simulated, checkedAt, troubleCode, troubleText: detail }) => ({
      ...{ name: names.get(unit) ?? unit, connected, simulated, checked: timeText(ctx, checkedAt) },
      trouble: troubleText(ctx, { troubleCode, troubleText: detail }),
    }));
    const shown = rows.map((row) => ({
      ...{ id: row.id, number: row.number, partner: names.get(row.partner) ?? row.partner, state: row.state },
      ...{ theirId: row.theirId, contact: timeText(ctx, row.contactAt), trouble: listTrouble(ctx, row) },
    }));
    return html(<ListView frame={frame} rows={shown} partners={lines} done={query.selesai} />);
  },
});

/** What is in the way of the report itself, and of what has to be said about it. */
function listTrouble(ctx: Context, row: Forwarded & { readonly said: readonly Said[] }): string | undefined {
  const { list: words } = messagesFor(ctx.locale);
  const byHand = row.said.some(({ state }) => state === 'by-hand') ? words.tellByHand : undefined;
  const waiting = row.said.some(({ state }) => state === 'waiting') ? words.notTold : undefined;
  return [troubleText(ctx, row), byHand ?? waiting].filter(Boolean).join(' ') || undefined;
}

function saidLines(ctx: Context, said: readonly Said[]): OneViewProps['said'] {
  return said.map((one) => ({
    ...{ id: one.id, when: timeText(ctx, one.createdAt) ?? '', text: one.text, media: one.media, state: one.state },
    trouble: troubleText(ctx, one),
  }));
}

function factsOf(ctx: Context, row: Forwarded): { label: string; value: string }[] {
  const { one: words, list: columns } = messagesFor(ctx.locale);
  const agreed = row.content?.person ? words.personalSent : words.personalKept;
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [columns.number, row.theirId],
    [words.theirs, row.theirNotes],
    [words.service, row.service],
    [columns.contact, timeText(ctx, row.contactAt)],
    [words.expected, timeText(ctx, row.theirExpectedAt)],
    [words.next, row.state === 'waiting' ? timeText(ctx, row.nextTryAt) : undefined],
    [words.tries, row.attempts > 0 && row.state !== 'open' ? String(row.attempts) : undefined],
    [words.personal, row.content === null ? undefined : agreed],
    [words.reference, row.reference],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

type Shown = Pick<Incoming<{ id: string }>, 'frame' | 'params'>;
/** The page as it stands; with what was typed and what is wrong with it, when there is any. */
async function show(
  ctx: Context,
  { frame, params }: Shown,
  refused?: { readonly typed: Typed; readonly error: AppError },
): Promise<Reply> {
  const { row, heard, said, services } = await openForwarded(ctx, params.id);
  const body = row.content?.description.replace(`[${row.reference}]`, '').trim() ?? '';
  const attributes = Object.fromEntries(
    Object.entries(row.content?.attributes ?? {}).map(([code, value]) => [code, [value].flat()[0] ?? '']),
  );
  const typed = refused?.typed ?? { service: row.content?.service ?? '', description: body, attributes, number: '' };
  const errors = refused ? [errorLine(ctx, refused.error)] : [];
  const status = refused === undefined ? 200 : refused.error.kind === 'conflict' ? 409 : 422;
  return html(
    <OneView
      frame={frame}
      row={row}
      who={await partnerName(ctx, row.partner)}
      trouble={troubleText(ctx, row)}
      facts={factsOf(ctx, row)}
      heard={heard.map(({ id, text, status: word, theirAt, at }) => ({
        ...{ key: id, label: timeText(ctx, theirAt ?? at) ?? '', value: [text, word].filter(Boolean).join(' · ') },
      }))}
      said={saidLines(ctx, said)}
      services={services}
      correctable={isCorrectable(row)}
      typed={typed}
      errors={errors}
    />,
    status,
  );
}

const fieldOf: Readonly<Record<string, string>> = {
  'federation.ask_first': 'ditanya',
  'federation.service_missing': 'layanan',
  'federation.number_missing': 'nomor',
};
function errorLine(ctx: Context, { code }: AppError): { field?: string; message: string } {
  const sentences: Readonly<Record<string, () => string>> = messagesFor(ctx.locale).errors;
  const field = Object.hasOwn(fieldOf, code) ? fieldOf[code] : undefined;
  return { message: sentences[code]?.() ?? code, ...(field ? { field } : {}) };
}

const one = definePage({
  method: 'GET',
  url: `${home}/:id`,
  access,
  params: Address,
  handle: (ctx, incoming) => show(ctx, incoming),
});

function typedIn(body: Typing): Typed {
  const attributes = Object.entries(body).flatMap(([name, value]) =>
    name.startsWith('a.') ? [[name.slice(2), String([value].flat()[0] ?? '')] as const] : [],
  );
  return {
    ...{ service: body.layanan, description: body.isi, number: body.nomor },
    attributes: Object.fromEntries(attributes),
  };
}

async function tried(ctx: Context, shown: Shown, body: Typing, work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || (error.kind !== 'invalid' && error.kind !== 'conflict')) throw error;
    return show(ctx, shown, { typed: typedIn(body), error });
  }
}

const send = definePage({
  method: 'POST',
  url: `${home}/:id`,
  access,
  params: Address,
  body: Typing,
  handle: (ctx, { frame, params, body }) =>
    tried(ctx, { frame, params }, body, async () => {
      const { service, description, attributes } = typedIn(body);
      const asked = body.ditanya !== undefined;
      await resend(ctx, { id: params.id, expectedVersion: body.versi, service, description, attributes, asked });
      return redirect(`${home}?selesai=resent`);
    }),
});

const number = definePage({
  method: 'POST',
  url: `${home}/:id/nomor`,
  access,
  params: Address,
  body: Typing,
  handle: (ctx, { frame, params, body }) =>
    tried(ctx, { frame, params }, body, async () => {
      await noteNumber(ctx, { id: params.id, expectedVersion: body.versi, number: body.nomor });
      return redirect(`${home}?selesai=noted`);
    }),
});
const numberAddress = definePage({
  method: 'GET',
  url: `${home}/:id/nomor`,
  access,
  params: Address,
  handle: async (_ctx, { params }) => redirect(`${home}/${params.id}`),
});

const told = definePage({
  method: 'POST',
  url: `${home}/:id/sampaikan`,
  access,
  params: Address,
  body: z.object({ kabar: z.uuid() }),
  handle: async (ctx, { params, body }) => {
    await noteTold(ctx, { id: params.id, said: body.kabar });
    return redirect(`${home}/${params.id}`);
  },
});
const toldAddress = definePage({
  method: 'GET',
  url: `${home}/:id/sampaikan`,
  access,
  params: Address,
  handle: async (_ctx, { params }) => redirect(`${home}/${params.id}`),
});

export const partnerRoutes: readonly Route[] = [list, one, send, numberAddress, number, toldAddress, told];
