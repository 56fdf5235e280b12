// A report by text messages alone: the questions of the service one by one, 112 at a word of danger, the number, and at the end the
// reporter's own yes or no. Transports (SMS, WhatsApp, e-mail) keep the conversation and carry the words.
import { createHash } from 'node:crypto';
import { answerDialogue, startDialogue } from '../../../definition/dialogue/dialogue.ts';
import type { DialogueEnv, DialogueMessage, DialogueState, DialogueTurn } from '../../../definition/dialogue/types.ts';
import type { Context } from '../../../platform/context.ts';
import { envOf } from '../../applications/index.ts';
import { performAction, type TrackedCase, trackCase } from '../../cases/index.ts';
import { getVersion, type ServiceVersion, versionForIntake } from '../../catalogue/index.ts';
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
 * @throws nothing for what a person may write; conflict when the service is closed.
 */
export async function converse(
  ctx: Context,
  conversation: Conversation | undefined,
  message: DialogueMessage & { readonly id: string },
): Promise<ChatTurn> {
  const wantsNew = /^(lapor|baru|report|new)$/i.test(message.text?.trim() ?? '');
  if (conversation?.trackingCode && !wantsNew) return afterwards(ctx, conversation, message);
  if (!conversation?.dialogue || conversation.trackingCode) return begin(ctx);
  const version = await getVersion(ctx, conversation.dialogue.version);
  const turn = answerDialogue(version.definition, conversation.dialogue, message, await chatEnv(ctx, version));
  return turn.done ? sent(ctx, { version, turn, id: message.id }) : { ...asked(ctx, turn, message.text) };
}

async function begin(ctx: Context): Promise<ChatTurn> {
  const version = await versionForIntake(ctx, await complaintService(ctx));
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
  const { number, trackingCode } = await reportAnswers(ctx, { version, answers, documents, key: id });
  const words = messagesFor(turn.state.language).chat;
  const link = `${ctx.config.publicUrl}/lacak/${trackingCode}`;
  return { conversation: { dialogue: turn.state, trackingCode }, replies: [words.received(number), link] };
}

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
  if (state.state !== 'menunggu-pelapor')
    return {
      conversation: kept,
      replies: [words.stands(number, stateOfCase(tracked, dialogue?.language ?? ctx.locale))],
    };
  const text = message.text?.trim() ?? '';
  const verdict = unsolved ? { solved: false, missing: text } : readVerdict(text);
  if (verdict === undefined) return { conversation: kept, replies: [words.solved(number)] };
  if (!verdict.solved && verdict.missing === '')
    return { conversation: { ...kept, unsolved: true }, replies: [words.missing] };
  await performAction(
    { ...ctx, actor: { kind: 'applicant' } },
    {
      number,
      requestId: createHash('sha256').update(`chat\n${trackingCode}\n${message.id}`).digest('hex'),
      command: verdict.solved
        ? { action: 'sudah-beres', recorded: {} }
        : { action: 'belum-beres', recorded: { kurang: verdict.missing } },
    },
  );
  return { conversation: kept, replies: [verdict.solved ? words.closed : words.reopened] };
}

function stateOfCase({ target, definition }: TrackedCase, locale: 'id' | 'en'): string {
  const label = definition.workflow.states[target.state.state]?.label;
  return label?.[locale] ?? label?.id ?? target.state.state;
}
