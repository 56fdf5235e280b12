// The printed standard: the fourteen components of PermenPANRB 15/2014, from the definition alone.
import { type Locale, say } from '../../lib/locale.ts';
import { formatRupiah } from '../../lib/money/money.ts';
import { sayDuration } from '../compiler/durations.ts';
import { requirementsOf } from '../interview/documents.ts';
import type { ServiceDefinition } from '../schema.ts';
import { escaped, htmlDocument, list, outputWords, paragraph } from './html.ts';

const internalKeys = ['sarana', 'kompetensi', 'pengawasan', 'pelaksana', 'jaminan', 'keamanan', 'evaluasi'] as const;
const nowhere = { has: () => false, name: () => undefined, within: () => false };

export function standardHtml(def: ServiceDefinition, locale: Locale): string {
  const words = outputWords(locale);
  const bodies = [
    list(requirementsOf(def, { today: '2026-01-01', locale, areas: nowhere }).map(requirement)),
    list(
      def.standard.procedure.map((step) => `${words.who[step.who]}: ${say(step.text, locale)}`),
      'ol',
    ),
    timeBody(def, locale),
    paragraph(feeText(def, locale)),
    paragraph(say(def.standard.product, locale)),
    paragraph(words.complaints),
    list(def.standard.legal),
    ...internalKeys.map((key) => internalBody(def, key, locale)),
  ];
  return htmlDocument(locale, `${words.standard}: ${say(def.title, locale)}`, [
    paragraph(say(def.summary, locale)),
    ...bodies.map((body, index) => `<h2>${index + 1}. ${escaped(words.components[index] ?? '')}</h2>${body}`),
  ]);
}

function requirement(one: { label: string; condition?: string }): string {
  return one.condition === undefined ? one.label : `${one.label} (${one.condition})`;
}

function timeBody({ standard }: ServiceDefinition, locale: Locale): string {
  const { promise, promiseNote, legalLimit, legalLimitBasis } = standard;
  const limit = legalLimit === undefined ? '' : `${say(sayDuration(legalLimit), locale)} (${legalLimitBasis ?? ''})`;
  const note = promiseNote === undefined ? '' : say(promiseNote, locale);
  return [say(sayDuration(promise), locale), note, limit].map(paragraph).join('');
}

function feeText({ standard }: ServiceDefinition, locale: Locale): string {
  const words = outputWords(locale);
  const { amount, legal, note } = standard.fee;
  const price = amount === null ? words.tariff : amount === 0 ? words.free : formatRupiah(amount);
  return [price, legal ?? '', note === undefined ? '' : say(note, locale)].filter(Boolean).join('. ');
}

function internalBody({ standard }: ServiceDefinition, key: string, locale: Locale): string {
  const text = Object.hasOwn(standard.internal, key) ? standard.internal[key] : undefined;
  return paragraph(text === undefined ? outputWords(locale).missing : say(text, locale));
}
