// Everything that is made from a definition, each by one pure function; the command line and the author's desk share them.
import type { Locale } from '../../lib/locale.ts';
import type { Facts } from '../compiler/index.ts';
import type { ServiceDefinition } from '../schema.ts';
import { factSheet } from './fact-sheet.ts';
import { flowDiagram } from './flow-diagram.ts';
import { submissionSchema } from './json-schema.ts';
import { serviceOpenApi } from './openapi.ts';
import { phoneScriptHtml } from './phone-script.ts';
import { sopHtml } from './sop.ts';
import { standardHtml } from './standard.ts';
import { svgText } from './svg.ts';

export type { FactSheet } from './fact-sheet.ts';
export { flowDiagram } from './flow-diagram.ts';
export { submissionSchema } from './json-schema.ts';
export { serviceOpenApi } from './openapi.ts';
export { phoneScript, type ScriptPart } from './phone-script.ts';
export { type SopStep, sopSteps } from './sop.ts';
export { type StandardPart, standardParts } from './standard.ts';
export type { SvgNode } from './svg.ts';

/** The files of one service by name. */
export function outputsOf(
  compiled: { readonly definition: ServiceDefinition; readonly facts: Facts; readonly hash: string },
  locale: Locale,
): ReadonlyMap<string, string> {
  const { definition, facts, hash } = compiled;
  const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  const version = { number: 1, hash };
  return new Map([
    ['standard.html', standardHtml(definition, locale)],
    ['sop.html', sopHtml(definition, locale)],
    ['flow.svg', svgText(flowDiagram(definition, locale))],
    ['phone-script.html', phoneScriptHtml(definition, locale)],
    ['facts.json', pretty(factSheet(definition, facts))],
    ['schema.json', pretty(submissionSchema(definition, version))],
    ['openapi.json', pretty(serviceOpenApi(definition, version))],
  ]);
}
