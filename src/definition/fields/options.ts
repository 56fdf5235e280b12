// Finding the option a person means: its value, its label in either language, or its number in the list.
import { type Locale, say } from '../../lib/locale.ts';
import { asciiDigits, foldCase } from '../../lib/people-text/people-text.ts';
import type { Field, Option } from '../schema.ts';
import { shortText } from './raw.ts';

export function findOption(raw: unknown, field: Field): Option | undefined {
  const options = field.options ?? [];
  const exact = options.find((option) => option.value === raw);
  if (exact) return exact;
  const text = foldCase(shortText(raw, 200) ?? '');
  if (text === '') return undefined;
  return options.find((option) => namesOf(option).includes(text)) ?? byNumber(text, options);
}

/** "1 Tinggal tetap, 2 Tinggal sementara" */
export function numberedOptions(field: Field, locale: Locale): string {
  return (field.options ?? []).map((option, index) => `${index + 1} ${say(option.label, locale)}`).join(', ');
}

export function optionLabel(value: string, field: Field, locale: Locale): string {
  const option = field.options?.find((candidate) => candidate.value === value);
  return option === undefined ? value : say(option.label, locale);
}

function namesOf(option: Option): string[] {
  return [option.value, option.label.id, option.label.en ?? option.label.id].map(foldCase);
}

// On a keypad or in a chat people answer with the number; not when the options are numbers themselves.
function byNumber(text: string, options: readonly Option[]): Option | undefined {
  const digits = asciiDigits(text).replace(/[.)]$/, '');
  const ambiguous = options.some((option) => namesOf(option).some((name) => /^\d+$/.test(name)));
  return /^\d{1,2}$/.test(digits) && !ambiguous ? options[Number(digits) - 1] : undefined;
}
