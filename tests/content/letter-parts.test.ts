// What a letter template may read is what a letter is given, part for part, and the region's templates read nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { letterParts, partsRead } from '../../src/definition/letter-parts.ts';
import type { LetterInputs } from '../../src/platform/pdf/letter-inputs.ts';

type Whole<T> = T extends readonly (infer One)[]
  ? readonly One[]
  : T extends object
    ? { readonly [Key in keyof T]-?: Whole<T[Key]> }
    : T;

const official = { onBehalfOf: '', acting: 'Plt.', title: '', name: '', rank: '', nip: '' } as const;
// Not a letter but its shape: the type refuses this when a part is missing, and when one is too many.
const everything: Whole<LetterInputs> = {
  paper: 'a4',
  letterhead: { lines: [], address: '', contact: '' },
  title: '',
  number: '',
  subject: '',
  legalBasis: [],
  opening: '',
  rows: [],
  table: { caption: '', columns: [], rows: [] },
  witnesses: [],
  provisions: { heading: '', items: [] },
  closing: '',
  addressee: { name: '', place: '' },
  reasons: [],
  objection: { heading: '', text: '', items: [] },
  confirmation: { heading: '', text: '', number: '', date: '', signer: official },
  place: '',
  date: '',
  signer: official,
  validUntil: '',
  copies: [],
  verification: { qr: '', url: '', id: '' },
  signerKind: 'test',
  footer: '',
};

const folder = 'regions/parepare/letters';
const files = readdirSync(folder).filter((name) => name.endsWith('.typ'));
const readBy = (name: string): string[] => partsRead(readFileSync(`${folder}/${name}`, 'utf8'));

describe('the parts of a letter', () => {
  it('that the compiler knows are those a letter is given', () => {
    const inner = (part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.keys(part).sort() : [];
    const given = Object.entries(everything).map(([part, value]) => [part, inner(value)]);
    const known = Object.entries(letterParts).map(([part, names]) => [part, [...names].sort()]);
    expect(Object.fromEntries(known)).toEqual(Object.fromEntries(given));
  });

  it.each(files)('that %s reads are known', (name) => {
    const read = readBy(name);
    expect(read).not.toEqual([]);
    const unknown = read.filter((part) => {
      const [head = '', tail] = part.split('.');
      const names = letterParts[head];
      return names === undefined || (tail !== undefined && names.length > 0 && !names.includes(tail));
    });
    expect(unknown).toEqual([]);
  });

  it('are each read by some template: none is promised and never printed', () => {
    const read = new Set(files.flatMap(readBy).map((part) => part.split('.')[0]));
    expect(Object.keys(letterParts).filter((part) => !read.has(part))).toEqual([]);
  });
});
