// What the compiler says of a text: the same functions as `loket24 service compile`.
import { type Finding, translate } from '../../../definition/compiler/index.ts';
import { type CompiledFile, compileSource, type RegionFolder, readRegion } from '../../../definition/load/index.ts';
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { currentVersion } from '../../catalogue/index.ts';

let read: { readonly dir: string; readonly region: RegionFolder; readonly until: number } | undefined;
const keptMilliseconds = 5_000; // reading the folder takes longer than compiling, and files change by hand

export function regionFolder(ctx: Context): RegionFolder {
  const { dir } = ctx.region;
  if (read?.dir === dir && read.until > performance.now()) return read.region;
  read = { dir, region: readRegion(dir), until: performance.now() + keptMilliseconds };
  return read.region;
}

/** Findings in the reader's language; those of shared files keep the name of their file. */
export function checkText(ctx: Context, service: string, text: string, previous?: ServiceDefinition): CompiledFile {
  const compiled = compileSource({ file: fileOf(service), text }, regionFolder(ctx), () => previous);
  return { ...compiled, findings: compiled.findings.map((found) => translate(found, ctx.locale)) };
}

/** The same for the next version: a question that changes its type under the answers already given is found too (L24-X015). */
export async function checkDraft(
  ctx: Context,
  { service, text }: { service: string; text: string },
): Promise<CompiledFile> {
  const inForce = await currentVersion(ctx, service).catch(absent);
  return checkText(ctx, service, text, inForce?.definition);
}

/** A service that was never published has no version to compare with. */
function absent(error: unknown): undefined {
  if (error instanceof AppError && error.kind === 'not_found') return undefined;
  throw error;
}

export const fileOf = (service: string): string => `${service}.yaml`;

export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}
export function countsOf(findings: readonly Finding[]): Counts {
  const count = (severity: Finding['severity']) => findings.filter((found) => found.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}
