// Does a NIK fit the birth date and sex stated beside it? Only a hint: old numbers keep old mistakes (facts: NIK 5.2).
import type { FieldError } from '../../lib/errors.ts';
import { nikFacts, nikFitsBirthDate } from '../../lib/nik/nik.ts';
import { foldCase } from '../../lib/people-text/people-text.ts';
import type { Field } from '../schema.ts';
import { isBirthDate } from './date.ts';
import { optionLabel } from './options.ts';
import { type Answers, answerOf, type Env } from './types.ts';
import { labelOf, wordsOf } from './words.ts';

/** Warnings about NIKs on one page or in one row; `nik_ayah` is compared with `tgl_lahir_ayah`, never with another person's. */
export function crossCheck(fields: readonly Field[], answers: Answers, env: Env): FieldError[] {
  return fields
    .filter((field) => field.type === 'nik' && answerOf(answers, field.id) !== undefined)
    .flatMap((field) => checkOne(field, { fields, answers, env }));
}

interface Page {
  readonly fields: readonly Field[];
  readonly answers: Answers;
  readonly env: Env;
}

function checkOne(nikField: Field, page: Page): FieldError[] {
  const nik = answerOf(page.answers, nikField.id);
  const person = personOf(nikField.id, /^nik/);
  if (typeof nik !== 'string') return [];
  const words = wordsOf(page.env.locale).nik;
  const found: FieldError[] = [];
  for (const field of page.fields) {
    const answer = answerOf(page.answers, field.id);
    if (typeof answer !== 'string') continue;
    const params = { label: labelOf(field, page.env) };
    if (isBirthDate(field) && personOf(field.id, birthId) === person && !nikFitsBirthDate(nik, answer)) {
      found.push({ field: nikField.id, code: 'nik.birth_date', message: words.birthDate(params) });
    }
    if (
      field.type === 'choice' &&
      personOf(field.id, sexId) === person &&
      !fitsSex(nik, answer, { field, env: page.env })
    ) {
      found.push({ field: nikField.id, code: 'nik.sex', message: words.sex(params) });
    }
  }
  return found;
}

const birthId = /^(tgl|tanggal)[_-]?lahir|^birth[_-]?date/;
const sexId = /^(jenis[_-]?kelamin|jk|kelamin|sex|gender)(?=$|[_-])/;

// What is left of an id without the kind of fact: "" for `nik`, "ayah" for `nik_ayah`; undefined when it is no such fact.
function personOf(id: string, kind: RegExp): string | undefined {
  return kind.test(id) ? id.replace(kind, '').replace(/^[_-]/, '') : undefined;
}

function fitsSex(nik: string, answer: string, at: { field: Field; env: Env }): boolean {
  const stated = sexOf(answer) ?? sexOf(optionLabel(answer, at.field, 'id'));
  const facts = nikFacts(nik, at.env.today);
  return stated === undefined || facts === undefined || facts.sex === stated;
}

function sexOf(text: string): 'L' | 'P' | undefined {
  const plain = foldCase(text);
  if (/^(l|lk|laki|pria|male|m$)/.test(plain)) return 'L';
  return /^(p|pr|perempuan|wanita|female|f$)/.test(plain) && !plain.startsWith('pria') ? 'P' : undefined;
}
