// What the applicant answered and uploaded, as an officer sees it: personal values masked until he asks for one.
import { derivedShown } from '../../../definition/derive/shown.ts';
import { feeLines } from '../../../definition/fees/fee-lines.ts';
import { feeOf } from '../../../definition/fees/fee-of.ts';
import { type Answer, type Answers, answerOf, type Env, isRecord } from '../../../definition/fields/types.ts';
import { documentsOnPath } from '../../../definition/interview/documents.ts';
import { parseAnswers } from '../../../definition/interview/parse-answers.ts';
import { mask } from '../../../definition/interview/personal.ts';
import { type SummaryItem, summarise } from '../../../definition/interview/summarise.ts';
import type { Field, ServiceDefinition } from '../../../definition/schema.ts';
import { sizeText } from '../../../lib/file-size.ts';
import { type LocalText, say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { numbersElsewhere, type OpenedCase } from '../../cases/index.ts';
import { getUploads, type Upload } from '../../documents/index.ts';
import { messagesFor } from '../messages.ts';

export interface Fact {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly masked?: string | undefined; // shown instead until the officer asks
  readonly revealId: string; // the question whose reading is recorded
  readonly rows?: readonly (readonly Fact[])[] | undefined;
}
export interface FactPage {
  readonly title: string;
  readonly facts: readonly Fact[];
}
export interface Paper {
  readonly id: string; // of the document rule or of the question
  readonly uploadId: string;
  readonly label: string;
  readonly mediaType: string;
  readonly note: string; // "ktp.jpg, 240 kB"
  readonly why: readonly string[]; // what the definition says about it
  readonly evidence?: { readonly label: string; readonly value: string } | undefined;
  readonly correctable: boolean; // a document of the definition, not a photo among the answers
}
interface Given {
  readonly id: string;
  readonly uploadId: string;
  readonly field?: Field; // the question it answers, when it is not a document
}
export interface CaseFacts {
  readonly pages: readonly FactPage[];
  readonly papers: readonly Paper[];
  readonly withReason: boolean; // a personal answer is opened by writing why
  readonly missing: readonly { readonly id: string; readonly label: string }[];
  readonly spared: readonly string[]; // papers a register made unnecessary
  readonly warnings: readonly string[];
}

/** Behind a reason nothing is left to recognise anybody by. */
const wholly = '•••';

function factOf(item: SummaryItem, raw: Answer | undefined, at: { revealId: string; withReason: boolean }): Fact {
  const { revealId, withReason } = at;
  const { id, label, value } = item;
  if (item.rows) {
    const given = Array.isArray(raw) ? raw : [];
    const rows = item.rows.map((row, index) =>
      row.map((inner) => factOf(inner, partOfRow(given[index], inner.id), at)),
    );
    return { id, label, value, revealId, rows };
  }
  const hidden = item.personal && raw !== undefined ? (withReason ? wholly : mask(raw, item.type)) : undefined;
  return { id, label, value, revealId, ...(hidden === undefined ? {} : { masked: hidden }) };
}

function partOfRow(row: unknown, id: string): Answer | undefined {
  // Stored answers were parsed by the definition: what a row holds is an answer.
  return isRecord(row) && Object.hasOwn(row, id) ? (row[id] as Answer) : undefined;
}

function questionsOf(definition: ServiceDefinition) {
  return [...definition.eligibility.map((rule) => rule.ask), ...definition.form.flatMap((page) => page.fields)];
}

/** Photos that officers added to a step, such as those of a site visit. */
function recordedPhotos({ definition, target }: Pick<OpenedCase, 'definition' | 'target'>) {
  const { actions, tasks } = definition.workflow;
  const steps = [
    ...actions.map(({ do: name, form }) => ({ name, form })),
    ...tasks.map(({ id: name, form }) => ({ name, form })),
  ];
  return steps.flatMap(({ name, form }) => {
    const recorded = target.state.records[name];
    return recorded ? photosIn(form, recorded) : [];
  });
}

function photosIn(fields: readonly Field[], answers: Answers) {
  return fields
    .filter((field) => field.type === 'file')
    .flatMap((field) => {
      const value = answerOf(answers, field.id);
      return (Array.isArray(value) ? value.map(String) : []).map((uploadId) => ({ id: field.id, uploadId, field }));
    });
}

/** Every upload that belongs to the case: its documents, the photos among its answers, those of the office. */
export function uploadsOf({ definition, target }: Pick<OpenedCase, 'definition' | 'target'>): Given[] {
  const { answers, documents } = target.state;
  const papers: Given[] = documents.map(({ id, uploadId }) => ({ id, uploadId }));
  return [...papers, ...photosIn(questionsOf(definition), answers), ...recordedPhotos({ definition, target })];
}

function paperOf(
  opened: OpenedCase,
  given: { id: string; field: Field | undefined; upload: Upload },
  shown: { facts: ReadonlyMap<string, Fact>; env: Env },
): Paper {
  const { definition } = opened;
  const { locale } = shown.env;
  const rule = definition.documents.find((candidate) => candidate.id === given.id);
  const label: LocalText = given.field?.label ?? rule?.label ?? { id: given.id };
  const proves = rule?.evidenceOf === undefined ? undefined : shown.facts.get(rule.evidenceOf);
  const { upload } = given;
  return {
    id: given.id,
    uploadId: upload.id,
    label: say(label, locale),
    mediaType: upload.mediaType,
    note: `${upload.fileName}, ${sizeText(upload.size, locale)}`,
    why: [rule?.note, rule?.why].flatMap((text) => (text ? [say(text, locale)] : [])),
    ...(proves ? { evidence: { label: proves.label, value: proves.masked ?? proves.value } } : {}),
    correctable: rule !== undefined && given.field === undefined,
  };
}

/** What follows from the answers: derived values with their table, and the fee with its sum and article. */
function reckonedPage(definition: ServiceDefinition, answers: Answers, env: Env): FactPage {
  const fee = feeLines(feeOf(definition, answers), env.locale);
  const derived = derivedShown(definition, answers, env).map(({ id, label, value, source }) => ({
    id,
    label,
    value: `${value} (${source})`,
    revealId: id,
  }));
  const amount = { id: 'biaya', label: fee.title, value: [fee.amount, ...fee.notes].join('. '), revealId: 'biaya' };
  return { title: messagesFor(env.locale).case.reckoned, facts: [...derived, amount] };
}

async function elsewherePage(ctx: Context, caseId: string): Promise<FactPage[]> {
  const numbers = await numbersElsewhere(ctx, caseId);
  const facts = numbers.map(({ holder, label, value }) => ({ id: `nomor-${holder}`, label, value, revealId: '' }));
  return facts.length === 0 ? [] : [{ title: messagesFor(ctx.locale).elsewhere, facts }];
}

export async function factsOf(ctx: Context, opened: OpenedCase, env: Env): Promise<CaseFacts> {
  const { definition, target } = opened;
  const { answers, documents } = target.state;
  const withReason = definition.reveal === 'with-reason';
  const pages = summarise(definition, answers, env).map(({ title, items }) => ({
    title,
    facts: items
      .filter((item) => item.type !== 'file')
      .map((item) => factOf(item, answerOf(answers, item.id), { revealId: item.id, withReason })),
  }));
  const byId = new Map(pages.flatMap((page) => page.facts.map((fact) => [fact.id, fact] as const)));
  const uploads = uploadsOf(opened);
  const found = await getUploads(
    ctx,
    uploads.map((upload) => upload.uploadId),
  );
  const papers = uploads.flatMap(({ id, uploadId, field }) => {
    const upload = found.find((candidate) => candidate.id === uploadId);
    return upload ? [paperOf(opened, { id, field, upload }, { facts: byId, env })] : [];
  });
  const { seen = [], waived = [] } = target.state;
  const given = new Set([...documents.map((document) => document.id), ...seen, ...waived]);
  const missing = documentsOnPath(definition, answers, env).filter((rule) => !given.has(rule.id));
  const { warnings } = parseAnswers(definition, answers, env);
  return {
    pages: [
      ...(await elsewherePage(ctx, target.id)),
      ...pages.filter((page) => page.facts.length > 0),
      reckonedPage(definition, answers, env),
    ],
    papers,
    withReason,
    missing: missing.map(({ id, label }) => ({ id, label })),
    spared: definition.documents.filter(({ id }) => waived.includes(id)).map(({ label }) => say(label, env.locale)),
    warnings: warnings.map((warning) => [byId.get(warning.field)?.label, warning.message].filter(Boolean).join(': ')),
  };
}
