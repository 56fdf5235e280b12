// Compiling files and folders: what `service compile` and the region loader call.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { finding, hasErrors, inOrder } from '../compiler/finding.ts';
import { compile, definitionHash, type Facts, type Finding } from '../compiler/index.ts';
import type { ServiceDefinition } from '../schema.ts';
import { loadDefinition } from './load.ts';
import { findRegionDir, type RegionFolder, readRegion } from './region-env.ts';
import type { SourceText } from './shared.ts';

export interface CompiledFile {
  readonly file: string;
  /** Present only when the file has no error and may be published. */
  readonly definition?: ServiceDefinition;
  readonly hash?: string;
  readonly facts?: Facts;
  readonly findings: readonly Finding[];
}

/** The version of a service now in force, when there is one. */
export type Previous = (service: string) => ServiceDefinition | undefined;

/**
 * Compiles service files; a folder stands for the .yaml files in it, or in its `services` folder when it is a region.
 * Reads the region around them for shared workflows, questions and known names; files outside any region are read as if
 * they stood in `around`. `previous` gives the version in force, which the new one may not contradict.
 * @throws the file system's error when a path does not exist.
 */
export function compileFiles(paths: readonly string[], around?: string, previous?: Previous): CompiledFile[] {
  const regions = new Map<string, RegionFolder>();
  const files = [...new Set(paths.flatMap(filesAt))];
  return reportTwins(files.map((file) => compileFile(file, regionOf(file, around, regions), previous)));
}

function filesAt(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).sort();
  if (names.includes('services') && names.includes('region.yaml')) return filesAt(join(path, 'services'));
  return names.filter((name) => /\.ya?ml$/.test(name)).map((name) => join(path, name));
}

function regionOf(file: string, around: string | undefined, regions: Map<string, RegionFolder>): RegionFolder {
  const dir = findRegionDir(join(file, '..')) ?? around;
  const known = regions.get(dir ?? '');
  if (known !== undefined) return known;
  const read = readRegion(dir);
  regions.set(dir ?? '', read);
  return read;
}

function compileFile(file: string, region: RegionFolder, previous?: Previous): CompiledFile {
  return compileSource({ file, text: readFileSync(file, 'utf8') }, region, previous);
}

/** Compiles one text as if it were that file of the region. */
export function compileSource({ file, text }: SourceText, region: RegionFolder, previous?: Previous): CompiledFile {
  const loaded = loadDefinition({ file, text, resolve: region.resolve });
  if (loaded.definition === undefined) return { file, findings: loaded.findings };
  const services = new Set([...(region.env.services ?? []), basename(file).replace(/\.ya?ml$/, '')]);
  const before = previous?.(loaded.definition.service);
  const env = { ...region.env, services, ...(before && { previous: before }) };
  const compiled = compile(loaded.definition, env, loaded.locate);
  const findings = inOrder([...loaded.findings, ...compiled.findings]);
  if (hasErrors(findings)) return { file, findings, facts: compiled.facts };
  const { definition, facts } = compiled;
  return { file, definition, hash: definitionHash(definition), facts, findings };
}

function reportTwins(compiled: readonly CompiledFile[]): CompiledFile[] {
  const first = new Map<string, string>();
  return compiled.map((one) => {
    const service = one.definition?.service;
    if (service === undefined) return one;
    const other = first.get(service);
    if (other === undefined) {
      first.set(service, one.file);
      return one;
    }
    const twin = finding('L24-F012', { file: one.file, line: 1, column: 1 }, { service, other });
    return { file: one.file, findings: inOrder([...one.findings, twin]) };
  });
}
