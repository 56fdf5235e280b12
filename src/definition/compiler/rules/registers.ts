// Registers: asked only what they keep, about questions that exist, for something the service uses; and papers or answers
// the city could know by itself are not asked for.
import { questionsOf } from '../../registers/ask.ts';
import { meanings, registerOf, registers } from '../../registers/registers.ts';
import type { RegisterDeclaration } from '../../registers/types.ts';
import type { DocumentRule, Field, RegisterQuery } from '../../schema.ts';
import type { Path } from '../finding.ts';
import { nearestHint } from '../nearest.ts';
import { allQuestions, has, type Scope } from '../scope.ts';

const names = registers.map(({ name }) => name);

export function checkRegisters(scope: Scope): void {
  const seen = new Set<string>();
  for (const [index, query] of (scope.def.registers ?? []).entries()) {
    const path = ['registers', index];
    if (seen.has(query.register)) scope.report('L24-P002', path, { register: query.register });
    seen.add(query.register);
    checkQuery(scope, query, path);
  }
  const used = usedStatements(scope);
  for (const { fact, path } of used) checkStatement(scope, fact, path);
  for (const [index, query] of (scope.def.registers ?? []).entries())
    if (registerOf(query.register) !== undefined && !isUsed(scope, query, used))
      scope.report('L24-P010', ['registers', index], { register: query.register });
  for (const { field, path } of allQuestions(scope.def)) checkPrefill(scope, field, path);
  checkKnown(scope);
}

function checkQuery(scope: Scope, query: RegisterQuery, path: Path): void {
  const declared = registerOf(query.register);
  if (declared === undefined) {
    scope.report('L24-P001', path, { register: query.register, hint: nearestHint(query.register, names) });
    return;
  }
  for (const [need, id] of Object.entries(query.ask)) {
    const at = [...path, 'ask', need];
    const known = has(declared.needs, need) ? declared.needs[need] : undefined;
    if (known === undefined) {
      const values = Object.keys(declared.needs).join(', ');
      scope.report('L24-P003', at, { register: query.register, need, values });
      continue;
    }
    const question = scope.questions.get(id);
    if (question === undefined)
      scope.report('L24-P004', at, {
        register: query.register,
        field: id,
        hint: nearestHint(id, scope.questions.keys()),
      });
    else if (!known.types.includes(question.field.type))
      scope.report('L24-P005', at, { field: id, type: question.field.type, needed: known.types.join(', ') });
  }
  const asked = questionsOf(scope.def, query);
  for (const [need, { required }] of Object.entries(declared.needs))
    if (required && !has(asked, need)) scope.report('L24-P006', path, { register: query.register, need });
}

interface Used {
  readonly fact: string;
  readonly path: Path;
}

function usedStatements({ def }: Scope): Used[] {
  const { confirmed, tasks } = def.workflow;
  return [
    ...def.documents.flatMap(({ waivedByRegister: fact }, index) =>
      fact === undefined ? [] : [{ fact, path: ['documents', index, 'waivedByRegister'] }],
    ),
    ...tasks.flatMap(({ skipWhen: fact }, index) =>
      fact === undefined ? [] : [{ fact, path: ['workflow', 'tasks', index, 'skipWhen'] }],
    ),
    ...(confirmed?.registers ?? []).map((fact, index) => ({
      fact,
      path: ['workflow', 'confirmed', 'registers', index],
    })),
  ];
}

function checkStatement(scope: Scope, fact: string, path: Path): void {
  const [name = '', statement = ''] = fact.split('.');
  const declared = registerOf(name);
  if (declared === undefined) {
    scope.report('L24-P001', path, { register: name, hint: nearestHint(name, names) });
    return;
  }
  if (!has(declared.statements, statement)) {
    const values = Object.keys(declared.statements).join(', ');
    scope.report('L24-P007', path, { register: name, statement, values });
    return;
  }
  if (!(scope.def.registers ?? []).some((query) => query.register === name))
    scope.report('L24-P008', path, { register: name, fact });
}

function isUsed(scope: Scope, query: RegisterQuery, used: readonly Used[]): boolean {
  const start = `${query.register}.`;
  return (
    used.some(({ fact }) => fact.startsWith(start)) ||
    allQuestions(scope.def).some(({ field }) => field.prefill?.startsWith(start))
  );
}

function checkPrefill(scope: Scope, field: Field, path: Path): void {
  if (field.lock !== undefined && (field.prefill ?? 'never') === 'never')
    scope.report('L24-P012', [...path, 'lock'], { field: field.id });
  if (field.prefill === undefined || field.prefill === 'never') return;
  const at = [...path, 'prefill'];
  const [source = '', fact = ''] = field.prefill.split('.');
  const types = source === 'profile' ? meanings[fact] : registerOf(source)?.facts[fact];
  if (types === undefined) {
    const known = [
      ...Object.keys(meanings).map((name) => `profile.${name}`),
      ...registers.flatMap(({ name, facts }) => Object.keys(facts).map((each) => `${name}.${each}`)),
    ];
    scope.report('L24-P009', at, { field: field.id, prefill: field.prefill, values: known.join(', ') });
  } else if (!types.includes(field.type))
    scope.report('L24-P011', at, {
      field: field.id,
      type: field.type,
      prefill: field.prefill,
      needed: types.join(', '),
    });
}

/** What the definition asks although a register it may use, or the person's own profile, could give it. */
function checkKnown(scope: Scope): void {
  const questions = allQuestions(scope.def).filter(
    ({ field, part }) =>
      part === 'form' && field.prefill === undefined && (meanings[field.id] ?? []).includes(field.type),
  );
  const documents = scope.def.documents.filter(
    (document) => document.waivedByRegister === undefined && registers.some((one) => couldWaive(scope, one, document)),
  );
  if (questions.length + documents.length === 0) return;
  const path = documents.length > 0 ? ['documents'] : (questions[0]?.path ?? ['form']);
  const listed = [...questions.map(({ field }) => field.id), ...documents.map(({ id }) => id)].join(', ');
  scope.report('L24-P013', path, { questions: questions.length, documents: documents.length, names: listed });
}

// An original is shown to see the person beside it, and a paper nobody must bring saves nothing.
function couldWaive(scope: Scope, register: RegisterDeclaration, document: DocumentRule): boolean {
  if (document.kind === 'original-shown' || document.required === 'no') return false;
  if (!Object.values(register.papers).some((ids) => ids.includes(document.id))) return false;
  const asked = questionsOf(scope.def, { register: register.name, ask: {} });
  return Object.entries(register.needs).every(([need, { required }]) => !required || has(asked, need));
}
