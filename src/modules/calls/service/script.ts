// An application by telephone: which question comes next, and what is said before and after it. Worked out anew from the
// answers at every request, by the same interview as every other channel.
import { evaluate } from '../../../definition/conditions/evaluate.ts';
import { parseFields } from '../../../definition/fields/registry.ts';
import { type Answers, answerOf, type Env } from '../../../definition/fields/types.ts';
import { parseAnswers } from '../../../definition/interview/parse-answers.ts';
import { fieldsOnPage } from '../../../definition/interview/question.ts';
import { pagesOnPath } from '../../../definition/interview/summarise.ts';
import type { Eligibility, Field, ServiceDefinition } from '../../../definition/schema.ts';
import { spokenQuestion, spokenWay } from '../../../definition/spoken/index.ts';
import { newCaseNumber, parseTicket } from '../../../lib/case-number.ts';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import type { Incoming } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import { envOf, listOf, readPage } from '../../applications/index.ts';
import { currentVersion, getVersion, refuseChannel, refuseClosed, type ServiceVersion } from '../../catalogue/index.ts';
import { findScript, findScriptByTicket, insertScript, lockScript, saveScript } from '../store/scripts.ts';
import type { Script } from '../types.ts';
import { callTaker } from './call.ts';

export interface Asked {
  readonly field: Field;
  readonly title: LocalTitle; // of its page
  readonly rule: Eligibility | undefined;
  readonly done: boolean;
}
type LocalTitle = ServiceDefinition['title'] | undefined;
export interface OpenScript {
  readonly script: Script;
  readonly version: ServiceVersion;
  readonly env: Env;
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
  readonly questions: readonly Asked[];
  readonly stop: Eligibility | undefined; // the rule that is not met
}

/** @param answers what is known before the first question. @throws conflict when the service is closed, invalid when it is not offered by telephone. */
export async function startScript(
  ctx: Context,
  slug: string,
  callId: string | null,
  answers: Script['answers'] = {},
): Promise<string> {
  const officer = callTaker(ctx);
  await refuseClosed(ctx, slug);
  const version = await currentVersion(ctx, slug);
  refuseChannel(ctx, version.definition, 'phone');
  const now = ctx.clock.now();
  const id = newId();
  await insertScript(ctx.db, {
    id,
    ticket: newCaseNumber('T'),
    callId,
    officerId: officer.id,
    service: slug,
    versionId: version.id,
    answers,
    asked: [],
    createdAt: now,
    updatedAt: now,
    sentAt: null,
  });
  return id;
}

export async function openScript(ctx: Context, id: string): Promise<OpenScript> {
  callTaker(ctx);
  const script = await findScript(ctx.db, id);
  if (!script) throw new AppError('not_found', 'calls.script_not_found');
  return workOut(ctx, script);
}

/** By the number the caller was given; any officer at a telephone or counter may go on with it. */
export async function findByTicket(ctx: Context, typed: string): Promise<Script> {
  callTaker(ctx);
  const ticket = parseTicket(typed);
  const script = ticket ? await findScriptByTicket(ctx.db, ticket) : undefined;
  if (!script || script.sentAt) throw new AppError('not_found', 'calls.script_not_found');
  return script;
}

async function workOut(ctx: Context, script: Script): Promise<OpenScript> {
  const version = await getVersion(ctx, script.versionId);
  const { definition } = version;
  const env = await envOf(ctx);
  const { answers, errors } = parseAnswers(definition, script.answers, env);
  const eligibility = definition.eligibility.map((rule): Asked => {
    const done =
      script.asked.includes(rule.ask.id) && (answerOf(answers, rule.ask.id) !== undefined || !rule.ask.required);
    return { field: rule.ask, title: undefined, rule, done };
  });
  const wrong = new Set(errors.map((error) => error.field.split('.')[0]));
  const pages = pagesOnPath(definition, answers, env).flatMap((page) =>
    fieldsOnPage(page, answers, env)
      .filter((field) => field.type !== 'info' && spokenWay(field) === 'ask')
      .map((field): Asked => {
        const done = script.asked.includes(field.id) && !wrong.has(field.id);
        return { field, title: page.title, rule: undefined, done };
      }),
  );
  const asked = new Set(eligibility.map(({ field }) => field.id));
  const stop = definition.eligibility.find(
    (rule) => rule.else.stop && answerOf(answers, rule.ask.id) !== undefined && !evaluate(rule.needs, answers, env),
  );
  const questions = [...eligibility, ...pages.filter(({ field }) => !asked.has(field.id))];
  return { script, version, env, answers, errors, questions, stop };
}

/** The question on the screen: the one asked for, else the first still open; none when everything is said. */
export function currentQuestion(open: OpenScript, wanted: string | undefined): Asked | undefined {
  const chosen = open.questions.find(({ field }) => field.id === wanted);
  return chosen ?? (open.stop ? undefined : open.questions.find((question) => !question.done));
}

/** What the officer says after an answer. */
export function readBackOf(open: OpenScript, id: string | undefined): string | undefined {
  const field = open.questions.find((question) => question.field.id === id)?.field;
  return field && spokenQuestion(field, open.env, 'phone').readBack(answerOf(open.answers, field.id));
}

export interface Saved {
  readonly errors: readonly FieldError[];
  readonly repeated: boolean; // a row was added or taken away
}

/** Keeps one answer as it was typed; whether it can be right is said at once. */
export async function saveAnswer(
  ctx: Context,
  open: OpenScript,
  given: { field: Field; body: Readonly<Record<string, unknown>>; sentence: Incoming['sentence'] },
): Promise<Saved> {
  const { field, body, sentence } = given;
  const kept = (one: Field) => listOf(open.script.answers[one.id]);
  const page = await readPage(ctx, { fields: [field], body, files: [], sentence, kept });
  const after = await inTransaction(ctx, async (ctx) => {
    const before = await lockScript(ctx.db, open.script.id);
    if (!before) throw new AppError('not_found', 'calls.script_not_found');
    if (before.sentAt) throw new AppError('conflict', 'calls.script_sent');
    const asked = page.repeated || before.asked.includes(field.id) ? before.asked : [...before.asked, field.id];
    const changed = { ...before, answers: { ...before.answers, ...page.raw }, asked, updatedAt: ctx.clock.now() };
    await saveScript(ctx.db, changed);
    return changed;
  });
  if (page.repeated) return { errors: [], repeated: true };
  const { env } = open;
  const { answers } = parseAnswers(open.version.definition, after.answers, env);
  const { errors } = parseFields([field], after.answers, { ...env, answers });
  return { errors, repeated: false };
}
