import { expect, test } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { isDrawn } from './reinspect.ts';

test('about two in a hundred are drawn, always the same ones, none at zero and all at a hundred', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  const drawn = ids.filter((id) => isDrawn(id, 2));
  expect(drawn.length).toBeGreaterThan(280);
  expect(drawn.length).toBeLessThan(540);
  expect(ids.filter((id) => isDrawn(id, 2))).toEqual(drawn);
  expect(ids.some((id) => isDrawn(id, 0))).toBe(false);
  expect(ids.every((id) => isDrawn(id, 100))).toBe(true);
});
