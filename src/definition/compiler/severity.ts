import type { Code } from './messages.id.ts';

const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

// Everything not named here is an error: a definition that is wrong must not be published by forgetting a line.
const warnings: ReadonlySet<Code> = new Set<Code>([
  'L24-F011',
  'L24-C010',
  'L24-C011',
  'L24-C012',
  'L24-B006',
  'L24-T003',
  'L24-T004',
  'L24-X001',
  'L24-X002',
  'L24-X003',
  'L24-X005',
  'L24-X006',
  'L24-X007',
  'L24-X010',
  'L24-X011',
  'L24-X016',
  'L24-X017',
  'L24-Q007',
  'L24-D002',
  'L24-E002',
  'L24-S004',
  'L24-S007',
  'L24-K007',
  'L24-K009',
  'L24-K011',
  'L24-W007',
  'L24-W008',
  'L24-W022',
  'L24-W028',
  'L24-W030',
  'L24-W032',
  'L24-W035',
  'L24-W036',
  'L24-P010',
  'L24-P013',
]);
const notes: ReadonlySet<Code> = new Set<Code>(['L24-T002', 'L24-S006', 'L24-S012', 'L24-X004', 'L24-X012']);

export function severityOf(code: Code): Severity {
  if (warnings.has(code)) return 'warning';
  return notes.has(code) ? 'info' : 'error';
}
