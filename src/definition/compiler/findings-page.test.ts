import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findingsPage } from './examples/findings-page.ts';

const page = new URL('../../../docs/findings.md', import.meta.url);

test('docs/findings.md shows the findings and examples as they are tested', () => {
  if (process.env.UPDATE_DOCS === '1') writeFileSync(page, findingsPage());
  expect(readFileSync(page, 'utf8')).toBe(findingsPage());
});
