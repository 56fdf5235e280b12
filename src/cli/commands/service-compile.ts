// `service compile <file|folder> [--json] [--lang en] [--region <folder>] [--previous <file|folder>] [--out <folder>]`:
// what an author runs before publishing.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { type Finding, hasErrors, translate } from '../../definition/compiler/index.ts';
import { type CompiledFile, checkExamples, compileFiles } from '../../definition/load/index.ts';
import { outputsOf } from '../../definition/outputs/index.ts';
import type { ServiceDefinition } from '../../definition/schema.ts';
import { type Locale, locales } from '../../lib/locale.ts';

interface Output {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

const usage =
  'Cara pakai: service compile <berkas|folder> [--json] [--lang en] [--region <folder>] [--previous <berkas|folder>] [--out <folder>]\n';

/** Prints findings and returns the exit code: 0 publishable, 1 at least one error, 2 wrong use or unreadable path. */
export async function compileCommand(args: readonly string[], { stdout, stderr }: Output, now: Date): Promise<number> {
  const asked = readArguments(args);
  if (asked === undefined) {
    stderr.write(usage);
    return 2;
  }
  const read = compileOrExplain(asked, stderr);
  if (read === undefined) return 2;
  const compiled = await checkExamples(read, { around: asked.region, now, locale: asked.locale });
  const findings = withoutRepeats(compiled.flatMap((one) => one.findings)).map((found) =>
    translate(found, asked.locale),
  );
  if (asked.json) stdout.write(`${JSON.stringify(findings.map(forMachines), null, 2)}\n`);
  else stdout.write(report(compiled, findings, asked.locale));
  if (asked.out !== undefined) writeOutputs(compiled, asked.out, asked.locale);
  return hasErrors(findings) ? 1 : 0;
}

interface Asked {
  readonly paths: readonly string[];
  readonly json: boolean;
  readonly locale: Locale;
  readonly region: string;
  readonly previous?: string | undefined;
  readonly out?: string | undefined;
}

function readArguments(args: readonly string[]): Asked | undefined {
  try {
    const options = {
      json: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'id' },
      region: { type: 'string' },
      previous: { type: 'string' },
      out: { type: 'string' },
    } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const locale = locales.find((known) => known === values.lang);
    return positionals.length === 0 || locale === undefined
      ? undefined
      : {
          paths: positionals,
          json: values.json,
          locale,
          region: values.region ?? usualRegion(),
          previous: values.previous,
          out: values.out,
        };
  } catch {
    return undefined; // an unknown option: the usage line says what there is
  }
}

/** A draft on somebody's desk is checked against the region this installation serves. */
function usualRegion(): string {
  return join('regions', process.env.REGION ?? 'parepare');
}

function compileOrExplain(asked: Asked, stderr: Output['stderr']): readonly CompiledFile[] | undefined {
  try {
    return compileFiles(asked.paths, asked.region, previousOf(asked));
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause)) throw cause;
    stderr.write(`Tidak dapat dibaca: ${cause.message}\n`);
    return undefined;
  }
}

/** The definitions as they are in force: a file or folder kept from the last publication. */
function previousOf({ previous, region }: Asked): ((service: string) => ServiceDefinition | undefined) | undefined {
  if (previous === undefined) return undefined;
  const inForce = compileFiles([previous], region).flatMap(({ definition }) => definition ?? []);
  const byName = new Map(inForce.map((definition) => [definition.service, definition]));
  return (service) => byName.get(service);
}

/** One folder for each service that can be published. */
function writeOutputs(compiled: readonly CompiledFile[], out: string, locale: Locale): void {
  for (const { definition, facts, hash } of compiled) {
    if (definition === undefined || facts === undefined || hash === undefined) continue;
    const folder = join(out, definition.service);
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of outputsOf({ definition, facts, hash }, locale)) writeFileSync(join(folder, name), text);
  }
}

/** A finding in a shared workflow is met once by every service that uses it, and printed once. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const sayings = new Map(
    findings.map((one) => [`${one.file}:${one.line}:${one.column}:${one.code}:${one.message}`, one]),
  );
  return [...sayings.values()];
}

function forMachines({ file, line, code, severity, message }: Finding) {
  return { file: fromHere(file), line, code, severity, message };
}

function report(compiled: readonly CompiledFile[], findings: readonly Finding[], locale: Locale): string {
  const lines = findings.map((found) => {
    return `${fromHere(found.file)}:${found.line}:${found.column} ${found.severity} ${found.code} ${found.message}\n`;
  });
  const ready = compiled.filter((one) => one.definition !== undefined).length;
  const total = compiled.length;
  const last =
    locale === 'en'
      ? `${ready} of ${total} definitions can be published.`
      : `${ready} dari ${total} definisi siap diterbitkan.`;
  return `${lines.join('')}${last}\n`;
}

function fromHere(file: string): string {
  const path = relative(process.cwd(), file);
  return path === '' || path.startsWith('..') ? file : path;
}
