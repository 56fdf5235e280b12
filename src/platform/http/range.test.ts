import { expect, test } from 'vitest';
import { rangeOf } from './range.ts';

test('a player asks for the beginning, a middle, the end, or everything', () => {
  expect(rangeOf('bytes=0-', 1000)).toEqual({ from: 0, to: 999 });
  expect(rangeOf('bytes=100-199', 1000)).toEqual({ from: 100, to: 199 });
  expect(rangeOf('bytes=900-5000', 1000)).toEqual({ from: 900, to: 999 });
  expect(rangeOf('bytes=-100', 1000)).toEqual({ from: 900, to: 999 });
  expect(rangeOf('bytes=-5000', 1000)).toEqual({ from: 0, to: 999 });
  expect(rangeOf(undefined, 1000)).toBeUndefined();
});

test('what makes no sense is answered with the whole file, what lies behind its end with nothing', () => {
  for (const header of ['bytes=', 'bytes=-', 'bytes=a-b', 'lines=0-1', 'bytes=5-1', 'bytes=0-1,4-5'])
    expect([header, rangeOf(header, 1000)]).toEqual([header, undefined]);
  expect(rangeOf('bytes=1000-', 1000)).toBe('none');
  expect(rangeOf('bytes=-0', 1000)).toBe('none');
  expect(rangeOf('bytes=0-', 0)).toBe('none');
});
