// The fourteen components of a service standard (PermenPANRB 15/2014): six published, eight internal.
import type { Standard } from '../../definition/schema.ts';
import { type Locale, say } from '../../lib/locale.ts';
import { messagesFor } from './messages.ts';
import { durationText, feeSentence, sentence } from './promise.ts';
import type { ServiceSheet } from './sheet.ts';

export interface Component {
  readonly number: number; // 1 to 14, the regulation's order
  readonly name: string;
  readonly kind: 'text' | 'list' | 'steps';
  readonly lines: readonly string[]; // empty: not filled in
  readonly confirmed: boolean; // false: usual practice, no source
}

const published = 6; // components 1 to 6 must be public, 7 to 14 are the office's own
const internalKeys = ['sarana', 'kompetensi', 'pengawasan', 'pelaksana', 'jaminan', 'keamanan', 'evaluasi'] as const;
const evidenceKeys = ['persyaratan', 'prosedur', 'jangka_waktu', 'biaya'] as const;

export function componentsOf(sheet: ServiceSheet, locale: Locale): readonly Component[] {
  const { standard } = sheet.definition;
  const words = messagesFor(locale);
  const bodies: readonly Pick<Component, 'kind' | 'lines'>[] = [
    { kind: 'list', lines: sheet.requirements.map(requirementLine) },
    {
      kind: 'steps',
      lines: standard.procedure.map((step) => `${words.service.who[step.who]}: ${say(step.text, locale)}`),
    },
    { kind: 'text', lines: timeLines(standard, locale) },
    { kind: 'text', lines: [feeSentence(sheet.definition, locale)] },
    { kind: 'text', lines: [sentence(say(standard.product, locale))] },
    { kind: 'list', lines: complaintLines(sheet, locale) },
    { kind: 'list', lines: standard.legal },
    ...internalKeys.map((key) => ({ kind: 'text' as const, lines: internalLines(standard, key, locale) })),
  ];
  return bodies.map((body, index) => ({
    ...body,
    number: index + 1,
    name: words.standard.components[index] ?? '',
    confirmed: isConfirmed(standard, index + 1),
  }));
}

export function isPublished(component: Pick<Component, 'number'>): boolean {
  return component.number <= published;
}

/** Parts of the standard without a source; `*` stands for all of them. */
export function unconfirmedParts({ confidence, evidence }: Standard): string[] {
  if (confidence === 'typical') return ['*'];
  return Object.entries(evidence)
    .filter(([, state]) => state === 'typical')
    .map(([part]) => part);
}

function isConfirmed({ confidence, evidence }: Standard, number: number): boolean {
  const key = number > published + 1 ? 'komponen_internal' : evidenceKeys[number - 1];
  return confidence === 'sourced' && (key === undefined || evidence[key] !== 'typical');
}

function requirementLine(one: ServiceSheet['requirements'][number]): string {
  return [one.label, one.condition && `(${one.condition})`].filter(Boolean).join(' ');
}

function timeLines(standard: Standard, locale: Locale): string[] {
  const words = messagesFor(locale).standard;
  const { promise, promiseNote, legalLimit, legalLimitBasis } = standard;
  const limit = legalLimit && durationText(legalLimit, locale);
  return [
    sentence(durationText(promise, locale)),
    promiseNote ? sentence(say(promiseNote, locale)) : '',
    limit ? (legalLimitBasis ? words.limit(limit, legalLimitBasis) : words.limitPlain(limit)) : '',
  ].filter((line) => line !== '');
}

/** Every way to complain, the city's own first (UU 25/2009 Pasal 36 and 40). */
export function complaintLines({ channels, complaints }: ServiceSheet, locale: Locale): string[] {
  const own = complaints.service ? [messagesFor(locale).standard.complaintFirst(`/layanan/${complaints.service}`)] : [];
  return [
    ...own,
    ...channels.map(({ name, contact, hours }) =>
      [say(name, locale), contact, hours && say(hours, locale)].filter(Boolean).join(', '),
    ),
  ];
}

function internalLines({ internal }: Standard, key: string, locale: Locale): string[] {
  const text = internal[key];
  return text ? [sentence(say(text, locale))] : [];
}
