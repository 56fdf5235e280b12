// One message, for the mayor's people and for the head who was asked: what it says, what happened, what may be done.
import { answerOf } from '../../../definition/fields/types.ts';
import { groupCaseNumber } from '../../../lib/case-number.ts';
import { formatPhone } from '../../../lib/phone/phone.ts';
import type { Context } from '../../../platform/context.ts';
import { html, type Incoming, type Reply } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import type { SelectOption } from '../../../ui/index.ts';
import { listOfficers } from '../../identity/index.ts';
import { headedUnits } from '../access.ts';
import { messagesFor } from '../messages.ts';
import { photosOf } from '../rules.ts';
import type { HeadStep, MayorStep } from '../service/act.ts';
import { mayAddHead } from '../service/act.ts';
import { type Opened, openMessage } from '../service/board.ts';
import type { Revealed } from '../service/reveal.ts';
import { headAddresses } from '../service/tell-heads.ts';
import type { HeadRequest } from '../types.ts';
import { boardUrl, headUrl } from '../views/addresses.ts';
import type { MessageViewProps } from '../views/message-props.ts';
import { MessageView } from '../views/message-view.tsx';
import { RequestNote } from '../views/request-note.tsx';
import { doneOf } from './done.ts';
import { momentOf, type Names, namesOf, senderWord, standingOf, tapsOf, telOf } from './present.ts';

export interface Showing {
  readonly number: string;
  readonly as: 'mayor' | 'head';
  readonly status?: number | undefined;
  readonly open?: string | undefined; // which form is open
  readonly flash?: MayorStep | HeadStep | undefined;
  readonly revealed?: Revealed | undefined;
  readonly typed?: MessageViewProps['typed'];
  readonly moved?: boolean | undefined; // somebody else was faster: the text is kept
}

/** What the sender and the mayor said; what heads said stands with what they were asked. */
const said = [
  ['belum-cukup', 'kurang', 'notEnough'],
  ['terima-kasih', 'ucapan', 'thanks'],
  ['balas', 'balasan', 'reply'],
] as const;

function wordsSaid(ctx: Context, { target }: Opened): MessageViewProps['said'] {
  const words = messagesFor(ctx.locale).message;
  return said.flatMap(([step, field, label]) => {
    const text = answerOf(target.state.records[step] ?? {}, field);
    return typeof text === 'string' && text !== '' ? [{ label: words[label], text }] : [];
  });
}

/** Until when, and how it ended. */
function linesOf(ctx: Context, request: HeadRequest): string[] {
  const words = messagesFor(ctx.locale).message;
  const { endedHow, endedAt } = request;
  return [
    words.due(momentOf(ctx, request.dueAt)),
    ...(request.returnedAt ? [words.returned] : []),
    ...(endedHow && endedAt ? [`${words.ended[endedHow]}. ${momentOf(ctx, endedAt)}`] : []),
  ];
}

/** A head reads what was written to that office, and of others only what the sender reads too. */
function saidOf(
  ctx: Context,
  { what, endedHow, asked, said }: HeadRequest,
  own: boolean,
): { label: string; text: string }[] {
  const words = messagesFor(ctx.locale).message;
  const answer = endedHow === 'declined' ? words.declined : what === 'answer' ? words.answer : words.explanation;
  return [
    ...(asked && own ? [{ label: what === 'answer' ? words.note : words.question, text: asked }] : []),
    ...(said && (own || (what === 'answer' && endedHow === 'answered')) ? [{ label: answer, text: said }] : []),
  ];
}

function storyOf(ctx: Context, { requests }: Opened, names: Names, as: 'mayor' | 'head'): MessageViewProps['story'] {
  const words = messagesFor(ctx.locale).message;
  const own = as === 'mayor' ? undefined : new Set(headedUnits(ctx.actor));
  return requests.map((request) => {
    return {
      id: request.id,
      title: words.asked[request.what](names.units.get(request.unitId)?.name ?? ''),
      time: momentOf(ctx, request.askedAt),
      note: (
        <RequestNote
          lines={linesOf(ctx, request)}
          said={saidOf(ctx, request, own === undefined || own.has(request.unitId))}
        />
      ),
      state: request.endedAt ? ('done' as const) : ('now' as const),
    };
  });
}

/** Offices with a head who could be asked. */
async function officesOf(ctx: Context, names: Names): Promise<SelectOption[]> {
  const heads = await listOfficers(ctx, { role: 'kadis' });
  const headed = new Set(
    heads.flatMap(({ memberships }) => memberships.flatMap((one) => (one.role === 'kadis' ? [one.unitId] : []))),
  );
  return [...names.units.values()]
    .filter((unit) => unit.active && headed.has(unit.id))
    .sort((a, b) => a.name.localeCompare(b.name, 'id'))
    .map((unit) => ({ value: unit.code, label: unit.name }));
}

function officeOf({ message }: Opened, names: Names): MessageViewProps['office'] {
  const id = message.unitId ?? message.suggestedUnit;
  const unit = id === null ? undefined : names.units.get(id);
  if (!unit) return undefined;
  return { code: unit.code, name: unit.short, full: unit.name, tel: telOf(unit) };
}

/** What this reader may do with it now. */
async function mayOf(
  ctx: Context,
  { target, requests }: Opened,
  names: Names,
): Promise<Pick<MessageViewProps, 'asked' | 'mayAdd' | 'explains' | 'mayAnswer'>> {
  const open = requests.filter(({ endedAt }) => endedAt === null);
  const own = new Set(headedUnits(ctx.actor));
  const mine = open.filter(({ unitId }) => own.has(unitId));
  return {
    asked: open.flatMap(({ unitId }) => names.units.get(unitId) ?? []).map(({ code, name }) => ({ code, name })),
    mayAdd: open.every(({ what }) => what === 'answer') && (await mayAddHead(ctx, target)),
    explains: mine.some(({ what }) => what === 'explanation'),
    mayAnswer: mine.length > 0,
  };
}

/** True when somebody reads the e-mail that a head was asked. */
async function toldOf(ctx: Context, { requests }: Opened): Promise<boolean> {
  const last = requests.at(-1);
  return last === undefined || (await headAddresses(ctx, last.unitId)).length > 0;
}

const photoUrl = (number: string, uploadId: string): string => `/petugas/berkas/${number}/dokumen/foto/${uploadId}`;

export async function showMessage(ctx: Context, { frame }: Pick<Incoming, 'frame'>, showing: Showing): Promise<Reply> {
  const opened = await openMessage(ctx, showing.number);
  const { message, target, requests } = opened;
  const names = await namesOf(ctx);
  const words = messagesFor(ctx.locale).message;
  const { revealed, flash, typed } = showing;
  const office = officeOf(opened, names);
  const taps = showing.as === 'mayor' ? tapsOf({ message, requests }, names) : undefined;
  const told = office === undefined || (await toldOf(ctx, opened));
  const channels: Readonly<Record<string, string>> = words.channels;
  const view = (
    <MessageView
      frame={frame}
      as={showing.as}
      base={showing.as === 'mayor' ? `${boardUrl}/pesan/${message.number}` : `${headUrl}/${message.number}`}
      number={groupCaseNumber(message.number)}
      standing={standingOf(ctx, { message, requests }, names)}
      body={message.body}
      photos={photosOf(target.state).map((uploadId) => photoUrl(message.number, uploadId))}
      facts={[
        { label: words.received, value: momentOf(ctx, message.receivedAt) },
        ...(message.areaCode ? [{ label: words.area, value: names.areas.name(message.areaCode) ?? '' }] : []),
        { label: words.channel, value: channels[message.channel] ?? message.channel },
        { label: words.sender, value: senderWord(ctx, message) },
      ]}
      said={wordsSaid(ctx, opened)}
      story={storyOf(ctx, opened, names, showing.as)}
      state={message.state}
      taps={taps}
      {...(await mayOf(ctx, opened, names))}
      anonymous={message.level === 'anonymous'}
      offices={showing.as === 'mayor' ? await officesOf(ctx, names) : []}
      office={office}
      seen={message.movedAt.toISOString()}
      requestId={typed?.requestId ?? newId()}
      open={showing.open ?? typed?.step}
      done={flash && (await doneOf(ctx, { message, requests, names, step: flash, told }))}
      moved={showing.moved === true}
      typed={typed}
      revealed={
        revealed && {
          name: revealed.name,
          text: revealed.text,
          phone: revealed.phone === '' ? '' : formatPhone(revealed.phone),
          tel: revealed.phone === '' ? undefined : `tel:${revealed.phone}`,
        }
      }
    />
  );
  return html(view, showing.status ?? 200);
}
