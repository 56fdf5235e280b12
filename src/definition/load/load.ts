// YAML -> ServiceDefinition, with every problem as a finding at its line.

import { type Finding, finding, hasErrors, inOrder, type Path, type Position } from '../compiler/finding.ts';
import { ServiceDefinition } from '../schema.ts';
import { withClockProfile } from './clock-profile.ts';
import { toCamelKeys } from './keys.ts';
import { child, type Located, list, locate, type MapNode, map, scalar, textOf, toPlain, withKeys } from './located.ts';
import { withNamedConditions } from './named-conditions.ts';
import { parseYaml } from './parse-yaml.ts';
import { type Resolve, type SourceText, withSharedFields, withSharedWorkflow } from './shared.ts';
import { withTables } from './tables.ts';
import { zodFindings } from './zod-findings.ts';

export interface Loaded {
  /** Absent when the file does not have the shape of a service definition. */
  readonly definition?: ServiceDefinition;
  readonly findings: readonly Finding[];
  /** Where a part of the definition was written, also when it came from a shared file. */
  readonly locate: (path: Path) => Position;
}

/**
 * Reads one service file. Never throws for what an author wrote: problems are findings, in Indonesian (`translate` for
 * English). `resolve` gives the region's shared workflows and questions.
 */
export function loadDefinition(source: SourceText & { readonly resolve: Resolve }): Loaded {
  const findings: Finding[] = [];
  const parsed = parseYaml(source.file, source.text);
  findings.push(...parsed.findings);
  if (parsed.root?.kind !== 'map') return { findings, locate: () => ({ file: source.file, line: 1, column: 1 }) };
  const camel = toCamelKeys(parsed.root, findings);
  const root = camel.kind === 'map' ? complete(camel, source.resolve, findings) : parsed.root;
  const find = (path: Path) => locate(root, path);
  checkFileName(source.file, root, findings);
  const checked = ServiceDefinition.safeParse(toPlain(root));
  if (!checked.success) findings.push(...zodFindings(root, checked.error.issues));
  if (!checked.success || hasErrors(findings)) return { findings: inOrder(findings), locate: find };
  return { definition: checked.data, findings: inOrder(findings), locate: find };
}

function complete(root: MapNode, resolve: Resolve, findings: Finding[]): MapNode {
  const borrowed = withSharedWorkflow(withSharedFields(root, resolve, findings), resolve, findings);
  const clocked = withClockProfile(borrowed, resolve, findings);
  return withUsualClocks(withTables(withNamedConditions(clocked, findings), resolve, findings));
}

/** Without `clocks` a service has the promise it publishes and the legal limit it stands under. */
function withUsualClocks(root: MapNode): MapNode {
  const standard = child(root, 'standard');
  const promise = child(standard, 'promise');
  if (child(root, 'clocks') !== undefined || promise === undefined || standard === undefined) return root;
  const at = promise.at;
  const limit = child(standard, 'legalLimit') ?? fiveWorkingDays(standard);
  const clocks = [clock('promise', promise, 'sent'), clock('legal', limit, 'complete')];
  return withKeys(root, { clocks: list(clocks, at) });
}

// UU 30/2014 Pasal 53(2) as amended by the Job Creation Law Pasal 175 angka 6: five working days from a complete application.
function fiveWorkingDays(standard: Located): Located {
  return record({ amount: scalar(5, standard.at), unit: scalar('working-days', standard.at) }, standard);
}

function clock(id: string, duration: Located, start: string): Located {
  return record({ id: scalar(id, duration.at), duration, start: scalar(start, duration.at) }, duration);
}

function record(parts: Readonly<Record<string, Located>>, near: Located): MapNode {
  return map(
    Object.entries(parts).map(([key, node]) => [key, { at: node.at, node }] as const),
    near.at,
  );
}

function checkFileName(file: string, root: MapNode, findings: Finding[]): void {
  const service = textOf(child(root, 'service'));
  const name = /([^/\\]+)\.ya?ml$/.exec(file)?.[1];
  if (service === undefined || name === undefined || name === service) return;
  findings.push(finding('L24-F011', locate(root, ['service']), { service, file: name }));
}
