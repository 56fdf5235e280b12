// What a chat message may mean as the raw answer of a question. The first reading is what was typed: its error is the one
// every channel gives; the others are kinder guesses and count only when they are good answers.
import { asciiDigits, cleanLine, foldCase } from '../../lib/people-text/people-text.ts';
import { findOption } from '../fields/options.ts';
import type { Field } from '../schema.ts';
import { digitsFromWords, spokenChoice } from './spoken-numbers.ts';

const longestGuess = 200;

/** Readings of a text at a question, most literal first. */
export function readingsOf(text: string, field: Field): unknown[] {
  if (text.length > longestGuess) return [text];
  const said = cleanLine(text);
  switch (field.type) {
    case 'choice':
      return [text, ...optionGuess(said, field)];
    case 'choices':
      return [text, ...manyGuess(said, field)];
    case 'yesno':
      return [text, ...yesNoGuess(said)];
    case 'declaration':
      return [text, ...yesNoGuess(said)];
    case 'integer':
    case 'decimal':
    case 'money':
    case 'date':
    case 'nik':
    case 'no-kk':
    case 'npwp':
    case 'nib':
    case 'phone':
      return [text, digitsFromWords(said)];
    default:
      return [text];
  }
}

/** "0" is an answer where zero can be one: how many children, or an option called 0. */
export function zeroIsAnswer(field: Field): boolean {
  if (field.type === 'choice' || field.type === 'choices') return findOption('0', field) !== undefined;
  return ['integer', 'decimal', 'money'].includes(field.type) && (field.min ?? 0) <= 0;
}

/** Whether a text that looks like a command is the name of one of the question's options ("Ulang", "Bantuan"). */
export function namesOption(text: string, field: Field): boolean {
  return (field.type === 'choice' || field.type === 'choices') && findOption(text, field) !== undefined;
}

/** Options that are numbers themselves get no numbers before them: "2" must not mean two things. */
export function isNumbered(field: Field): boolean {
  const names = (field.options ?? []).flatMap((option) => [option.value, option.label.id, option.label.en ?? '']);
  return !names.some((name) => /^\d+$/.test(asciiDigits(name).trim()));
}

/** RT and RW in one message: "1/2", "RT 001 RW 002", "rw 2 rt 1", or one of them. */
export function readUnits(text: string): { rt: string | null; rw: string | null } {
  const said = asciiDigits(digitsFromWords(cleanLine(text.slice(0, longestGuess))));
  const rw = /\brw\D{0,3}(\d{1,6})/i.exec(said)?.[1];
  const rt = /\brt\D{0,3}(\d{1,6})/i.exec(said)?.[1];
  if (rt !== undefined || rw !== undefined) return { rt: rt ?? null, rw: rw ?? null };
  const halves = said.split(/\s*[/,;]\s*|\s+/).filter((half) => half !== '' && half !== '-');
  return { rt: halves[0] ?? said, rw: halves.slice(1).join(' ') || null };
}

function optionGuess(said: string, field: Field): string[] {
  const number = spokenChoice(said);
  if (number === undefined) return byWords(said, field);
  const option = isNumbered(field) ? field.options?.[Number(number) - 1] : findOption(number, field);
  return option === undefined ? [] : [option.value];
}

// One option, and only one, that has these words in it: "sementara" for "Tinggal sementara".
function byWords(said: string, field: Field): string[] {
  const wanted = foldCase(said);
  if (wanted.length < 3) return [];
  const names = (option: { label: { id: string; en?: string | undefined } }) =>
    [option.label.id, option.label.en ?? ''].map((name) => ` ${foldCase(name)} `);
  const found = (field.options ?? []).filter((option) => names(option).some((name) => name.includes(` ${wanted} `)));
  return found.length === 1 && found[0] !== undefined ? [found[0].value] : [];
}

function manyGuess(said: string, field: Field): unknown[] {
  if (/^(semua|semuanya|all)$/i.test(said)) return [(field.options ?? []).map((option) => option.value)];
  const asNumbers = digitsFromWords(said);
  const separator = /^[\d\s]+$/.test(asNumbers) ? /\s+/ : /\s*(?:[,;&+/]|\bdan\b|\band\b)\s*/;
  const items = asNumbers.split(separator).filter((item) => item !== '');
  return [items.map((item) => optionGuess(item, field)[0] ?? item)];
}

function yesNoGuess(said: string): string[] {
  const plain = said.replace(/[.)!\s]+$/, '');
  const number = spokenChoice(plain);
  if (number === '1' || plain === '\u{1f44d}') return ['ya'];
  return number === '2' || plain === '\u{1f44e}' ? ['tidak'] : [];
}
