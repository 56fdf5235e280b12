// The working procedure (PermenPANRB 35/2012): the flow by who does it, and the table of steps with what each needs,
// takes and gives.
import { type Locale, say } from '../../lib/locale.ts';
import { sayDuration } from '../compiler/durations.ts';
import type { Duration, ServiceDefinition } from '../schema.ts';
import { flowDiagram } from './flow-diagram.ts';
import { flowLayout } from './flow-layout.ts';
import { escaped, htmlDocument, list, outputWords, paragraph } from './html.ts';
import { svgText } from './svg.ts';

export interface SopStep {
  readonly id: string;
  readonly activity: string;
  readonly by: string; // pelaksana
  readonly needs: string; // mutu baku: kelengkapan
  readonly time: string; // mutu baku: waktu
  readonly results: readonly string[]; // mutu baku: output
}

/** Every step that is not an end, in the order of the diagram. */
export function sopSteps(def: ServiceDefinition, locale: Locale): SopStep[] {
  const { lanes, boxes } = flowLayout(def, locale);
  const titles = new Map(lanes.map((lane) => [lane.id, lane.title]));
  const order = lanes.map((lane) => lane.id);
  return boxes
    .filter((box) => box.kind !== 'final')
    .sort((a, b) => a.column - b.column || order.indexOf(a.lane) - order.indexOf(b.lane) || a.row - b.row)
    .map((box) => ({
      id: box.id,
      activity: box.label,
      by: titles.get(box.lane) ?? '',
      needs: needsOf(def, box.id, locale),
      time: timeOf(def, box.id, box.time, locale),
      results: resultsOf(def, box.id, locale),
    }));
}

function needsOf(def: ServiceDefinition, id: string, locale: Locale): string {
  const words = outputWords(locale);
  const { workflow, documents } = def;
  if (id === workflow.start) return words.papers({ count: documents.length });
  const task = workflow.tasks.find((one) => `task:${one.id}` === id);
  const forms = task === undefined ? workflow.actions.filter((action) => action.from.includes(id)) : [task];
  const asked = forms.flatMap(({ form }) => form).filter((field) => field.required && field.type !== 'info');
  return [...new Set(asked.map((field) => say(field.label, locale)))].join(', ') || words.none;
}

function timeOf(def: ServiceDefinition, id: string, time: Duration | undefined, locale: Locale): string {
  const words = outputWords(locale);
  const said = time === undefined ? words.none : say(sayDuration(time), locale);
  return def.workflow.pauseIn.includes(id) ? `${said} (${words.paused})` : said;
}

function resultsOf({ workflow }: ServiceDefinition, id: string, locale: Locale): string[] {
  const task = workflow.tasks.find((one) => `task:${one.id}` === id);
  if (task !== undefined)
    return task.form.flatMap((field) => (field.options ?? []).map((option) => say(option.label, locale)));
  return workflow.actions
    .filter((action) => action.from.includes(id) && action.kind !== 'withdraw')
    .map((action) => say(action.label, locale));
}

export function sopHtml(def: ServiceDefinition, locale: Locale): string {
  const words = outputWords(locale);
  const title = `${words.sop}: ${say(def.title, locale)}`;
  return htmlDocument(locale, title, [
    paragraph(`${words.promise}: ${say(sayDuration(def.standard.promise), locale)}.`),
    `<div class="flow" tabindex="0">${svgText(flowDiagram(def, locale))}</div>`,
    paragraph(words.legend),
    `<table><thead><tr>${words.steps.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead><tbody>`,
    ...sopSteps(def, locale).map((step, index) => stepRow(step, index + 1)),
    '</tbody></table>',
    `<h2>${escaped(words.components[6] ?? '')}</h2>`,
    list(def.standard.legal),
  ]);
}

function stepRow(step: SopStep, number: number): string {
  const cells = [String(number), step.activity, step.by, step.needs, step.time, step.results.join('; ')];
  return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
}
