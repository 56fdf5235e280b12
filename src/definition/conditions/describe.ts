// A condition as a sentence an official and an applicant can read.
import { type Locale, say } from '../../lib/locale.ts';
import { formatRupiah } from '../../lib/money/money.ts';
import { formatDay } from '../../lib/people-dates/people-dates.ts';
import { fieldsById } from '../fields/find.ts';
import { formatNumber } from '../fields/numbers.ts';
import { optionLabel } from '../fields/options.ts';
import type { AreaLookup } from '../fields/types.ts';
import { inSentence, wordsOf } from '../fields/words.ts';
import { readYesNo } from '../fields/yesno.ts';
import type { Messages } from '../messages.id.ts';
import type { Condition, Field, ServiceDefinition, Test } from '../schema.ts';
import { isNamed, shapeOf } from './shape.ts';

/** What makes a sentence better: with `areas` a code is printed as the area's name. */
export interface DescribeOptions {
  readonly locale: Locale;
  readonly areas?: AreaLookup;
}
interface Speaker extends DescribeOptions {
  readonly words: Messages['condition'];
  readonly fields: ReadonlyMap<string, Field>;
  readonly named: NonNullable<ServiceDefinition['conditions']>;
}
type Scalar = string | number | boolean;

/** "jika Jenis domisili adalah Tinggal sementara". A locale alone is enough. */
export function describe(condition: Condition, def: ServiceDefinition, options: Locale | DescribeOptions): string {
  const chosen = typeof options === 'string' ? { locale: options } : options;
  const words = wordsOf(chosen.locale).condition;
  return words.if({
    phrase: phrase(condition, { ...chosen, words, fields: fieldsById(def), named: def.conditions ?? {} }),
  });
}

function phrase(condition: Condition, to: Speaker): string {
  const label = nameOf(condition, to);
  if (label !== undefined) return label;
  const shape = shapeOf(condition);
  switch (shape.kind) {
    case 'all':
      return shape.parts.map((part) => bracketed(part, 'any', to)).join(to.words.and);
    case 'any':
      return shape.parts.map((part) => bracketed(part, 'all', to)).join(to.words.or);
    case 'not':
      return to.words.not({ phrase: phrase(shape.part, to) });
    case 'tests':
      return shape.tests.flatMap(([id, test]) => testPhrases(id, test, to)).join(to.words.and);
  }
}

/** The words an author gave a condition: "usaha besar". */
function nameOf(condition: Condition, to: Speaker): string | undefined {
  if (!isNamed(condition) || !Object.hasOwn(to.named, condition.use)) return undefined;
  const named = to.named[condition.use];
  return named && inSentence(say(named.label, to.locale));
}

// "dan" inside "atau" (and the other way round) needs brackets to have one meaning.
function bracketed(part: Condition, mixed: 'all' | 'any', to: Speaker): string {
  const shape = shapeOf(part);
  const several = shape.kind === 'tests' ? shape.tests.length : shape.kind === 'not' ? 1 : shape.parts.length;
  const kind = shape.kind === 'tests' ? 'all' : shape.kind;
  const text = phrase(part, to);
  if (nameOf(part, to) !== undefined) return text;
  return several > 1 && kind === mixed ? `(${text})` : text;
}

function testPhrases(id: string, test: Test, to: Speaker): string[] {
  const field = to.fields.get(id);
  const label = field === undefined ? id : labelInCondition(field, to.locale);
  const value = (scalar: Scalar) => valueInCondition(scalar, field, to);
  const { words } = to;
  return [
    test.is === undefined ? '' : isPhrase(test.is, { field, label, negated: false }, to),
    test.isNot === undefined ? '' : isPhrase(test.isNot, { field, label, negated: true }, to),
    test.in === undefined ? '' : inPhrase(label, test.in.map(value), words),
    test.gt === undefined ? '' : words.gt({ label, value: value(test.gt) }),
    test.lt === undefined ? '' : words.lt({ label, value: value(test.lt) }),
    test.after === undefined ? '' : words.after({ label, value: dayInCondition(test.after, to) }),
    test.before === undefined ? '' : words.before({ label, value: dayInCondition(test.before, to) }),
    test.within === undefined ? '' : words.within({ label, value: to.areas?.name(test.within) ?? test.within }),
    test.answered === undefined ? '' : words[test.answered ? 'answered' : 'unanswered']({ label }),
  ].filter((part) => part !== '');
}

function inPhrase(label: string, values: readonly string[], words: Speaker['words']): string {
  const list = values.join(words.or);
  return label.startsWith('"') ? words.answeredWith({ label, value: list }) : words.in({ label, values: list });
}

interface Subject {
  readonly field: Field | undefined;
  readonly label: string;
  readonly negated: boolean;
}

function isPhrase(expected: Scalar, subject: Subject, to: Speaker): string {
  const { field, label, negated } = subject;
  const { words } = to;
  const value = valueInCondition(expected, field, to);
  switch (field?.type) {
    case 'declaration': {
      const statement = say(field.label, to.locale);
      return words[readYesNo(expected) === negated ? 'notAgreed' : 'agreed']({ label: statement });
    }
    case 'yesno': {
      const answers = wordsOf(to.locale).yesno;
      const answer = readYesNo(expected) === negated ? answers.no : answers.yes;
      return words.answeredWith({ label, value: inSentence(answer) });
    }
    case 'choices':
      return words[negated ? 'excludes' : 'includes']({ label, value });
    default:
      if (label.startsWith('"')) return words[negated ? 'answeredOther' : 'answeredWith']({ label, value });
      return words[negated ? 'isNot' : 'is']({ label, value });
  }
}

function labelInCondition(field: Field, locale: Locale): string {
  const label = say(field.label, locale);
  return label.endsWith('?') ? `"${label}"` : label;
}

function valueInCondition(scalar: Scalar, field: Field | undefined, to: Speaker): string {
  switch (field?.type) {
    case 'choice':
    case 'choices':
      return optionLabel(String(scalar), field, to.locale);
    case 'money':
      return typeof scalar === 'number' ? formatRupiah(scalar) : String(scalar);
    case 'date':
      return typeof scalar === 'string' ? dayInCondition(scalar, to) : String(scalar);
    case 'area':
      return to.areas?.name(String(scalar)) ?? String(scalar);
    default:
      return typeof scalar === 'number' ? formatNumber(scalar, to) : String(scalar);
  }
}

function dayInCondition(limit: string, to: Speaker): string {
  const match = /^today(?:([+-])(\d+)([dmy]))?$/.exec(limit.replaceAll(' ', ''));
  if (!match) return formatDay(limit, to.locale);
  const unit = match[3];
  if (unit !== 'd' && unit !== 'm' && unit !== 'y') return wordsOf(to.locale).date.today;
  return to.words.distance({ count: Number(match[2]), unit, past: match[1] === '-' });
}
