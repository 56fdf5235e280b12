// From a kept entry to a case, or to the list of what is still wrong. The answers are judged by the intake itself.
import { createHash } from 'node:crypto';
import { calledOf } from '../../../definition/called.ts';
import { parseField } from '../../../definition/fields/registry.ts';
import type { Answers, Env } from '../../../definition/fields/types.ts';
import { walk } from '../../../definition/interview/walk.ts';
import type { Field } from '../../../definition/schema.ts';
import { canonicalJson } from '../../../lib/canonical-json.ts';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { checkApplication } from '../../applications/index.ts';
import { findReceipt, type Receipt } from '../../cases/index.ts';
import type { ServiceVersion } from '../../catalogue/index.ts';
import { messagesFor } from '../messages.ts';
import { oldestPaperDays, problemOf } from '../rules.ts';
import { closeEntry } from '../store.ts';
import { submitAssisted } from '../submit.ts';
import { type Assisted, type Confirmed, identities, type NewEntry } from '../types.ts';
import { documentControl } from './read-form.ts';
import { receivedInstant } from './received.ts';

const emailField: Field = {
  id: '_email',
  type: 'email',
  label: { id: 'E-mail', en: 'E-mail' },
  required: false,
};

export const keyOf = (entryId: string): string => `entry:${entryId}`;

/** What the citizen confirms is exactly this: a changed answer needs a new confirmation. */
export function digestOf(answers: Answers): string {
  return createHash('sha256').update(canonicalJson(answers)).digest('base64url');
}

export interface Sending {
  readonly version: ServiceVersion;
  readonly entry: NewEntry;
  readonly confirmed: Confirmed | undefined;
  readonly mustConfirm: boolean; // a setting of the counter
}

export interface Judged {
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
  readonly assisted: Assisted;
}

/** Everything that stands in the way of sending: the web's own list first, then what only a counter asks. */
export async function judge(ctx: Context, sending: Sending): Promise<Judged> {
  const { version, entry } = sending;
  const { answers, errors, env } = await checkApplication(ctx, {
    version,
    answers: entry.answers,
    documents: entry.documents,
    seen: entry.seen,
  });
  const assisted = assistedOf(ctx, sending, { answers, env });
  const documents = errors.map((error) =>
    error.code.startsWith('document.') ? { ...error, field: documentControl(error.field) } : error,
  );
  const skipped = unasked(version, entry, env).filter((error) => !errors.some((known) => known.field === error.field));
  return {
    answers,
    assisted,
    errors: [...skipped, ...documents, ...meetingErrors(ctx, sending, { env, assisted })],
  };
}

/** Eligibility is asked here, so leaving it out is a mistake, as it is on the web. */
function unasked({ definition }: ServiceVersion, entry: NewEntry, env: Env): FieldError[] {
  const asked = new Set(definition.eligibility.map((rule) => rule.ask.id));
  return walk(definition, entry.answers, env).missing.filter((error) => asked.has(error.field));
}

function assistedOf(ctx: Context, { entry, confirmed }: Sending, given: { answers: Answers; env: Env }): Assisted {
  const { note, mode } = entry;
  const identity = identities.find((known) => known === note.identity);
  const said = isConfirmed(confirmed, given.answers) ? 'screen' : note.readAloud ? 'read-aloud' : undefined;
  const received =
    mode === 'paper'
      ? receivedInstant(
          { day: note.receivedOn, time: note.receivedTime },
          { today: given.env.today, timezone: ctx.region.timezone },
        )
      : undefined;
  return {
    mode,
    ...(identity ? { identity } : {}),
    ...(said ? { confirmed: said } : {}),
    ...(received ? { receivedAt: received.toISOString() } : {}),
    ...(note.lateReason ? { lateReason: note.lateReason } : {}),
  };
}

export function isConfirmed(confirmed: Confirmed | undefined | null, answers: Answers): boolean {
  return confirmed?.verdict === 'right' && confirmed.of === digestOf(answers);
}

function meetingErrors(
  ctx: Context,
  { entry, version, mustConfirm }: Sending,
  { assisted, env }: { env: Env; assisted: Assisted },
): FieldError[] {
  const words = messagesFor(ctx.locale).problems;
  const errors: FieldError[] = [];
  const asksIdentity = entry.mode === 'counter' && calledOf(version.definition) === 'permohonan';
  if (asksIdentity && assisted.identity === undefined)
    errors.push({ field: '_kenal', code: 'assisted.identity_missing', message: words.identity });
  const mail = entry.note.email === undefined ? undefined : parseField(entry.note.email, emailField, env);
  if (mail && !mail.ok) errors.push({ field: '_email', code: mail.code, message: mail.message });
  const problem = problemOf(assisted, ctx.clock.now());
  if (problem) {
    const field = problem === 'received_too_old' ? '_alasan' : '_terima_tanggal';
    const message = messagesFor(ctx.locale).errors[`assisted.${problem}`]({ days: oldestPaperDays });
    errors.push({ field, code: `assisted.${problem}`, message });
  }
  version.definition.declare.forEach((_, index) => {
    if (entry.note.declared?.includes(String(index))) return;
    errors.push({ field: `_pernyataan-${index}`, code: 'declaration.required', message: words.declaration });
  });
  if (mustConfirm && entry.mode === 'counter' && assisted.confirmed === undefined)
    errors.push({ field: '_dibacakan', code: 'assisted.not_confirmed', message: words.notConfirmed });
  return errors;
}

/** Sends once: pressed twice, or from two tabs of the same form, it is the same case. @throws invalid `applications.incomplete`. */
export async function sendEntry(ctx: Context, sending: Sending): Promise<Receipt> {
  const { version, entry } = sending;
  const earlier = await findReceipt(ctx, keyOf(entry.id));
  if (earlier) return earlier;
  const { errors, assisted } = await judge(ctx, sending);
  if (errors.length > 0) throw new AppError('invalid', 'applications.incomplete', { fields: errors });
  const receipt = await submitAssisted(ctx, {
    version,
    answers: entry.answers,
    documents: entry.documents.map(({ id, uploadId }) => ({ id, uploadId })),
    seen: entry.seen,
    submissionKey: keyOf(entry.id),
    assisted,
    ...(entry.note.email ? { email: entry.note.email } : {}),
  });
  await closeEntry(ctx.db, entry.id, receipt.target.id, ctx.clock.now());
  return receipt;
}
