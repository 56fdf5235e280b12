// What a service costs the citizen and the office, in figures an author can compare before and after a change.
import type { Facts } from '../compiler/index.ts';
import type { ServiceDefinition } from '../schema.ts';

export interface FactSheet {
  readonly service: string;
  readonly longestPathWorkingDays: number;
  readonly questions: number;
  readonly estimatedMinutes: number; // our own estimate, not a measurement
  readonly documents: number; // to upload, when every condition holds
  readonly cityKnownDocuments: number; // of those, the ones that fall away when the city already knows
  readonly states: number;
  readonly unconfirmed: readonly string[];
}

export function factSheet(def: ServiceDefinition, facts: Facts): FactSheet {
  const uploads = def.documents.filter((document) => document.kind === 'file');
  return {
    service: def.service,
    longestPathWorkingDays: facts.targetWorkingDays,
    questions: facts.questions,
    estimatedMinutes: facts.minutes,
    documents: uploads.length,
    cityKnownDocuments: uploads.filter((one) => one.waivedByRegister !== undefined).length,
    states: Object.keys(def.workflow.states).length,
    unconfirmed: facts.unconfirmed,
  };
}
