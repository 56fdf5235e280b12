// A complete application from any channel becomes a case. The same answers give the same case, whoever collected them.

import { offers } from '../../../definition/channels.ts';
import { evaluate } from '../../../definition/conditions/evaluate.ts';
import type { Answers, Env } from '../../../definition/fields/types.ts';
import { applicantOf } from '../../../definition/interview/applicant.ts';
import {
  type DocumentEnv,
  documentsOnPath,
  requirementsOf,
  validateDocuments,
  waivedOnPath,
} from '../../../definition/interview/documents.ts';
import { parseAnswers } from '../../../definition/interview/parse-answers.ts';
import { mask } from '../../../definition/interview/personal.ts';
import { ownNik } from '../../../definition/registers/carry.ts';
import type { Field, ServiceDefinition } from '../../../definition/schema.ts';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import {
  type Assisted,
  type CaseDocument,
  findReceipt,
  openCase,
  planLookUp,
  type Receipt,
  routeUnit,
  unitsOfRoles,
} from '../../cases/index.ts';
import { closedError, closingForIntake, refuseChannel, type ServiceVersion } from '../../catalogue/index.ts';
import { attachUploads, mediaTypesOf } from '../../documents/index.ts';
import { messagesFor } from '../messages.ts';
import type { Draft } from '../types.ts';
import { envOf } from './env.ts';
import { wakeLookUps } from './look-ups.ts';
import { filledOnPath } from './prefill.ts';
import { type Asked, askAtIntake, askedAtIntake, recordAsked, wordFor } from './registers.ts';

export interface Application {
  readonly version: ServiceVersion;
  readonly answers: unknown; // raw
  readonly documents: readonly CaseDocument[];
  readonly submissionKey: string;
  readonly seen?: readonly string[] | undefined; // documents whose original an officer held in hand: they need no upload
  readonly held?: Draft['registers'] | undefined; // what registers said while it was filled in; only ever from our own draft
  readonly filled?: Draft['filled'] | undefined; // what nobody had to write, only ever from our own draft
  readonly assisted?: Assisted | undefined; // who held the keyboard, and how
  readonly email?: string | undefined; // for notices, where the form itself asks for none
}

function documentErrors(
  definition: ServiceDefinition,
  answers: Answers,
  given: { env: DocumentEnv; documents: readonly CaseDocument[]; seen: readonly string[] },
): FieldError[] {
  const { env, documents, seen } = given;
  const words = messagesFor(env.locale).document;
  const ids = documents.map((document) => document.id);
  const missing = validateDocuments(definition, answers, { given: [...ids, ...seen], env });
  const known = new Set(definition.documents.filter((rule) => rule.kind === 'file').map((rule) => rule.id));
  const shown = new Set(definition.documents.map((rule) => rule.id)); // whatever is asked for may be shown at a desk
  const tooMany = documentsOnPath(definition, answers, env).filter(
    (rule) => ids.filter((id) => id === rule.id).length > rule.max,
  );
  return [
    ...missing.map((rule) => ({ field: rule.id, code: 'document.required', message: words.required(rule.label) })),
    ...[...ids, ...seen.filter((id) => !shown.has(id))]
      .filter((id) => !known.has(id))
      .map((id) => ({ field: id, code: 'document.unknown', message: words.unknown(id) })),
    ...tooMany.map((rule) => ({
      field: rule.id,
      code: 'document.too_many',
      message: words.tooMany(rule.label, rule.max),
    })),
  ];
}

type Kind = 'photo' | 'pdf' | 'audio';
const kindOf = (mediaType: string): Kind =>
  mediaType.startsWith('audio/') ? 'audio' : mediaType === 'application/pdf' ? 'pdf' : 'photo';
const acceptedKinds = (accept: readonly string[]): Kind[] => [
  ...new Set(accept.map((kind): Kind => (kind === 'audio' || kind === 'pdf' ? kind : 'photo'))),
];

/** Files of another kind than asked for, by what they are and not by their names. Pictures of every kind are kept as pictures, so they count alike. */
async function kindErrors(
  ctx: Context,
  definition: ServiceDefinition,
  { answers, documents }: { readonly answers: Answers; readonly documents: readonly CaseDocument[] },
): Promise<FieldError[]> {
  const words = messagesFor(ctx.locale).document;
  const asked = [
    ...documents.flatMap(({ id, uploadId }) => {
      const rule = definition.documents.find((known) => known.id === id);
      return rule
        ? [{ field: id, label: say(rule.label, ctx.locale), uploadId, kinds: acceptedKinds(rule.accept) }]
        : [];
    }),
    ...definition.form.flatMap((page) =>
      page.fields.flatMap((field) =>
        photosOf(field, answers).map((uploadId) => ({
          field: field.id,
          label: say(field.label, ctx.locale),
          uploadId,
          kinds: ['photo', 'pdf'] as readonly Kind[],
        })),
      ),
    ),
  ];
  const types = await mediaTypesOf(
    ctx,
    asked.map(({ uploadId }) => uploadId),
  );
  return asked.flatMap(({ field, label, uploadId, kinds }) => {
    const type = types.get(uploadId);
    if (type === undefined || kinds.includes(kindOf(type))) return [];
    const message = words.wrongKind(
      label,
      kinds.map((kind) => words.kinds[kind]),
    );
    return [{ field, code: 'document.wrong_kind', message }];
  });
}

export interface Checked {
  readonly answers: Answers;
  readonly errors: readonly FieldError[]; // of answers, then of documents
  readonly env: Env;
  readonly held: Draft['registers']; // what registers said, when they were asked
}

/** What is wrong with an application, without keeping anything. */
export async function checkApplication(
  ctx: Context,
  application: Omit<Application, 'submissionKey'>,
): Promise<Checked> {
  const { version, answers: raw, documents, seen = [] } = application;
  const { definition } = version;
  const env = await envOf(ctx);
  const { answers, errors } = parseAnswers(definition, raw, env);
  const given = [...documents.map((document) => document.id), ...seen];
  const held =
    application.held ??
    (errors.length > 0 ? {} : await askAtIntake(ctx, definition, { answers, documents: given, env }));
  const told = { ...env, word: wordFor(definition, answers, held) };
  const kinds = await kindErrors(ctx, definition, { answers, documents });
  const wrong = [...errors, ...documentErrors(definition, answers, { env: told, documents, seen }), ...kinds];
  return { answers, errors: wrong, env, held };
}

/**
 * Checks everything and opens the case. Twice the same `submissionKey` is one case and the same receipt.
 * @throws invalid `applications.incomplete` with one entry per answer or document, conflict while the service is closed;
 * nothing is stored then.
 */
export async function submitApplication(ctx: Context, application: Application): Promise<Receipt> {
  const { definition, id: versionId } = application.version;
  await refuseWhileClosed(ctx, application);
  await refuseOtherWays(ctx, application);
  const { documents, seen = [], assisted } = application;
  const { answers, errors, env, held } = await checkApplication(ctx, application);
  if (errors.length > 0) throw new AppError('invalid', 'applications.incomplete', { fields: errors });
  await attachUploads(ctx, [...documents.map((document) => document.uploadId), ...photosIn(definition, answers)]);
  const unit = await routeUnit(ctx, definition, answers);
  const roleUnits = await unitsOfRoles(ctx, definition, unit);
  const { name, phone, email = application.email } = applicantOf(definition, answers);
  const given = [...documents.map((document) => document.id), ...seen];
  const told = { ...env, word: wordFor(definition, answers, held) };
  const filled = filledOnPath(application.filled ?? null, answers);
  const waived = waivedOnPath(definition, answers, told).map((rule) => rule.id);
  const asked = askedAtIntake(ctx, definition, { answers, env, held });
  const receipt = await openCase(ctx, {
    definition,
    intake: {
      versionId,
      unitId: unit.id,
      roleUnits,
      answers,
      documents: documentsKept(definition, answers, { env, documents }),
      ...(seen.length > 0 ? { seen: seenKept(definition, answers, { env, seen }) } : {}),
      ...(waived.length > 0 ? { waived: waived.filter((id) => !given.includes(id)) } : {}),
      ...(filled ? { filled } : {}),
      ...(assisted ? { assisted } : {}),
    },
    submissionKey: application.submissionKey,
    numberLetter: definition.number ?? 'P',
    applicantShort: isConfidential(definition, answers, env)
      ? messagesFor(env.locale).confidential
      : name === undefined
        ? messagesFor(env.locale).noName
        : mask(name, 'name'),
    ...(phone ? { phone } : {}),
    nik: ownNik({ definition, answers }),
    ...(email ? { email } : {}),
    lookUp: asked.open.length + asked.answered.length > 0,
  });
  if (!receipt.repeated) await afterIntake(ctx, receipt, asked);
  return receipt;
}

async function afterIntake(ctx: Context, { target }: Receipt, asked: Asked): Promise<void> {
  const recorded = await recordAsked(ctx, target, asked);
  if (asked.open.length > 0) await wakeLookUps(ctx);
  // Everything was answered while it was filled in. Had that not been written down, the background would ask again.
  else if (recorded && asked.answered.length > 0) await planLookUp(ctx, target.id, undefined);
}

function isConfidential({ confidential }: ServiceDefinition, answers: Answers, env: Env): boolean {
  return typeof confidential === 'boolean' ? confidential : evaluate(confidential, answers, env);
}

/** What was sent before the service closed is taken in: a repeated request, and a paper form handed in earlier. */
async function refuseWhileClosed(ctx: Context, application: Application): Promise<void> {
  const closing = await closingForIntake(ctx, application.version.service);
  if (!closing) return;
  const receivedAt = application.assisted?.receivedAt;
  if (receivedAt !== undefined && new Date(receivedAt) < closing.since) return;
  if (!(await findReceipt(ctx, application.submissionKey))) throw closedError(ctx, closing);
}

/** What was taken in before the service gave a way up stays taken in: a repeated request has its receipt. */
async function refuseOtherWays(ctx: Context, { version, submissionKey }: Application): Promise<void> {
  if (offers(version.definition, ctx.channel) || (await findReceipt(ctx, submissionKey))) return;
  refuseChannel(ctx, version.definition, ctx.channel);
}

/** Uploads given as answers to questions of type file. */
function photosIn(definition: ServiceDefinition, answers: Answers): string[] {
  return definition.form.flatMap((page) => page.fields.flatMap((field) => photosOf(field, answers)));
}
function photosOf({ id, type }: Pick<Field, 'id' | 'type'>, answers: Answers): string[] {
  const value = type === 'file' ? answers[id] : undefined;
  return Array.isArray(value) ? value.map(String) : [];
}

/** Documents of questions that are no longer asked are not part of the case. */
function documentsKept(
  definition: ServiceDefinition,
  answers: Answers,
  given: { env: Env; documents: readonly CaseDocument[] },
): CaseDocument[] {
  const onPath = new Set(documentsOnPath(definition, answers, given.env).map((rule) => rule.id));
  return given.documents.filter((document) => onPath.has(document.id)).map(({ id, uploadId }) => ({ id, uploadId }));
}

/** Originals seen of papers that these answers ask for, each once and in the order of the definition. */
function seenKept(
  definition: ServiceDefinition,
  answers: Answers,
  given: { env: Env; seen: readonly string[] },
): string[] {
  const onPath = requirementsOf(definition, given.env, answers);
  return onPath.map((rule) => rule.id).filter((id) => given.seen.includes(id));
}
