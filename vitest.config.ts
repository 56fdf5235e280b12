import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;
const excluded = ['**/node_modules/**', '**/dist/**'];
const withPostgres = { globalSetup: ['tests/support/postgres-setup.ts'], testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // One machine runs PostgreSQL, Chromium and the workers: more workers than two only wait for each other.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        oxc,
        test: {
          name: 'unit',
          isolate: false, // loading what is tested anew for each of a hundred files costs more than the tests
          include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
          exclude: [...excluded, '**/*.int.test.{ts,tsx}', '**/*.e2e.test.{ts,tsx}'],
          testTimeout: 30_000, // properties with thousands of cases, on a machine that may be busy
        },
      },
      {
        oxc,
        test: {
          name: 'int',
          isolate: false,
          include: ['src/**/*.int.test.{ts,tsx}', 'tests/**/*.int.test.{ts,tsx}'],
          exclude: [...excluded, 'tests/faults/**'],
          ...withPostgres,
        },
      },
      // Whole servers, killed and timed: scripts/test.mjs runs these alone, after the others.
      { oxc, test: { name: 'faults', include: ['tests/faults/**/*.int.test.ts'], exclude: excluded, fileParallelism: false, ...withPostgres } },
      {
        oxc,
        test: { name: 'e2e', isolate: false, include: ['tests/{e2e,ui}/**/*.e2e.test.{ts,tsx}'], exclude: excluded, ...withPostgres, testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
});
