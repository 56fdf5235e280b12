// Pure decisions of the hotline: what a case says for its row, when an answer is due, what of a text may stand on the board.
import { answerOf } from '../../definition/fields/types.ts';
import type { CaseRow, CaseState } from '../cases/index.ts';
import type { Found } from '../triage/index.ts';
import type { HeadRequest, Message, MessageFacts, MessageKind, MessageLevel, RequestEnd } from './types.ts';

export const kindValues: Readonly<Record<MessageKind, string>> = {
  complaint: 'keluhan',
  proposal: 'usul',
  thanks: 'terima-kasih',
};
export const levelValues: Readonly<Record<MessageLevel, string>> = { open: 'tidak', anonymous: 'anonim' };

/** No head of office has longer than 2 x 24 hours, whatever was chosen. */
const mostHours = 48;
const hourMs = 3_600_000;
export function dueAfterHours(askedAt: Date, chosen: unknown): Date {
  const hours = Number(chosen);
  const within = hours > 0 && hours < mostHours ? hours : mostHours;
  return new Date(askedAt.getTime() + within * hourMs);
}

/** Unread for two days counts as late as an office that did not answer; thanks are never late. */
type Waiting = Pick<Message, 'overdue' | 'state' | 'kind' | 'receivedAt'>;
export function isRed({ overdue, state, kind, receivedAt }: Waiting, now: Date): boolean {
  return (
    overdue || (state === 'masuk' && kind !== 'thanks' && now.getTime() - receivedAt.getTime() >= mostHours * hourMs)
  );
}

const redStates: readonly string[] = ['kembali', 'belum-cukup'];

const textAnswer = ({ answers }: Pick<CaseState, 'answers'>, id: string): string => {
  const value = answerOf(answers, id);
  return typeof value === 'string' ? value : '';
};
export const bodyOf = (state: Pick<CaseState, 'answers'>): string => textAnswer(state, 'isi');

export interface Sender {
  readonly name: string;
  readonly phone: string;
}
export const senderOf = (state: Pick<CaseState, 'answers'>): Sender => ({
  name: textAnswer(state, 'nama'),
  phone: textAnswer(state, 'hp'),
});

export function photosOf(state: Pick<CaseState, 'answers'>): string[] {
  const given = answerOf(state.answers, 'foto');
  return Array.isArray(given) ? given.map(String) : [];
}

/** `scan` finds what tells who somebody is. */
export function factsOf({ state }: CaseRow, scan: (text: string) => readonly Found[]): MessageFacts {
  const { name, phone } = senderOf(state);
  const body = bodyOf(state);
  const kind = textAnswer(state, 'jenis');
  return {
    kind: (Object.keys(kindValues) as MessageKind[]).find((known) => kindValues[known] === kind) ?? 'complaint',
    level: textAnswer(state, 'anonim') === levelValues.anonymous ? 'anonymous' : 'open',
    areaCode: textAnswer(state, 'wilayah') || null,
    body: withoutSender(body, name, scan(body)),
    photos: photosOf(state).length,
    named: name !== '',
    reachable: phone !== '',
    unitId: state.roleUnits['kadis'] ?? null,
    state: state.state,
    status: state.status,
    // Words on their way can be taken back, and need nobody.
    waitsForMayor:
      state.state !== 'akan-dibalas' &&
      state.tasks.some((task) => task.closedAt === undefined && task.role === 'wali-kota'),
    overdue: redStates.includes(state.state),
    closedAt: state.closedAt === undefined ? null : new Date(state.closedAt),
  };
}

const hidden = '•••';
const introduces = /(?:\bsaya|\batas nama|\ba\.?n\.?|\bbernama)\s*$/iu;

/** The text as it may stand on the board: the sender's own name, and every number and address in it, taken out. */
export function withoutSender(text: string, name: string, found: readonly Found[]): string {
  const mine = found.filter(({ kind, from, to }) => kind !== 'name' || isOwnName(text, from, to));
  const cut = [...mine]
    .sort((a, b) => b.from - a.from)
    .reduce((rest, { from, to }) => {
      return rest.slice(0, from) + hidden + rest.slice(to);
    }, text);
  return wordsOf(name).reduce((rest, word) => rest.replaceAll(wholeWord(word), hidden), cut);
}

/** Officials that are complained about stay named; "nama saya Siti" does not. */
function isOwnName(text: string, from: number, to: number): boolean {
  return introduces.test(text.slice(0, from)) || /^(?:nama saya|saya|atas nama|bernama)\b/iu.test(text.slice(from, to));
}

const wordsOf = (name: string): string[] => name.split(/[^\p{L}'’]+/u).filter((word) => word.length >= 3);
const wholeWord = (word: string): RegExp =>
  new RegExp(`(?<!\\p{L})${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'giu');

/** What a step of the case does to requests that are open. */
export const endsRequest: Readonly<Record<string, RequestEnd>> = {
  'tarik-satu': 'withdrawn',
  jawab: 'answered',
  jelaskan: 'answered',
  tarik: 'withdrawn',
  'bukan-dinas-saya': 'declined',
  teruskan: 'replaced',
  'minta-penjelasan': 'replaced',
  'terima-kasih': 'closed',
  balas: 'closed',
  cabut: 'closed',
};
export const asksHead: Readonly<Record<string, HeadRequest['what']>> = {
  teruskan: 'answer',
  tambah: 'answer',
  'minta-penjelasan': 'explanation',
};

/** Steps of one office among several that were asked: the others go on. */
const ofOneOffice: readonly string[] = ['jawab', 'jelaskan', 'bukan-dinas-saya', 'tarik-satu'];

/** Units whose request goes on after this step; undefined: none does. */
export function stillAsked({ asked }: Pick<CaseState, 'asked'>, step: string): string[] | undefined {
  if (asked === undefined || !ofOneOffice.includes(step)) return undefined;
  return asked.flatMap(({ role, unitId, done }) => (role === 'kadis' && done !== true ? [unitId] : []));
}

/** The question of each step that holds what was asked or said. */
export const textOfStep: Readonly<Record<string, string>> = {
  teruskan: 'catatan',
  tambah: 'catatan',
  'minta-penjelasan': 'pertanyaan',
  jawab: 'jawaban',
  jelaskan: 'penjelasan',
  'bukan-dinas-saya': 'alasan',
};
export function wordsOfStep({ records }: Pick<CaseState, 'records'>, step: string): string | null {
  const value = answerOf(records[step] ?? {}, textOfStep[step] ?? '');
  return typeof value === 'string' && value !== '' ? value : null;
}
