import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toKebab } from '../load/keys.ts';
import { fieldTypes } from '../schema.ts';
import { operatorsOf } from './rules/conditions.ts';

const guide = readFileSync(new URL('../../../docs/service-language.md', import.meta.url), 'utf8');

/** The rows of the table of field types: type -> the words in backticks of its last column. */
function printedOperators(): Map<string, string[]> {
  const rows = guide
    .split('\n')
    .filter((line) => /^\| `[a-z-]+`(, `[a-z-]+`)* \|/.test(line) && line.split('|').length === 5);
  return new Map(
    rows.flatMap((row) => {
      const [, types = '', , operators = ''] = row.split('|');
      const printed = words(operators).filter((word) => word !== 'true' && word !== 'false');
      return words(types).map((type) => [type, printed] as const);
    }),
  );
}

function words(cell: string): string[] {
  return [...cell.matchAll(/`([a-z-]+)`/g)].map((match) => match[1] ?? '');
}

test('the guide prints for every field type exactly the comparisons the compiler allows', () => {
  const printed = printedOperators();
  for (const type of fieldTypes) expect([type, printed.get(type)]).toEqual([type, operatorsOf[type].map(toKebab)]);
});
