// The registers there are. A new one is a file beside this one and an entry here.

import type { FieldType } from '../schema.ts';
import { business } from './business.ts';
import { health } from './health.ts';
import { population } from './population.ts';
import { social } from './social.ts';
import { tax } from './tax.ts';
import type { RegisterDeclaration } from './types.ts';

export const registers: readonly RegisterDeclaration[] = [population, business, tax, social, health];

export function registerOf(name: string): RegisterDeclaration | undefined {
  return registers.find((register) => register.name === name);
}

/**
 * What a person's profile may hold, `profile.<fact>`, with the types of question it fills. A question with one of these
 * names and types is understood to mean the applicant.
 */
export const meanings: Readonly<Record<string, readonly FieldType[]>> = {
  nik: ['nik'],
  nama: ['name'],
  no_kk: ['no-kk'],
  hp: ['phone'],
  email: ['email', 'text'],
  wilayah: ['area'],
  alamat: ['address'],
  no_jkn: ['text'],
};

// Facts of registers that mean the same as one of a profile.
const sameMeaning: Readonly<Record<string, string>> = {
  'population.name': 'nama',
  'population.family-card': 'no_kk',
  'population.area': 'wilayah',
  'population.address': 'alamat',
  'health.member-number': 'no_jkn',
};

/** What a question means by its `prefill`; two questions with one meaning have one answer. */
export function meaningOf(prefill: string | undefined): string | undefined {
  if (prefill === undefined || prefill === 'never') return undefined;
  return prefill.startsWith('profile.') ? prefill.slice('profile.'.length) : (sameMeaning[prefill] ?? prefill);
}
