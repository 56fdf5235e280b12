import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aPhoto } from '../../../tests/support/papers.ts';
import { placeInPhoto } from './exif.ts';

test('the position in a photo is read: degrees, minutes and seconds, south negative', async () => {
  const place = placeInPhoto(await aPhoto());
  expect(place?.lat).toBeCloseTo(-(4 + 30 / 3600), 6);
  expect(place?.long).toBeCloseTo(119 + 37 / 60, 6);
});

test('a photo without a position, and a file that is no photo, have none', async () => {
  const photo = await aPhoto();
  const cut = photo.subarray(0, 60);
  for (const bytes of [cut, Buffer.from('%PDF-1.7'), Buffer.alloc(0), Buffer.from([0xff, 0xd8, 0xff, 0xd9])])
    expect(placeInPhoto(bytes)).toBeUndefined();
});

test('whatever the bytes say, it answers with a point on earth or nothing', async () => {
  const photo = await aPhoto(40, 30);
  const change = fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 30 });
  fc.assert(
    fc.property(change, (changes) => {
      const bytes = Buffer.from(photo);
      for (const [at, value] of changes) bytes[at] = value;
      const place = placeInPhoto(bytes);
      expect(place === undefined || (Math.abs(place.lat) <= 90 && Math.abs(place.long) <= 180)).toBe(true);
    }),
  );
});
