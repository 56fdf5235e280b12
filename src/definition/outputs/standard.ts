// The printed standard: the fourteen components of PermenPANRB 15/2014, from the definition alone.
import { type Locale, say } from '../../lib/locale.ts';
import { formatRupiah } from '../../lib/money/money.ts';
import { sayDuration } from '../compiler/durations.ts';
import { requirementsOf } from '../interview/documents.ts';
import type { ServiceDefinition } from '../schema.ts';
import { escaped, htmlDocument, list, outputWords, paragraph } from './html.ts';

const internalKeys = ['sarana', 'kompetensi', 'pengawasan', 'pelaksana', 'jaminan', 'keamanan', 'evaluasi'] as const;
const nowhere = { has: () => false, name: () => undefined, within: () => false };

export interface StandardPart {
  readonly title: string;
  readonly lines: readonly string[];
  readonly kind: 'list' | 'steps' | 'text';
}

/** The fourteen components in their order. */
export function standardParts(def: ServiceDefinition, locale: Locale): StandardPart[] {
  const words = outputWords(locale);
  const { standard } = def;
  const bodies: readonly Omit<StandardPart, 'title'>[] = [
    { kind: 'list', lines: requirementsOf(def, { today: '2026-01-01', locale, areas: nowhere }).map(requirement) },
    { kind: 'steps', lines: standard.procedure.map((step) => `${words.who[step.who]}: ${say(step.text, locale)}`) },
    { kind: 'text', lines: timeLines(def, locale) },
    { kind: 'text', lines: [feeText(def, locale)] },
    { kind: 'text', lines: [say(standard.product, locale)] },
    { kind: 'text', lines: [words.complaints] },
    { kind: 'list', lines: standard.legal },
    ...internalKeys.map((key) => ({ kind: 'text' as const, lines: [internalText(def, key, locale)] })),
  ];
  return bodies.map((body, index) => ({ ...body, title: words.components[index] ?? '' }));
}

export function standardHtml(def: ServiceDefinition, locale: Locale): string {
  return htmlDocument(locale, `${outputWords(locale).standard}: ${say(def.title, locale)}`, [
    paragraph(say(def.summary, locale)),
    ...standardParts(def, locale).map((part, index) => `<h2>${index + 1}. ${escaped(part.title)}</h2>${bodyOf(part)}`),
  ]);
}

function bodyOf({ kind, lines }: StandardPart): string {
  return kind === 'text' ? lines.map(paragraph).join('') : list(lines, kind === 'steps' ? 'ol' : 'ul');
}

function requirement(one: { label: string; condition?: string }): string {
  return one.condition === undefined ? one.label : `${one.label} (${one.condition})`;
}

function timeLines({ standard }: ServiceDefinition, locale: Locale): string[] {
  const { promise, promiseNote, legalLimit, legalLimitBasis } = standard;
  const limit = legalLimit === undefined ? '' : `${say(sayDuration(legalLimit), locale)} (${legalLimitBasis ?? ''})`;
  const note = promiseNote === undefined ? '' : say(promiseNote, locale);
  return [say(sayDuration(promise), locale), note, limit].filter((line) => line !== '');
}

function feeText({ standard }: ServiceDefinition, locale: Locale): string {
  const words = outputWords(locale);
  const { amount, legal, note } = standard.fee;
  const price = amount === null ? words.tariff : amount === 0 ? words.free : formatRupiah(amount);
  return [price, legal ?? '', note === undefined ? '' : say(note, locale)].filter(Boolean).join('. ');
}

function internalText({ standard }: ServiceDefinition, key: string, locale: Locale): string {
  const text = Object.hasOwn(standard.internal, key) ? standard.internal[key] : undefined;
  return text === undefined ? outputWords(locale).missing : say(text, locale);
}
