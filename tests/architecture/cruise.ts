// Runs dependency-cruiser as `npm run check` does, on this tree or on a copy of it.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { projectRoot } from '../../src/platform/root.ts';

const report = z.object({
  modules: z.array(z.object({ dependencies: z.array(z.object({ resolved: z.string() })) })),
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

export interface Cruise {
  readonly totalCruised: number;
  readonly violations: readonly { readonly rule: string; readonly from: string; readonly to: string }[];
  readonly packages: ReadonlySet<string>; // names of the packages it saw imported
}

export async function cruise(folder: string = projectRoot): Promise<Cruise> {
  const binary = join(projectRoot, 'node_modules', '.bin', 'depcruise');
  const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
  // Violations make it exit with their number; the report is on stdout all the same.
  const stdout = await promisify(execFile)(binary, ['--output-type', 'json', 'src', 'bench'], options).then(
    (result) => result.stdout,
    (error: unknown) => String(Reflect.get(Object(error), 'stdout')),
  );
  const { modules, summary } = report.parse(JSON.parse(stdout));
  const resolved = modules.flatMap((module) => module.dependencies.map((dependency) => dependency.resolved));
  return {
    totalCruised: summary.totalCruised,
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    packages: new Set(resolved.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [])),
  };
}
