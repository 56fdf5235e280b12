// A report by text messages alone: the questions of the service one by one, 112 at a word of danger, the number, and at the end the
// reporter's own yes or no. Transports (SMS, WhatsApp, e-mail) keep the conversation and carry the words.
import { createHash } from 'node:crypto';
import { answerDialogue, startDialogue } from '../../../definition/dialogue/dialogue.ts';
import type { DialogueEnv, DialogueMessage, DialogueState, DialogueTurn } from '../../../definition/dialogue/types.ts';
import type { Context } from '../../../platform/context.ts';
import { envOf } from '../../applications/index.ts';
import { performAction, type TrackedCase, trackCase } from '../../cases/index.ts';
import { getVersion, refuseChannel, type ServiceVersion, versionForIntake } from '../../catalogue/index.ts';
import { hotlineService, sendAnswers } from '../../hotline/index.ts';
import { areaLookup } from '../../organisation/index.ts';
import { dangerIn } from '../../triage/index.ts';
import { messagesFor } from '../messages.ts';
import { readVerdict } from '../rules.ts';
import { reportAnswers } from './report.ts';
import { complaintService } from './setting.ts';

/** Plain JSON that a transport keeps between two messages; the tracking code is a secret of the reporter's. */
export interface Conversation {
  readonly dialogue?: DialogueState;
  readonly trackingCode?: string; // of the report it led to
  readonly unsolved?: boolean; // said "not solved" and is asked what is missing
}
export interface ChatTurn {
  readonly conversation: Conversation;
  readonly replies: readonly string[];
}

/**
 * What one message of a person leads to. `id` is the transport's own name of the message: the same one twice is one report and one answer.
 * @throws nothing for what a person may write; conflict when the service is closed, invalid when it takes no reports by chat.
 */
export async function converse(
  ctx: Context,
  conversation: Conversation | undefined,
  message: DialogueMessage & { readonly id: string },
): Promise<ChatTurn> {
  const wantsNew = /^(lapor|baru|report|new)$/i.test(message.text?.trim() ?? '');
  if (wantsMayor(conversation, message.text)) {
    const service = await hotlineService(ctx);
    if (service !== undefined) return begin(ctx, service);
  }
  if (conversation?.trackingCode && !wantsNew) return afterwards(ctx, conversation, message);
  if (!conversation?.dialogue || conversation.trackingCode) return beginReport(ctx);
  const version = await getVersion(ctx, conversation.dialogue.version);
  const turn = answerDialogue(version.definition, conversation.dialogue, message, await chatEnv(ctx, version));
  return turn.done ? sent(ctx, { version, turn, id: message.id }) : { ...asked(ctx, turn, message.text) };
}

/** Said at the beginning or after the end; within a dialogue it is an answer like any other. */
function wantsMayor(conversation: Conversation | undefined, text = ''): boolean {
  const within = conversation?.dialogue !== undefined && conversation.trackingCode === undefined;
  const started = within && Object.keys(conversation.dialogue?.answers ?? {}).length > 0;
  return !started && /^(?:pesan )?(?:untuk )?(?:pak |bu )?(?:wali ?kota|mayor)[.]?$/i.test(text.trim());
}

/** A report, and how to write to the mayor instead. */
async function beginReport(ctx: Context): Promise<ChatTurn> {
  const turn = await begin(ctx, await complaintService(ctx));
  if ((await hotlineService(ctx)) === undefined) return turn;
  return { ...turn, replies: [messagesFor(ctx.locale).chat.mayor, ...turn.replies] };
}

async function begin(ctx: Context, service: string): Promise<ChatTurn> {
  const version = await versionForIntake(ctx, service);
  refuseChannel(ctx, version.definition, 'chat');
  const { state, replies } = startDialogue(version.definition, await chatEnv(ctx, version));
  return { conversation: { dialogue: state }, replies };
}

async function chatEnv(ctx: Context, version: ServiceVersion): Promise<DialogueEnv> {
  return { ...(await envOf(ctx)), areas: await areaLookup(ctx), version: version.id };
}

/** Danger is told at once, before the next question. */
function asked(ctx: Context, { state, replies }: DialogueTurn, text = ''): ChatTurn {
  const danger = dangerIn(text).length > 0 ? [messagesFor(state.language ?? ctx.locale).chat.danger] : [];
  return { conversation: { dialogue: state }, replies: [...danger, ...replies] };
}

async function sent(
  ctx: Context,
  given: { readonly version: ServiceVersion; readonly turn: DialogueTurn; readonly id: string },
): Promise<ChatTurn> {
  const { version, turn, id } = given;
  const { answers, documents } = turn.done ?? { answers: {}, documents: [] };
  const words = messagesFor(turn.state.language).chat;
  if (turn.state.service === (await hotlineService(ctx))) {
    const { number, trackingCode } = await sendAnswers(ctx, { answers, key: id });
    const link = `${ctx.config.publicUrl}/lacak/${trackingCode}`;
    return { conversation: { dialogue: turn.state, trackingCode }, replies: [words.mayorReceived(number), link] };
  }
  const { number, trackingCode } = await reportAnswers(ctx, { version, answers, documents, key: id });
  const link = `${ctx.config.publicUrl}/lacak/${trackingCode}`;
  return { conversation: { dialogue: turn.state, trackingCode }, replies: [words.received(number), link] };
}

/** Where whoever wrote is asked, and the steps that a yes and a no are. */
const verdicts = {
  'menunggu-pelapor': { ask: 'solved', yes: 'sudah-beres', no: 'belum-beres', closed: 'closed', reopened: 'reopened' },
  'menunggu-warga': {
    ask: 'enough',
    yes: 'cukup',
    no: 'belum-cukup',
    closed: 'mayorClosed',
    reopened: 'mayorReopened',
  },
} as const;
type Asking = (typeof verdicts)[keyof typeof verdicts];
const askingIn = (state: string): Asking | undefined =>
  state === 'menunggu-pelapor' || state === 'menunggu-warga' ? verdicts[state] : undefined;

async function afterwards(
  ctx: Context,
  conversation: Conversation,
  message: DialogueMessage & { readonly id: string },
): Promise<ChatTurn> {
  const { trackingCode = '', dialogue, unsolved } = conversation;
  const words = messagesFor(dialogue?.language ?? ctx.locale).chat;
  const tracked = await trackCase(ctx, trackingCode);
  const { number, state } = tracked.target;
  const kept = { ...(dialogue ? { dialogue } : {}), trackingCode };
  const asks = askingIn(state.state);
  if (asks === undefined)
    return {
      conversation: kept,
      replies: [words.stands(number, stateOfCase(tracked, dialogue?.language ?? ctx.locale))],
    };
  const text = message.text?.trim() ?? '';
  const verdict = unsolved ? { solved: false, missing: text } : readVerdict(text);
  if (verdict === undefined) return { conversation: kept, replies: [words[asks.ask](number)] };
  if (!verdict.solved && verdict.missing === '')
    return { conversation: { ...kept, unsolved: true }, replies: [words.missing] };
  await performAction(
    { ...ctx, actor: { kind: 'applicant' } },
    {
      number,
      requestId: createHash('sha256').update(`chat\n${trackingCode}\n${message.id}`).digest('hex'),
      command: verdict.solved
        ? { action: asks.yes, recorded: {} }
        : { action: asks.no, recorded: { kurang: verdict.missing } },
    },
  );
  return { conversation: kept, replies: [words[verdict.solved ? asks.closed : asks.reopened]] };
}

function stateOfCase({ target, definition }: TrackedCase, locale: 'id' | 'en'): string {
  const label = definition.workflow.states[target.state.state]?.label;
  return label?.[locale] ?? label?.id ?? target.state.state;
}
