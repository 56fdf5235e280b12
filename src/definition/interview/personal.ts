// Which answers tell who somebody is, and how they look to people who need not know.
import { isBirthDate } from '../fields/date.ts';
import { type Answer, type Answers, isRecord, partOf } from '../fields/types.ts';
import type { Field, FieldType, ServiceDefinition } from '../schema.ts';

const personalTypes: ReadonlySet<FieldType> = new Set([
  'nik',
  'no-kk',
  'npwp',
  'phone',
  'email',
  'name',
  'address',
  'location',
]);

/** UU 27/2022 art. 4: what identifies a person. The definition may decide otherwise with `personal`. */
export function isPersonal(field: Field): boolean {
  if (field.personal !== undefined) return field.personal;
  if (field.type === 'group') return (field.fields ?? []).some(isPersonal);
  return personalTypes.has(field.type) || isBirthDate(field);
}

/** The answers that tell nobody who it is. */
export function withoutPersonal(definition: ServiceDefinition, answers: Answers): Answers {
  const questions = [
    ...definition.eligibility.map((rule) => rule.ask),
    ...definition.form.flatMap((page) => page.fields),
  ];
  const personal = new Set(questions.filter(isPersonal).map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !personal.has(id)));
}

/** A value with only enough left to recognise one's own: 7372********0001, 0812****7890, a***@contoh.com. */
export function mask(value: Answer, type: FieldType): string {
  if (typeof value !== 'string') return isRecord(value) ? maskAddress(partOf(value, 'street')) : '****';
  switch (type) {
    case 'nik':
    case 'no-kk':
    case 'npwp':
    case 'nib':
      return keepEnds(value, 4, 4);
    case 'phone':
      return keepEnds(value.startsWith('+62') ? `0${value.slice(3)}` : value, 4, 4);
    case 'email':
      return `${[...value][0] ?? ''}***${value.slice(Math.max(0, value.lastIndexOf('@')))}`;
    case 'name':
      return maskName(value);
    case 'date':
      return `${value.slice(0, 4)}-**-**`;
    default:
      return '****';
  }
}

/** "Andi Tenri, S.Pd." as "Andi T.": enough to call somebody, not enough to find them. Titles are left out. */
export function shortName(name: string): string {
  const words = (name.split(',')[0] ?? '').split(' ').filter((word) => /\p{L}/u.test(word));
  const plain = words.filter((word) => !/^\p{L}{1,4}\.$/u.test(word));
  const [first, second] = plain.length > 0 ? plain : words;
  if (first === undefined) return '';
  const initial = second === undefined ? undefined : /\p{L}/u.exec(second)?.[0];
  return initial === undefined ? first : `${first} ${initial.toUpperCase()}.`;
}

/** "Andi Tenri" as "Andi T."; a name of one word as "M*****": it would otherwise be the whole name. */
function maskName(name: string): string {
  const short = shortName(name);
  return short.includes(' ') ? short : `${[...short][0] ?? ''}*****`;
}

function keepEnds(text: string, head: number, tail: number): string {
  const hidden = text.length - head - tail;
  return hidden < 2 ? '*'.repeat(text.length) : text.slice(0, head) + '*'.repeat(hidden) + text.slice(-tail);
}

function maskAddress(street: unknown): string {
  return typeof street === 'string' ? `${[...street].slice(0, 4).join('')}****` : '****';
}
