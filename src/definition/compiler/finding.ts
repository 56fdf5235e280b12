// A finding: what is wrong in a definition, where, and the sentence that tells an official what to do.
import { type Locale, type LocalText, say } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type Code, id } from './messages.id.ts';
import { type Severity, severityOf } from './severity.ts';

export type { Code } from './messages.id.ts';
export type { Severity } from './severity.ts';

/** Where something stands: 1-based line and column. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
export type Path = readonly (string | number)[];
export type Params = Readonly<Record<string, string | number | LocalText>>;

export interface Finding extends Position {
  readonly code: Code;
  readonly severity: Severity;
  readonly params: Params;
  readonly message: string;
}

/** Makes a finding with its Indonesian sentence; `translate` gives the same one in another language. */
export function finding(code: Code, at: Position, params: Params = {}): Finding {
  const { file, line, column } = at;
  return { file, line, column, code, severity: severityOf(code), params, message: fill(id[code], params, 'id') };
}

export function translate(found: Finding, locale: Locale): Finding {
  return { ...found, message: fill((locale === 'en' ? en : id)[found.code], found.params, locale) };
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((one) => one.severity === 'error');
}

/** By file, then line, then code, so that two runs print the same list. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column || a.code.localeCompare(b.code),
  );
}

function fill(template: string, params: Params, locale: Locale): string {
  return template.replace(/\{([a-z]+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) return name === 'hint' ? '' : whole;
    return typeof value === 'object' ? say(value, locale) : String(value);
  });
}
