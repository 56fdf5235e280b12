import { expect, test } from 'vitest';
import { distanceFrom, readVisit, totalsOf } from './rules.ts';

test('a visit says what was done, how long, and with what', () => {
  const { content, wrong } = readVisit(
    {
      dikerjakan: ' Lampu  diganti.\r\nKabel dirapikan. ',
      catatan: '',
      menit: '45 menit',
      bahan_1_apa: 'Lampu LED',
      bahan_1_banyak: '2',
      bahan_1_satuan: 'buah',
      bahan_3_apa: 'Kabel',
      bahan_3_banyak: '1,5',
      bahan_3_satuan: 'm',
    },
    undefined,
  );
  expect(wrong).toEqual([]);
  expect(content).toEqual({
    work: 'Lampu diganti.\nKabel dirapikan.',
    note: null,
    minutes: 45,
    materials: [
      { what: 'Lampu LED', amount: '2', unit: 'buah' },
      { what: 'Kabel', amount: '1,5', unit: 'm' },
    ],
  });
});

test('each mistake is told at its own question', () => {
  const { wrong } = readVisit({ dikerjakan: '', menit: 'sejam', bahan_2_banyak: '3' }, { afterPhotos: 0 });
  expect(wrong).toEqual([
    { field: 'dikerjakan', mistake: 'work_missing' },
    { field: 'menit', mistake: 'minutes_wrong' },
    { field: 'tanpa_foto', mistake: 'proof_missing' },
    { field: 'bahan_2_apa', mistake: 'material_nameless' },
  ]);
});

test('a day has 1440 minutes and no more', () => {
  expect(readVisit({ dikerjakan: 'x', menit: '1440' }, undefined).content.minutes).toBe(1440);
  expect(readVisit({ dikerjakan: 'x', menit: '1441' }, undefined).wrong).toMatchObject([{ field: 'menit' }]);
});

test('a photo or a reason is enough to say it is solved', () => {
  expect(readVisit({ dikerjakan: 'x' }, { afterPhotos: 1 }).wrong).toEqual([]);
  expect(readVisit({ dikerjakan: 'x', tanpa_foto: 'Kamera rusak' }, { afterPhotos: 0 }).wrong).toEqual([]);
});

test('the distance is whole metres, and unknown when either place is', () => {
  const reported = { lat: -4.012345, long: 119.623456 };
  expect(distanceFrom(reported, { lat: -4.012345, long: 119.623744 })).toBe(32);
  expect(distanceFrom(reported, undefined)).toBeNull();
  expect(distanceFrom({ lat: null, long: null }, { lat: -4, long: 119 })).toBeNull();
});

test('visits and their minutes are counted, those without minutes too', () => {
  expect(totalsOf([{ minutes: 40 }, { minutes: null }, { minutes: 15 }])).toEqual({ visits: 3, minutes: 55 });
});
