// Running the test cases that stand beside the services of a region: one that fails stops publication.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locale, LocalText } from '../../lib/locale.ts';
import { finding, inOrder } from '../compiler/finding.ts';
import type { Finding } from '../compiler/index.ts';
import type { ServiceDefinition } from '../schema.ts';
import { readExamples, runExample, type Trait, type TrialWorld } from '../trial/index.ts';
import type { CompiledFile } from './compile-files.ts';
import { findRegionDir } from './region-env.ts';
import { regionWorld } from './region-world.ts';

export interface ExampleRun {
  readonly around?: string | undefined; // the region of files that stand in none
  readonly now: Date; // when a test case is sent that does not say so itself
  readonly locale: Locale;
}

/** The same files, with a finding for each expectation that does not hold. Files with errors are not run. */
export async function checkExamples(compiled: readonly CompiledFile[], run: ExampleRun): Promise<CompiledFile[]> {
  const worlds = new Map<string, TrialWorld>();
  const checked: CompiledFile[] = [];
  for (const one of compiled) {
    const dir = findRegionDir(dirname(one.file)) ?? run.around;
    const file = dir === undefined ? undefined : join(dir, 'examples', `${one.definition?.service}.yaml`);
    if (one.definition === undefined || dir === undefined || file === undefined || !existsSync(file)) {
      checked.push(one);
      continue;
    }
    const world = worlds.get(dir) ?? regionWorld(dir, run.locale);
    worlds.set(dir, world);
    const source = { file, text: readFileSync(file, 'utf8') };
    const found = await exampleFindings(one.definition, source, { world, now: run.now });
    const { definition: _unfit, ...rest } = one;
    checked.push(found.length === 0 ? one : { ...rest, findings: inOrder([...one.findings, ...found]) });
  }
  return checked;
}

/** One finding for each expectation that does not hold, at the line of its test case. */
export async function exampleFindings(
  definition: ServiceDefinition,
  { file, text }: { readonly file: string; readonly text: string },
  at: { readonly world: TrialWorld; readonly now: Date },
): Promise<Finding[]> {
  const { examples, lines, problems } = readExamples(text);
  const findings = problems.map(({ line, message }) =>
    finding('L24-V002', { file, line, column: 1 }, { problem: message }),
  );
  for (const [index, example] of examples.entries()) {
    const { name, differences } = await runExample(definition, example, at);
    for (const { trait, expected, found } of differences)
      findings.push(
        finding(
          'L24-V001',
          { file, line: lines[index] ?? 1, column: 1 },
          { name, trait: traits[trait], expected, found },
        ),
      );
  }
  return findings;
}

const traits: Readonly<Record<Trait, LocalText>> = {
  'not-eligible': { id: 'Berhenti di syarat', en: 'Stops at the condition' },
  pages: { id: 'Halaman', en: 'Pages' },
  documents: { id: 'Dokumen', en: 'Documents' },
  fee: { id: 'Biaya', en: 'Fee' },
  'due-at': { id: 'Selesai paling lambat', en: 'Due' },
  unit: { id: 'Unit', en: 'Unit' },
  missing: { id: 'Belum dijawab', en: 'Not answered' },
};
