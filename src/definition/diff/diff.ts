// What changed between two definitions, as an official would say it. Pure; the words are in the messages of whoever shows it.
import { canonicalJson } from '../../lib/canonical-json.ts';
import type { Action, DocumentRule, Field, LocalText, ServiceDefinition } from '../schema.ts';

export const changedParts = [
  'title',
  'summary',
  'words',
  'channels',
  'unit',
  'promise',
  'legalLimit',
  'fee',
  'standard',
  'eligibility',
  'page',
  'question',
  'document',
  'declare',
  'clock',
  'state',
  'action',
  'task',
  'role',
  'letter',
  'separation',
  'other',
] as const;
export type ChangedPart = (typeof changedParts)[number];
export const changedTraits = [
  'added',
  'removed',
  'changed',
  'moved',
  'label',
  'hint',
  'type',
  'required',
  'when',
  'options',
  'limits',
  'why',
  'message',
  'form',
  'time',
] as const;
export type ChangedTrait = (typeof changedTraits)[number];

export interface Change {
  readonly part: ChangedPart;
  readonly trait: ChangedTrait;
  readonly name?: LocalText | undefined; // of the thing, as people know it
  readonly id?: string | undefined;
  readonly before?: string | LocalText | undefined;
  readonly after?: string | LocalText | undefined;
}

interface Named {
  readonly id: string;
  readonly name: LocalText;
  readonly thing: object;
}
type Traits = Readonly<Partial<Record<ChangedTrait, readonly string[]>>>; // keys of the thing each trait looks at

/** In the order of the file; nothing when both mean the same. */
export function diffDefinitions(from: ServiceDefinition, to: ServiceDefinition): Change[] {
  return [
    ...values(from, to),
    ...things('eligibility', rules(from), rules(to), {
      label: ['label'],
      when: ['needs'],
      message: ['else'],
      type: ['type'],
    }),
    ...things('page', pages(from), pages(to), { label: ['title'], hint: ['hint'], when: ['when'] }),
    ...things('question', questions(from), questions(to), fieldTraits),
    ...things('document', documents(from), documents(to), documentTraits),
    ...value('declare', 'changed', from.declare, to.declare),
    ...things('clock', clocks(from), clocks(to), {
      time: ['duration'],
      label: ['title'],
      changed: ['promises', 'start', 'pauseIn', 'resume', 'onExpiry', 'warnAt'],
    }),
    ...things('state', states(from), states(to), stateTraits),
    ...things('action', actions(from), actions(to), actionTraits),
    ...things('task', tasks(from), tasks(to), taskTraits),
    ...things('role', roles(from), roles(to), { label: ['title'], changed: ['unit'] }),
    ...value('separation', 'changed', from.workflow.separation, to.workflow.separation),
    ...value('letter', 'changed', from.letter, to.letter),
    ...others(from, to),
  ];
}

const fieldTraits: Traits = {
  label: ['label'],
  hint: ['hint', 'say'],
  type: ['type', 'level'],
  required: ['required'],
  when: ['when'],
  options: ['options'],
  limits: ['min', 'max', 'after', 'before'],
  changed: ['fields', 'personal', 'prefill', 'lock', 'retention', 'on'],
};
const documentTraits: Traits = {
  label: ['label', 'note'],
  why: ['why', 'legal'],
  required: ['required'],
  when: ['when', 'waivedBy', 'waivedByRegister'],
  type: ['kind', 'accept', 'max', 'evidenceOf'],
};
const stateTraits: Traits = {
  label: ['label'],
  time: ['target', 'lapse'],
  changed: ['waitsFor', 'status', 'final', 'join', 'bill'],
};
const actionTraits: Traits = {
  label: ['label'],
  message: ['message', 'objection', 'reasons'],
  form: ['form'],
  changed: ['kind', 'from', 'to', 'by', 'when', 'clock', 'limit', 'effects'],
};
const taskTraits: Traits = {
  label: ['label'],
  time: ['due'],
  when: ['when', 'skipWhen'],
  form: ['form', 'verdict'],
  changed: ['in', 'kind', 'role', 'silence', 'offline'],
};

function values(from: ServiceDefinition, to: ServiceDefinition): Change[] {
  const [a, b] = [from.standard, to.standard];
  const { promise: _a, fee: _b, legalLimit: _c, ...restA } = a;
  const { promise: _d, fee: _e, legalLimit: _f, ...restB } = b;
  return [
    ...value('title', 'changed', from.title, to.title),
    ...value('summary', 'changed', from.summary, to.summary),
    ...value('words', 'changed', from.words, to.words),
    ...value('channels', 'changed', from.channels, to.channels),
    ...value('unit', 'changed', from.unit, to.unit),
    ...value('promise', 'time', a.promise, b.promise),
    ...value('legalLimit', 'time', a.legalLimit, b.legalLimit),
    ...value('fee', 'changed', a.fee, b.fee),
    ...value('standard', 'changed', restA, restB),
  ];
}

const named = new Set([
  'title',
  'summary',
  'words',
  'channels',
  'unit',
  'standard',
  'eligibility',
  'form',
  'documents',
  'declare',
  'clocks',
  'workflow',
  'letter',
]);
function others(from: ServiceDefinition, to: ServiceDefinition): Change[] {
  const rest = (def: ServiceDefinition) => Object.fromEntries(Object.entries(def).filter(([key]) => !named.has(key)));
  const [a, b] = [rest(from), rest(to)];
  const flow = (def: ServiceDefinition) => {
    const { states: _s, actions: _a, tasks: _t, roles: _r, separation: _p, ...kept } = def.workflow;
    return kept;
  };
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return [
    ...keys.flatMap((key) => value('other', 'changed', a[key], b[key]).map((change) => ({ ...change, id: key }))),
    ...value('other', 'changed', flow(from), flow(to)).map((change) => ({ ...change, id: 'workflow' })),
  ];
}

function value(part: ChangedPart, trait: ChangedTrait, before: unknown, after: unknown): Change[] {
  if (text(before) === text(after)) return [];
  return [{ part, trait, before: shown(before), after: shown(after) }];
}

function things(part: ChangedPart, before: readonly Named[], after: readonly Named[], traits: Traits): Change[] {
  const [old, now] = [byId(before), byId(after)];
  const removed = before
    .filter(({ id }) => !now.has(id))
    .map(({ id, name }): Change => ({ part, trait: 'removed', id, name }));
  const kept = after.flatMap((one): Change[] => {
    const was = old.get(one.id);
    if (!was) return [{ part, trait: 'added', id: one.id, name: one.name }];
    return traitChanges(part, was, one, traits);
  });
  return [...removed, ...kept, ...moved(part, before, after)];
}

function traitChanges(part: ChangedPart, was: Named, now: Named, traits: Traits): Change[] {
  return (Object.entries(traits) as [ChangedTrait, readonly string[]][]).flatMap(([trait, keys]) => {
    const changed = keys.filter((key) => text(traitOf(was, key)) !== text(traitOf(now, key)));
    const [only] = changed;
    if (only === undefined) return [];
    const sides = changed.length === 1 ? { before: shown(traitOf(was, only)), after: shown(traitOf(now, only)) } : {};
    return [{ part, trait, id: now.id, name: was.name, ...sides }];
  });
}
const traitOf = (named: Named, key: string): unknown => (named.thing as Record<string, unknown>)[key]; // keys are those of the traits

function moved(part: ChangedPart, before: readonly Named[], after: readonly Named[]): Change[] {
  const both = new Set(after.map(({ id }) => id).filter((id) => before.some((one) => one.id === id)));
  const order = (list: readonly Named[]) =>
    list
      .map(({ id }) => id)
      .filter((id) => both.has(id))
      .join(' ');
  return part !== 'state' && part !== 'role' && order(before) !== order(after) ? [{ part, trait: 'moved' }] : [];
}

function text(value: unknown): string {
  return canonicalJson({ it: value });
}
function shown(value: unknown): string | LocalText | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    Object.keys(value).every((key) => key === 'id' || key === 'en')
  )
    return value as LocalText; // exactly its shape
  return undefined; // said in words by the part itself
}

const byId = (list: readonly Named[]) => new Map(list.map((one) => [one.id, one]));
const entries = <T extends object>(record: Readonly<Record<string, T>>, name: (one: T) => LocalText): Named[] =>
  Object.entries(record).map(([id, thing]) => ({ id, name: name(thing), thing }));

const rules = (def: ServiceDefinition): Named[] =>
  def.eligibility.map((rule) => ({ id: rule.id, name: rule.ask.label, thing: { ...rule.ask, ...rule } }));
const pages = (def: ServiceDefinition): Named[] =>
  def.form.map((page) => ({ id: page.page, name: page.title, thing: page }));
const questions = (def: ServiceDefinition): Named[] =>
  def.form.flatMap((page) => page.fields.map((field: Field) => ({ id: field.id, name: field.label, thing: field })));
const documents = (def: ServiceDefinition): Named[] =>
  def.documents.map((document: DocumentRule) => ({ id: document.id, name: document.label, thing: document }));
const clocks = (def: ServiceDefinition): Named[] =>
  def.clocks.map((clock) => ({ id: clock.id, name: { id: clock.id }, thing: clock }));
const states = (def: ServiceDefinition): Named[] => entries(def.workflow.states, (state) => state.label);
const roles = (def: ServiceDefinition): Named[] => entries(def.workflow.roles, (role) => role.title);
const actions = (def: ServiceDefinition): Named[] =>
  def.workflow.actions.map((action: Action) => ({ id: action.do, name: action.label, thing: action }));
const tasks = (def: ServiceDefinition): Named[] =>
  def.workflow.tasks.map((task) => ({ id: task.id, name: task.label, thing: task }));
