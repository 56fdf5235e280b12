import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../fields/types.ts';
import { documentsOnPath, waivedOnPath } from '../interview/documents.ts';
import { sampleDefinition, sampleEnv } from '../testing.ts';
import { askingsOf, lockedFields, wordOf } from './ask.ts';

const base = sampleDefinition();
const def = {
  ...base,
  registers: [{ register: 'population', ask: { nik: 'nik', name: 'nama' } }],
  documents: [
    {
      id: 'ktp',
      label: { id: 'KTP-el' },
      kind: 'file' as const,
      accept: ['jpg' as const],
      required: 'hard' as const,
      max: 1,
      waivedByRegister: 'population.match',
    },
  ],
};
const held = (answers: Answers, outcome: 'answered' | 'unavailable' = 'answered') =>
  Object.fromEntries(
    askingsOf(def, answers).map(({ register, key }) => [register, { key, outcome, statements: { match: true } }]),
  );
const person: Answers = { nik: '7372011708900001', nama: 'Baharuddin Contoh' };
const papers = (answers: Answers, kept: ReturnType<typeof held>) =>
  documentsOnPath(def, answers, { ...sampleEnv(), word: wordOf(askingsOf(def, answers), kept) });

describe('the word of a register', () => {
  test('makes a paper unnecessary while the answers stay', () => {
    expect(papers(person, held(person))).toEqual([]);
    const word = wordOf(askingsOf(def, person), held(person));
    expect(waivedOnPath(def, person, { ...sampleEnv(), word }).map(({ id }) => id)).toEqual(['ktp']);
  });

  test('lets the paper follow later while the register is down', () => {
    expect(papers(person, held(person, 'unavailable')).map(({ required }) => required)).toEqual(['soft']);
  });

  test('is not asked for before everything it needs is answered', () => {
    expect(askingsOf(def, { nik: '7372011708900001' })).toEqual([]);
  });

  test('never survives a change of the answers it came from', () => {
    const nik = fc.stringMatching(/^7372[0-9]{12}$/);
    const nama = fc.stringMatching(/^[A-Z][a-z]{1,12}( [A-Z][a-z]{1,12})?$/);
    const answers = fc.record({ nik, nama, jenis: fc.constantFrom('tetap', 'sementara') });
    fc.assert(
      fc.property(answers, answers, (before, after) => {
        const same = before.nik === after.nik && before.nama === after.nama;
        const kept = held(before);
        expect(papers(after, kept).length).toBe(same ? 0 : 1);
        expect(lockedFields(def, wordOf(askingsOf(def, after), kept)).size).toBe(0);
        const { nik: _, ...withoutNumber } = after;
        expect(papers(withoutNumber, kept).length).toBe(1);
      }),
    );
  });
});
