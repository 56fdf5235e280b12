// A chat for tests: the sample service, a few kelurahan, and a person who types.

import type { ServiceDefinition } from '../schema.ts';
import { sampleAreas, sampleEnv } from '../testing.ts';
import { answerDialogue, startDialogue } from './dialogue.ts';
import type { DialogueEnv, DialogueMessage, DialogueTurn } from './types.ts';

const districts = [
  {
    code: '73.72.01',
    name: 'Bacukiki',
    areas: [
      { code: '73.72.01.1009', name: 'Lemoe' },
      { code: '73.72.01.1004', name: 'Lompoe' },
    ],
  },
  { code: '73.72.02', name: 'Ujung', areas: [{ code: '73.72.02.1001', name: 'Labukkang' }] },
  { code: '73.72.03', name: 'Soreang', areas: [{ code: '73.72.03.1001', name: 'Lakessi' }] },
];

export function dialogueEnv(change: Partial<DialogueEnv> = {}): DialogueEnv {
  return { ...sampleEnv(), version: 'v1', areas: { ...sampleAreas(), list: () => districts }, ...change };
}

/** Starts a dialogue and sends these messages; every state travels through JSON, as it does through storage. */
export function chat(
  def: ServiceDefinition,
  env: DialogueEnv,
  messages: readonly (string | DialogueMessage)[],
): DialogueTurn {
  return messages.reduce<DialogueTurn>((turn, message) => say({ def, env }, turn, message), startDialogue(def, env));
}

/** One more message. */
export function say(
  service: { def: ServiceDefinition; env: DialogueEnv },
  turn: DialogueTurn,
  message: string | DialogueMessage,
): DialogueTurn {
  const stored: DialogueTurn['state'] = JSON.parse(JSON.stringify(turn.state));
  return answerDialogue(service.def, stored, typeof message === 'string' ? { text: message } : message, service.env);
}
