// What the definition costs the citizen and the office, for the author and the public standard.
import type { Field, FieldType, ServiceDefinition, Status } from '../schema.ts';
import { longestTargetHours, type WorkflowGraph } from '../workflow-graph/index.ts';
import { inWorkingDays, unconfirmedParts } from './rules/standard.ts';

export interface Facts {
  readonly questions: number; // asked of somebody for whom every condition holds
  readonly documents: number; // uploaded
  readonly minutes: number; // estimated, whole minutes
  readonly targetWorkingDays: number; // the slowest usual road when every step takes its whole target
  readonly unconfirmed: readonly string[];
  readonly graph: {
    readonly nodes: readonly {
      id: string;
      label: string;
      waitsFor: string | undefined;
      final: boolean;
      status: Status | undefined;
    }[];
    readonly edges: readonly { from: string; to: string; action: string; by: readonly string[] }[];
  };
}

// Our own estimate, not a measurement: seconds a first-time user spends on one question of a type.
const seconds: Partial<Record<FieldType, number>> = {
  yesno: 8,
  choice: 12,
  choices: 20,
  info: 10,
  declaration: 10,
  'long-text': 90,
  address: 60,
  location: 30,
  file: 60,
  'no-kk': 40,
  nik: 30,
};
const usualSeconds = 20;
const documentSeconds = 75;

export function factsOf(definition: ServiceDefinition, graph: WorkflowGraph): Facts {
  const fields = [...definition.eligibility.map((rule) => rule.ask), ...definition.form.flatMap((page) => page.fields)];
  const asked = fields.filter((field) => field.type !== 'info');
  const uploads = definition.documents.filter((document) => document.kind === 'file');
  const time = fields.reduce((sum, field) => sum + secondsFor(field), 0) + uploads.length * documentSeconds;
  return {
    questions: asked.length,
    documents: uploads.length,
    minutes: Math.max(1, Math.ceil(time / 60)),
    targetWorkingDays: inWorkingDays(longestTargetHours(definition.workflow, graph)),
    unconfirmed: unconfirmedParts(definition.standard),
    graph: { nodes: nodesOf(definition), edges: edgesOf(graph) },
  };
}

function secondsFor(field: Field): number {
  if (field.type !== 'group') return seconds[field.type] ?? usualSeconds;
  return (field.fields ?? []).reduce((sum, inner) => sum + secondsFor(inner), 0);
}

function nodesOf({ workflow }: ServiceDefinition): Facts['graph']['nodes'] {
  return Object.entries(workflow.states).map(([id, { label, waitsFor, final, status }]) => ({
    id,
    label: label.id,
    waitsFor,
    final,
    status,
  }));
}

function edgesOf(graph: WorkflowGraph): Facts['graph']['edges'] {
  return graph.edges.map(({ from, to, via, action }) => ({ from, to, action: via, by: action?.by ?? [] }));
}
