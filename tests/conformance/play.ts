// A person who answers a chat, message by message, with answers prepared for every question.
import { answerDialogue, startDialogue } from '../../src/definition/dialogue/dialogue.ts';
import { rawAt } from '../../src/definition/dialogue/raw-path.ts';
import type { DialogueEnv, DialogueMessage, DialogueTurn } from '../../src/definition/dialogue/types.ts';
import type { ServiceDefinition } from '../../src/definition/schema.ts';
import type { Told } from './told.ts';

export interface Player {
  readonly told: ReadonlyMap<string, Told>; // by question
  readonly uploads: (document: string) => readonly string[];
  /** Called at every place before the good answer is given; what it does with the turn is its own business. */
  readonly visit?: (turn: DialogueTurn, path: string) => void;
}

const mostMessages = 600;

/** Plays until the application is confirmed or refused. Throws when a good answer is not taken. */
export function play(def: ServiceDefinition, env: DialogueEnv, player: Player): DialogueTurn {
  let turn = startDialogue(def, env);
  const used = new Map<string, number>();
  for (let count = 0; count < mostMessages; count += 1) {
    const { at } = turn.state;
    if (turn.done !== undefined || at.step === 'not-eligible') return turn;
    const path = at.step === 'review' ? 'review' : (at.path ?? '');
    if (at.step === 'ask' && !used.has(path)) player.visit?.(turn, path);
    const message = at.step === 'review' ? { text: 'KIRIM' } : next(player, turn, { path, used });
    turn = answerDialogue(def, turn.state, message, env);
    const refused = turn.errors.filter((error) => error.code !== 'eligibility.not_met');
    if (refused.length > 0) {
      throw new Error(`${def.service} ${path}: ${JSON.stringify(message)} was refused: ${JSON.stringify(refused)}`);
    }
  }
  throw new Error(`${def.service}: no end after ${mostMessages} messages, at ${JSON.stringify(turn.state.at)}`);
}

function next(player: Player, turn: DialogueTurn, at: { path: string; used: Map<string, number> }): DialogueMessage {
  const { path, used } = at;
  const index = used.get(path) ?? 0;
  used.set(path, index + 1);
  if (path.startsWith('dokumen:')) return paper(player, path.slice('dokumen:'.length), index);
  const [top = ''] = path.split('.');
  const told = player.told.get(top);
  if (path === `${top}.+`) {
    const rows = rawAt(turn.state.answers, [top]);
    const written = Array.isArray(rows) ? rows.length : 0;
    return { text: written < (told?.rows ?? 0) ? 'lagi' : written === 0 ? '-' : 'cukup' };
  }
  const message = told?.chat[path.slice(top.length)]?.[index];
  if (message === undefined) throw new Error(`nobody said what to answer at ${path} (${index})`);
  return message;
}

function paper(player: Player, document: string, index: number): DialogueMessage {
  const uploadId = player.uploads(document)[index];
  if (uploadId !== undefined) return { files: [{ uploadId }] };
  return { text: index === 0 ? 'nanti' : 'cukup' };
}

/** What a page would post for these answers. */
export function formBody(told: ReadonlyMap<string, Told>): Record<string, string | readonly string[]> {
  const body: Record<string, string | readonly string[]> = {};
  for (const [id, one] of told) {
    for (const [part, value] of Object.entries(one.form)) body[id + part] = value;
  }
  return body;
}

/** What a program would send for these answers. */
export function jsonBody(told: ReadonlyMap<string, Told>): Record<string, unknown> {
  const entries = [...told].flatMap(([id, one]) => (one.json === undefined ? [] : [[id, one.json] as const]));
  return Object.fromEntries(entries);
}
