import type { Example } from './example.ts';

/** Whole files of test cases, for the sample definition; run beside the loader, where the region is known. */
export const testCaseExamples: readonly Example[] = [
  {
    code: 'L24-V001',
    wrong: `examples:
  - name: biaya warga
    answers: {}
    expect: {fee: 5000}`,
    right: `examples:
  - name: biaya warga
    answers: {}
    expect: {fee: 0}`,
  },
  {
    code: 'L24-V002',
    wrong: `examples:
  - name: biaya warga
    answers: {}
    expect: {biaya: 0}`,
    right: `examples:
  - name: biaya warga
    answers: {}
    expect: {fee: 0}`,
  },
];
