import { expect, test } from 'vitest';
import { blocksOf, shapeGaps } from './blocks.ts';

test('blocks are found with their language and line', () => {
  expect(blocksOf('a\n```sh\necho 1\n\n```\nb\n```json\n{}\n```')).toEqual([
    { language: 'sh', text: 'echo 1\n', line: 2 },
    { language: 'json', text: '{}', line: 7 },
  ]);
});

test('a shape is missed when a name, a type or a list differs, not when a value does', () => {
  expect(shapeGaps({ a: 1, b: [{ c: 'x' }] }, { a: 2, b: [{ c: 'y', d: 1 }], e: null })).toEqual([]);
  expect(shapeGaps({ a: 1 }, {})).toEqual(['$.a is missing, shown as number']);
  expect(shapeGaps({ a: null }, { a: 'x' })).toEqual(['$.a is string, shown as null']);
  expect(shapeGaps([{ c: 1 }], [{}])).toEqual(['$[0].c is missing, shown as number']);
  expect(shapeGaps([1], [])).toEqual(['$ is empty']);
});
