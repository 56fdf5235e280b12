// Intake: one way in for every channel. What a chat, a program or the page has collected are the same raw answers.
import { createHash } from 'node:crypto';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { submitApplication } from '../../applications/index.ts';
import type { Assisted } from '../../cases/index.ts';
import { versionForIntake } from '../../catalogue/index.ts';
import { kindValues, levelValues } from '../rules.ts';
import type { Intake, MessageReceipt } from '../types.ts';
import { hotlineSetting } from './setting.ts';

const photosAtMost = 4;

/** The raw answers of a message, as if somebody had filled in the form. What is not given is not answered. */
export function answersOf(intake: Intake): Record<string, unknown> {
  const { level = 'open', photos = [] } = intake;
  const named = level === 'anonymous' ? {} : { nama: intake.name, hp: intake.phone, email: intake.email };
  const answers = {
    isi: intake.text,
    jenis: kindValues[intake.kind ?? 'complaint'],
    wilayah: intake.area,
    foto: photos.length > 0 ? photos : undefined,
    anonim: levelValues[level],
    ...named,
  };
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined && value !== ''));
}

/** Whoever sends has keys of their own: a key is unique only together with them. */
function submissionKey(ctx: Context, key: string): string {
  const sender = ctx.actor.kind === 'officer' ? ctx.actor.id : ctx.channel;
  return createHash('sha256').update(`hotline\n${sender}\n${key}`).digest('hex');
}

export interface RawMessage {
  readonly answers: Readonly<Record<string, unknown>>; // by question id of the definition
  readonly key: string;
  readonly email?: string | undefined; // for news only, when it is no answer
  readonly assisted?: Assisted | undefined;
}

/**
 * Takes in a message as a channel collected it. Twice the same key and content is one message and the same receipt.
 * @throws invalid `applications.incomplete` with one entry per answer; conflict `cases.key_reused` for a key with other content.
 */
export async function sendAnswers(ctx: Context, raw: RawMessage): Promise<MessageReceipt> {
  const version = await versionForIntake(ctx, (await hotlineSetting(ctx)).service);
  const { target, trackingCode, repeated } = await submitApplication(ctx, {
    version,
    answers: { ...raw.answers },
    documents: [],
    submissionKey: submissionKey(ctx, raw.key),
    ...(raw.email ? { email: raw.email } : {}),
    ...(raw.assisted ? { assisted: raw.assisted } : {}),
  });
  return { caseId: target.id, number: target.number, trackingCode, repeated };
}

/** A message from a person, whichever way it came. @throws as sendAnswers; invalid `hotline.too_many_photos`. */
export async function sendMessage(ctx: Context, intake: Intake): Promise<MessageReceipt> {
  if ((intake.photos?.length ?? 0) > photosAtMost) throw new AppError('invalid', 'hotline.too_many_photos');
  return sendAnswers(ctx, {
    answers: answersOf(intake),
    key: intake.key,
    // Kept for news only: whoever is anonymous has no answer with it.
    ...(intake.level === 'anonymous' && intake.email ? { email: intake.email } : {}),
    ...(intake.assisted ? { assisted: intake.assisted } : {}),
  });
}
