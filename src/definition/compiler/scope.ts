// What every rule gets: the definition, what is known of the region, the questions in asking order, and a pen.

import { derivedFields } from '../derive/derive.ts';
import type { Field, ServiceDefinition } from '../schema.ts';
import { type WorkflowGraph, workflowGraph } from '../workflow-graph/index.ts';
import { type Code, type Finding, finding, type Params, type Path, type Position } from './finding.ts';

/** What is known of the region; a part that is absent is not checked. */
export interface CompileEnv {
  readonly areas?: ReadonlySet<string>;
  readonly agencies?: ReadonlySet<string>;
  readonly services?: ReadonlySet<string>;
  readonly letterTemplates?: ReadonlySet<string>;
  readonly roles?: ReadonlySet<string>; // roles at least one officer holds
  readonly holidayYears?: readonly number[];
  readonly units?: ReadonlyMap<string, { readonly kind: string; readonly parent?: string | undefined }>; // by code
  readonly staffing?: ReadonlyMap<string, ReadonlySet<string>>; // the roles held in each unit
  readonly retentionClasses?: ReadonlySet<string>;
  readonly letterReads?: ReadonlyMap<string, readonly string[]>; // the parts each template prints
  readonly previous?: ServiceDefinition; // the version now in force
}

export interface Question {
  readonly field: Field;
  readonly path: Path;
  readonly order: number;
  readonly conditional: boolean; // itself or its page has a `when`
  readonly part: 'eligibility' | 'form' | 'derive';
}

export interface Scope {
  readonly def: ServiceDefinition;
  readonly env: CompileEnv;
  readonly questions: ReadonlyMap<string, Question>; // first of each id; fields inside groups are not questions of their own; derived values stand where their question does
  readonly graph: WorkflowGraph;
  readonly report: (code: Code, path: Path, params?: Params) => void;
}

export function makeScope(input: {
  readonly def: ServiceDefinition;
  readonly env: CompileEnv;
  readonly locate: (path: Path) => Position;
  readonly findings: Finding[];
}): Scope {
  const { def, env, locate, findings } = input;
  const questions = new Map<string, Question>();
  for (const question of allQuestions(def))
    if (!questions.has(question.field.id)) questions.set(question.field.id, question);
  for (const field of derivedFields(def)) {
    const from = questions.get(def.derive?.[field.id]?.from ?? '');
    if (from !== undefined && !questions.has(field.id))
      questions.set(field.id, { ...from, field, path: ['derive', field.id], conditional: true, part: 'derive' });
  }
  const report: Scope['report'] = (code, path, params = {}) => {
    const found = finding(code, locate(path), params);
    // A named condition is checked wherever it is used; what is wrong inside it is told once.
    if (!findings.some((one) => isSame(one, found))) findings.push(found);
  };
  return { def, env, questions, graph: workflowGraph(def.workflow), report };
}

function isSame(a: Finding, b: Finding): boolean {
  return (
    a.code === b.code && a.line === b.line && a.column === b.column && a.file === b.file && a.message === b.message
  );
}

/** Every question in asking order, eligibility first. */
export function allQuestions(def: ServiceDefinition): Question[] {
  const asked = def.eligibility.map((rule, index) => ({
    field: rule.ask,
    path: ['eligibility', index, 'ask'] as Path,
    conditional: rule.ask.when !== undefined,
    part: 'eligibility' as const,
  }));
  const filled = def.form.flatMap((page, at) =>
    page.fields.map((field, index) => ({
      field,
      path: ['form', at, 'fields', index] as Path,
      conditional: page.when !== undefined || field.when !== undefined,
      part: 'form' as const,
    })),
  );
  return [...asked, ...filled].map((question, order) => ({ ...question, order }));
}

/** Own keys only: an author may call a state "constructor". */
export function has(record: object, key: string): boolean {
  return Object.hasOwn(record, key);
}
