import type { Action, Field, Page, ServiceDefinition } from '../schema.ts';
import type { Step } from './document.ts';
import { documentEntries } from './entries-documents.ts';
import { feeEntries, peopleEntries, timeEntries } from './entries-office.ts';
import type { Entry } from './entry.ts';
import { lines, type Place, text } from './make-entry.ts';

type Written = (steps: readonly Step[]) => boolean;

/** Every entry of a definition, in the order of the file. `written` says whether the file itself holds a part. */
export function entriesOf(def: ServiceDefinition, written: Written): Entry[] {
  return [
    ...serviceTexts(def),
    ...eligibilityTexts(def, written),
    ...def.form.flatMap((page) => pageTexts(page, written)),
    ...declareTexts(def),
    ...workflowTexts(def),
    ...letterTexts(def),
    ...documentEntries(def),
    ...timeEntries(def, written),
    ...feeEntries(def),
    ...peopleEntries(def),
  ];
}

function serviceTexts(def: ServiceDefinition): Entry[] {
  const place: Place = { section: 'texts', key: 'service', title: def.title, structure: def.service, at: [] };
  return [
    text(place, 'title', ['title'], def.title),
    text(place, 'summary', ['summary'], def.summary, { long: true }),
    lines(place, 'words', ['words'], def.words),
    text(place, 'product', ['standard', 'product'], def.standard.product),
    ...def.standard.procedure.map((step, index) =>
      text(place, 'procedure', ['standard', 'procedure', { item: index }, 'text'], step.text, {
        detail: `${index + 1}`,
        long: true,
      }),
    ),
  ];
}

// Lists of a shared question stay whole: to change one option, the question is written out in YAML.
function fieldTexts(field: Field, at: readonly Step[], key: string, written: Written): Entry[] {
  const place: Place = { section: 'texts', key, title: field.label, structure: `${field.id}, ${field.type}`, at };
  return [
    text(place, 'label', ['label'], field.label),
    text(place, 'hint', ['hint'], field.hint, { optional: true }),
    ...(written([...at, 'options']) ? (field.options ?? []) : []).map((option) =>
      text(place, 'option', ['options', { by: 'value', is: option.value }, 'label'], option.label, {
        detail: option.value,
      }),
    ),
    ...(written([...at, 'fields']) ? (field.fields ?? []) : []).flatMap((inner) =>
      fieldTexts(inner, [...at, 'fields', { by: 'id', is: inner.id }], `${key}/${inner.id}`, written),
    ),
  ];
}

function eligibilityTexts(def: ServiceDefinition, written: Written): Entry[] {
  return def.eligibility.flatMap((rule) => {
    const at: Step[] = ['eligibility', { by: 'id', is: rule.id }];
    const place: Place = {
      section: 'texts',
      key: `eligibility/${rule.id}`,
      title: rule.ask.label,
      structure: rule.id,
      at,
    };
    return [
      ...fieldTexts(rule.ask, [...at, 'ask'], `eligibility/${rule.id}/ask`, written),
      text(place, 'say', ['else', 'say'], rule.else.say, { long: true }),
    ];
  });
}

function pageTexts(page: Page, written: Written): Entry[] {
  const at: Step[] = ['form', { by: 'page', is: page.page }];
  const place: Place = { section: 'texts', key: `form/${page.page}`, title: page.title, structure: page.page, at };
  return [
    text(place, 'pageTitle', ['title'], page.title),
    text(place, 'hint', ['hint'], page.hint, { optional: true }),
    ...page.fields.flatMap((field) =>
      fieldTexts(field, [...at, 'fields', { by: 'id', is: field.id }], `form/${page.page}/${field.id}`, written),
    ),
  ];
}

function declareTexts(def: ServiceDefinition): Entry[] {
  return def.declare.map((given, index) => {
    const place: Place = { section: 'texts', key: 'declare', title: given, structure: 'declare', at: ['declare'] };
    return text({ ...place, key: `declare/${index}` }, 'declare', [{ item: index }], given, { long: true });
  });
}

function actionTexts(action: Action): Entry[] {
  const at: Step[] = ['workflow', 'actions', { by: 'do', is: action.do }];
  const structure = `${action.do}, ${action.kind}`;
  const place: Place = { section: 'texts', key: `actions/${action.do}`, title: action.label, structure, at };
  return [
    text(place, 'label', ['label'], action.label),
    text(place, 'message', ['message'], action.message, { optional: true, long: true }),
    text(place, 'objection', ['objection'], action.objection, { optional: true, long: true }),
  ];
}

function workflowTexts({ workflow }: ServiceDefinition): Entry[] {
  const states = Object.entries(workflow.states).map(([id, state]) => {
    const at: Step[] = ['workflow', 'states', id];
    const place: Place = { section: 'texts', key: `states/${id}`, title: state.label, structure: id, at };
    return text(place, 'label', ['label'], state.label);
  });
  const tasks = workflow.tasks.map((task) => {
    const at: Step[] = ['workflow', 'tasks', { by: 'id', is: task.id }];
    const structure = `${task.id}, ${task.kind}`;
    const place: Place = { section: 'texts', key: `tasks/${task.id}`, title: task.label, structure, at };
    return text(place, 'label', ['label'], task.label);
  });
  return [...states, ...tasks, ...workflow.actions.flatMap(actionTexts)];
}

function letterTexts({ letter }: ServiceDefinition): Entry[] {
  if (!letter) return [];
  const place: Place = {
    section: 'texts',
    key: 'letter',
    title: letter.title,
    structure: letter.template,
    at: ['letter'],
  };
  return [
    text(place, 'title', ['title'], letter.title),
    text(place, 'opening', ['opening'], letter.opening, { long: true }),
    text(place, 'closing', ['closing'], letter.closing, { long: true }),
    ...letter.rows.map((row, index) =>
      text(place, 'row', ['rows', { item: index }, 'label'], row.label, { detail: row.field }),
    ),
  ];
}
