import { describe, expect, test } from 'vitest';
import { baseYaml } from './examples/base.ts';
import { examples } from './examples/index.ts';
import { findingsOf, textOfExample } from './examples/write.ts';
import { translate } from './finding.ts';
import { id } from './messages.id.ts';

// L24-Y002 needs 256 kB of text, L24-F012 two files and L24-V a file of test cases; they are tested beside the loader.
const testedElsewhere = ['L24-Y002', 'L24-F012', 'L24-V001', 'L24-V002'];

test('the sample definition has no finding at all', () => {
  expect(findingsOf(baseYaml)).toEqual([]);
});

test('every finding has a wrong and a right example', () => {
  const shown = new Set<string>(examples.map((example) => example.code));
  expect(Object.keys(id).filter((code) => !shown.has(code))).toEqual(testedElsewhere);
  expect(shown.size).toBe(examples.length);
});

describe.each(examples.map((example) => ({ ...example, name: example.code })))('$name', (example) => {
  test('is found in the wrong example, at a line of it, in a whole sentence', () => {
    const text = textOfExample(example, 'wrong');
    const found = findingsOf(text, example.env).find((one) => one.code === example.code);
    expect(found).toBeDefined();
    if (found === undefined) return;
    expect(found.line).toBeGreaterThanOrEqual(1);
    expect(found.line).toBeLessThanOrEqual(text.split('\n').length);
    for (const locale of ['id', 'en'] as const) expect(unfilled(translate(found, locale).message)).toEqual([]);
  });

  test('is not found in the right example, which has no error', () => {
    const found = findingsOf(textOfExample(example, 'right'));
    expect(found.filter((one) => one.code === example.code)).toEqual([]);
    if (example.at !== undefined) expect(found.filter((one) => one.severity === 'error')).toEqual([]);
  });
});

/** {urut} and the like are part of a sentence; a param that was forgotten is not. */
function unfilled(message: string): string[] {
  const meant = ['{urut}', '{letter}', '{reason}', '{due}'];
  const params = [...message.matchAll(/\{[a-z]+\}/g)].map((match) => match[0]);
  const filled = /Yang dapat|Possible|or:|atau:|\{nomor\}|\{keperluan\}/.test(message);
  return filled ? [] : params.filter((param) => !meant.includes(param));
}
