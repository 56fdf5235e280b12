import { describe, expect, test } from 'vitest';
import { fillPlaces, letterNumber, signatureHead, signerTitle, validUntil } from './rules.ts';

test('a number is shaped by its template', () => {
  const parts = { seq: 7, classification: '400.12.3.1', unit: 'LMP', month: 11, year: 2026 };
  expect(letterNumber('{kode}/{urut:000}/{unit}/{bulan_romawi}/{tahun}', parts)).toBe('400.12.3.1/007/LMP/XI/2026');
  expect(letterNumber('{urut}-{bulan}', { ...parts, seq: 1234 })).toBe('1234-11');
  expect(letterNumber('{urut:000}', { ...parts, seq: 1234 })).toBe('1234');
});

test.each([
  ['2026-11-23', 6, '2027-05-23'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-12-31', 12, '2027-12-31'],
])('a letter of %s valid for %i months runs until %s', (signedOn, months, until) => {
  expect(validUntil(signedOn, months)).toBe(until);
});

test('places are filled, and an empty one leaves no gap', () => {
  expect(fillPlaces('untuk keperluan {keperluan} di {kota}.', { kota: 'Parepare' })).toBe(
    'untuk keperluan di Parepare.',
  );
  expect(fillPlaces('{nama} benar', { nama: 'Andi' })).toBe('Andi benar');
});

describe('a signature in another place', () => {
  const official = { title: 'Kasi Pemerintahan Kelurahan Labukkang' };
  test.each([
    ['plh', { title: 'Lurah Lompoe', acting: 'Plh.' }, 'Plh. Lurah Lompoe'],
    ['plt', { title: 'Lurah Lompoe', acting: 'Plt.' }, 'Plt. Lurah Lompoe'],
    ['an', { title: official.title, onBehalfOf: 'Lurah Lompoe' }, `a.n. Lurah Lompoe, ${official.title}`],
  ] as const)('%s is headed as the rules on official letters say', (kind, head, line) => {
    const acting = { ...official, actingFor: { kind, post: 'Lurah Lompoe' } };
    expect(signatureHead(acting)).toEqual(head);
    expect(signerTitle(acting)).toBe(line);
  });

  test('one in the own office is headed by the own title', () => {
    expect([signatureHead(official), signerTitle(official)]).toEqual([official, official.title]);
  });
});
