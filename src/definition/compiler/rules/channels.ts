// Every question can be asked on every channel of the service, or goes another way that this service offers.
import { foldCase } from '../../../lib/people-text/people-text.ts';
import type { Field, Option } from '../../schema.ts';
import { spokenWay } from '../../spoken/index.ts';
import type { Path } from '../finding.ts';
import { allQuestions, type Scope } from '../scope.ts';

type Voice = 'phone' | 'sms';
const voices = { telepon: 'phone', sms: 'sms' } as const;
// A row of a WhatsApp list shows 24 letters; an SMS list line and a telephone ear bear no more either.
export const longestRow = 24;

export function checkChannels(scope: Scope): void {
  const voicesUsed = scope.def.channels.flatMap((channel) => (isVoice(channel) ? [voices[channel]] : []));
  for (const { field, path } of allQuestions(scope.def)) {
    for (const voice of new Set(voicesUsed)) checkAskable(scope, field, path, voice);
    checkOptionsHeard(scope, field, path);
    for (const [index, inner] of (field.fields ?? []).entries()) {
      for (const voice of new Set(voicesUsed)) checkAskable(scope, inner, [...path, 'fields', index], voice);
      checkOptionsHeard(scope, inner, [...path, 'fields', index]);
    }
  }
  if (voicesUsed.length > 0) checkDocumentsByVoice(scope);
}

function isVoice(channel: string): channel is keyof typeof voices {
  return Object.hasOwn(voices, channel);
}

/** `on: skip` of a required question, a file to be said aloud, or a link in a service that has no page to link to. */
function checkAskable(scope: Scope, field: Field, path: Path, voice: Voice): void {
  const way = wayOf(field, voice);
  const channel = voice === 'phone' ? { id: 'telepon', en: 'phone' } : { id: 'SMS', en: 'SMS' };
  const params = { field: field.id, type: field.type, channel };
  if (way === 'skip' && field.required && field.type !== 'info') scope.report('L24-X008', path, params);
  else if (way === 'ask' && field.type === 'file') scope.report('L24-X009', path, params);
  else if (way === 'link' && !hasPages(scope)) scope.report('L24-X009', path, params);
}

function wayOf(field: Field, voice: Voice): 'ask' | 'skip' | 'link' {
  if (voice === 'phone') return spokenWay(field);
  return field.on?.sms ?? field.on?.chat ?? (field.type === 'file' || field.type === 'location' ? 'link' : 'ask');
}

function hasPages({ def }: Scope): boolean {
  return def.channels.includes('web') || def.channels.includes('mobile');
}

function checkDocumentsByVoice(scope: Scope): void {
  if (hasPages(scope) || scope.def.channels.includes('loket')) return;
  for (const [index, document] of scope.def.documents.entries())
    if (document.kind === 'file' && document.required === 'hard')
      scope.report('L24-X010', ['documents', index], { document: document.id });
}

/** In a chat the words of an option answer it, on the phone they are heard: two of the same cannot be told apart. */
function checkOptionsHeard(scope: Scope, field: Field, path: Path): void {
  if (field.type !== 'choice' && field.type !== 'choices') return;
  const options = field.options ?? [];
  for (const [index, option] of options.entries()) {
    const twin = options.slice(0, index).find((other) => soundsLike(option, other));
    if (twin !== undefined)
      scope.report('L24-X011', [...path, 'options', index], {
        value: option.value,
        other: twin.value,
        field: field.id,
      });
  }
  const long = options.filter((option) => [...option.label.id].length > longestRow);
  const [first] = long;
  if (first !== undefined)
    scope.report('L24-X012', [...path, 'options', options.indexOf(first)], {
      field: field.id,
      count: long.length,
      limit: longestRow,
      label: first.label.id,
    });
}

function soundsLike(a: Option, b: Option): boolean {
  const names = (option: Option) => [option.label.id, option.label.en ?? ''].map(heard).filter(Boolean);
  return (
    names(a).some((name) => names(b).includes(name)) ||
    names(b).includes(heard(a.value)) ||
    names(a).includes(heard(b.value))
  );
}

function heard(text: string): string {
  return foldCase(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
