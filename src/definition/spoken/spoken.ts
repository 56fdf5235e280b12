// A question as it is said by a person to a person, on the telephone or at a counter. The chat has its own prompts
// (`promptField`): a listener cannot scroll, and an officer does the typing.
import { type Locale, say } from '../../lib/locale.ts';
import { formatField } from '../fields/registry.ts';
import type { Env } from '../fields/types.ts';
import { asSentence, inSentence, wordsOf } from '../fields/words.ts';
import type { Field, FieldType } from '../schema.ts';
import { en } from './messages.en.ts';
import { id, type SpokenWords } from './messages.id.ts';

export type SpokenChannel = 'phone' | 'counter';
/** `link`: the caller answers it on a page of their own or at a counter; `skip`: this channel leaves it out. */
export type SpokenWay = 'ask' | 'link' | 'skip';

export interface SpokenQuestion {
  readonly say: string; // the whole of what the officer says, guidance included
  readonly options?: readonly string[]; // to read out or to pick from, in order
  readonly way: SpokenWay;
  /** The sentence that repeats an answer; nothing given is said too. `value` is the stored (typed) answer. */
  readBack(value: unknown): string;
}

export function spokenWords(locale: Locale): SpokenWords {
  return locale === 'en' ? en : id;
}

export function spokenQuestion(field: Field, env: Env, channel: SpokenChannel = 'phone'): SpokenQuestion {
  const options = optionsOf(field, env);
  return {
    say: sentencesOf(field, env, channel).join(' '),
    ...(options.length === 0 ? {} : { options }),
    way: spokenWay(field, channel),
    readBack: (value) => readBack(value, field, env),
  };
}

/** How a question is answered when there is only a voice: a file cannot be said, everything else can. */
export function spokenWay(field: Field, channel: SpokenChannel = 'phone'): SpokenWay {
  const told = field.on?.[channel];
  if (told !== undefined) return told;
  if (channel === 'counter') return 'ask';
  return field.type === 'file' || field.type === 'location' ? 'link' : 'ask';
}

/** "Anda" is written, "Bapak/Ibu" is said. */
export function spokenText(text: string, locale: Locale): string {
  return locale === 'en' ? text : text.replace(/\bAnda\b/gu, id.you).replace(/\banda\b/gu, id.you);
}

function sentencesOf(field: Field, env: Env, channel: SpokenChannel): string[] {
  const words = spokenWords(env.locale);
  const own = field.say?.[channel] ?? field.say?.phone;
  const hint = field.hint === undefined ? '' : asSentence(spokenText(say(field.hint, env.locale), env.locale));
  const optional = field.required || field.type === 'info' ? '' : words.optional;
  if (own !== undefined) {
    const list = field.type === 'choice' || field.type === 'choices' ? guides[field.type](field, env) : '';
    return [asSentence(spokenText(say(own, env.locale), env.locale)), list, optional].filter(Boolean);
  }
  return [asked(field, env), hint, guides[field.type](field, env), optional].filter(Boolean);
}

/** The label as a spoken question: a label that already asks is said as it stands, a noun is asked for. */
function asked(field: Field, env: Env): string {
  const { locale } = env;
  const words = spokenWords(locale);
  const label = spokenText(say(field.label, locale), locale).replace(/[.:]$/, '');
  const inner = inSentence(label);
  if (label.endsWith('?') || field.type === 'info') return asSentence(label);
  if (commands.test(label)) return asSentence(label);
  switch (field.type) {
    case 'yesno':
      return words.isIt({ label });
    case 'declaration':
      return words.true({ label: inner });
    case 'choice':
    case 'choices':
      return words.which({ label });
    case 'group':
      return words.list({ label: inner });
    case 'file':
    case 'location':
      return words.send({ label: inner });
    default:
      return words.tell({ label: inner });
  }
}

// Labels that already tell what to do.
const commands =
  /^(Isi|Tulis|Pilih|Sebutkan|Jelaskan|Ceritakan|Unggah|Kirim|Tandai|Write|Choose|Describe|Tell|Mark)\b/u;

type Guide = (field: Field, env: Env) => string;
const none: Guide = () => '';
const digits =
  (count: string): Guide =>
  (_field, env) =>
    spokenWords(env.locale).guide.digits({ count });
const fixed =
  (key: 'phone' | 'email' | 'name' | 'date' | 'number' | 'money' | 'area' | 'declaration'): Guide =>
  (_field, env) =>
    spokenWords(env.locale).guide[key];

const mostReadOut = 7;

// One entry for every type: a new type without its spoken guidance does not compile.
const guides: { readonly [T in FieldType]: Guide } = {
  text: none,
  'long-text': none,
  name: fixed('name'),
  nik: digits('16'),
  'no-kk': digits('16'),
  npwp: digits('15 / 16'),
  nib: digits('13'),
  phone: fixed('phone'),
  email: fixed('email'),
  date: fixed('date'),
  integer: fixed('number'),
  decimal: fixed('number'),
  money: fixed('money'),
  yesno: (field, env) => (say(field.label, env.locale).endsWith('?') ? spokenWords(env.locale).guide.yesno : ''),
  choice: (field, env) => listed(field, env, 'choice'),
  choices: (field, env) => listed(field, env, 'choices'),
  area: fixed('area'),
  address: (field, env) => {
    const { guide } = spokenWords(env.locale);
    return field.level === undefined ? guide.address : guide.addressFull;
  },
  location: (field, env) => {
    const { guide } = spokenWords(env.locale);
    return spokenWay(field) === 'link' ? guide.link : guide.place;
  },
  file: (_field, env) => spokenWords(env.locale).guide.link,
  declaration: fixed('declaration'),
  group: none,
  info: none,
};

function listed(field: Field, env: Env, key: 'choice' | 'choices'): string {
  const { guide, or, and } = spokenWords(env.locale);
  const options = optionsOf(field, env);
  if (options.length > mostReadOut) return guide.many({ count: options.length });
  return guide[key]({ list: enumerated(options, key === 'choice' ? or : and) });
}

/** "a, b, atau c" without the comma trick: two are joined by the word, more by commas and the word. */
function enumerated(items: readonly string[], word: string): string {
  const last = items.at(-1) ?? '';
  const head = items.slice(0, -1);
  return head.length === 0 ? last : `${head.join(', ')}${head.length > 1 ? ',' : ''}${word}${last}`;
}

function optionsOf(field: Field, env: Env): string[] {
  if (field.type === 'yesno') {
    const { yes, no } = wordsOf(env.locale).yesno;
    return [yes, no];
  }
  if (field.type !== 'choice' && field.type !== 'choices') return [];
  return (field.options ?? []).map((option) => spokenText(say(option.label, env.locale), env.locale));
}

function readBack(value: unknown, field: Field, env: Env): string {
  const words = spokenWords(env.locale);
  const label = spokenText(say(field.label, env.locale), env.locale).replace(/[?.:]$/, '');
  const text = spokenValue(value, field, env);
  return text === '' ? words.readBackNothing({ label }) : words.readBack({ label, value: text });
}

const numbered: ReadonlySet<FieldType> = new Set<FieldType>(['nik', 'no-kk', 'npwp', 'nib', 'phone']);

/** An answer to say aloud: long numbers in fours, lists joined by a word. */
export function spokenValue(value: unknown, field: Field, env: Env): string {
  const text = spokenText(formatField(value, field, env), env.locale).replace(/[.?]$/, '');
  return numbered.has(field.type) ? inFours(text) : text;
}

function inFours(text: string): string {
  const plain = text.replace(/\D/g, '');
  if (plain.length < 8) return text;
  const groups = plain.match(/\d{1,4}/g) ?? [];
  return `${text.startsWith('+') ? '+' : ''}${groups.join(' ')}`;
}
