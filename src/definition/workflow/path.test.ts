import { expect, test } from 'vitest';
import { sampleDefinition } from '../testing.ts';
import { wayAhead } from './path.ts';

const sample = sampleDefinition();

test('without a road the way ahead follows the forward actions to the end', () => {
  expect(wayAhead(sample, 'diperiksa')).toEqual(['diparaf', 'ditandatangani', 'selesai']);
  expect(wayAhead(sample, 'selesai')).toEqual([]);
});

test('the road the author drew is told, not the shortest way', () => {
  const drawn = { ...sample, workflow: { ...sample.workflow, road: ['diperiksa', 'ditandatangani', 'selesai'] } };
  expect(wayAhead(drawn, 'diperiksa')).toEqual(['ditandatangani', 'selesai']);
  expect(wayAhead(drawn, 'diparaf')).toEqual(['ditandatangani', 'selesai']);
  expect(wayAhead(drawn, 'selesai')).toEqual([]);
});
