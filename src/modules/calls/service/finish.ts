// The end of a script: sent at once when nothing is missing, else by a link or with the papers at a counter. Never a dead end.
import { calledOf } from '../../../definition/called.ts';
import { documentsOnPath } from '../../../definition/interview/documents.ts';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { keepDraft } from '../../applications/index.ts';
import { submitAssisted } from '../../assisted/index.ts';
import { findReceipt, type Receipt } from '../../cases/index.ts';
import { messagesFor } from '../messages.ts';
import { saveScript } from '../store/scripts.ts';
import { identities } from '../types.ts';
import { callTaker } from './call.ts';
import type { OpenScript } from './script.ts';

export interface Papers {
  readonly hard: readonly { readonly id: string; readonly label: string }[]; // needed before sending
  readonly soft: readonly { readonly id: string; readonly label: string }[]; // may follow
}

export function papersOf({ version, answers, env }: OpenScript): Papers {
  const papers = documentsOnPath(version.definition, answers, env);
  const of = (required: 'hard' | 'soft') =>
    papers.filter((paper) => paper.required === required).map(({ id, label }) => ({ id, label }));
  return { hard: of('hard'), soft: of('soft') };
}

export interface Ending {
  readonly identity: string | undefined;
  readonly consent: boolean;
  readonly declared: readonly number[];
  readonly seen: readonly string[]; // papers an officer at a counter held in hand
}

export const keyOf = (id: string): string => `script:${id}`;

/** Whoever reports a problem or writes a message need not say who they are. */
const asksIdentity = ({ version }: Pick<OpenScript, 'version'>): boolean =>
  calledOf(version.definition) === 'permohonan';

function problemsOf(ctx: Context, open: OpenScript, ending: Ending): FieldError[] {
  const words = messagesFor(ctx.locale).problems;
  const problems: FieldError[] = open.errors.map((error) => ({ ...error, field: `jawaban.${error.field}` }));
  if (asksIdentity(open) && !identities.some((known) => known === ending.identity))
    problems.push({ field: 'identitas', code: 'calls.identity_missing', message: words.identity });
  if (!ending.consent) problems.push({ field: 'persetujuan', code: 'calls.consent_missing', message: words.consent });
  open.version.definition.declare.forEach((_, index) => {
    if (!ending.declared.includes(index))
      problems.push({ field: `pernyataan-${index}`, code: 'declaration.required', message: words.declaration });
  });
  return problems;
}

/** Opens the case. @throws invalid with what still stands in the way; papers that are missing among it. */
export async function sendScript(ctx: Context, open: OpenScript, ending: Ending): Promise<Receipt> {
  callTaker(ctx);
  const { script, version } = open;
  const earlier = await findReceipt(ctx, keyOf(script.id));
  if (earlier) return earlier;
  const problems = problemsOf(ctx, open, ending);
  if (problems.length > 0) throw new AppError('invalid', 'applications.incomplete', { fields: problems });
  const atCounter = ending.seen.length > 0;
  const receipt = await submitAssisted(ctx, {
    version,
    answers: script.answers,
    documents: [],
    seen: ending.seen,
    submissionKey: keyOf(script.id),
    assisted: {
      mode: atCounter ? 'counter' : 'phone',
      ...(ending.identity ? { identity: ending.identity } : {}),
      consent: messagesFor(ctx.locale).consent,
    },
  });
  await close(ctx, open);
  return receipt;
}

/** Hands what was said over to the applicant's own link; from then on it is theirs alone. @returns the link's secret. */
export async function handOver(ctx: Context, open: OpenScript, ending: Pick<Ending, 'consent'>): Promise<string> {
  callTaker(ctx);
  if (open.script.sentAt) throw new AppError('conflict', 'calls.script_sent');
  if (!ending.consent) {
    const message = messagesFor(ctx.locale).problems.consent;
    const fields = [{ field: 'persetujuan', code: 'calls.consent_missing', message }];
    throw new AppError('invalid', 'applications.incomplete', { fields });
  }
  const token = await keepDraft(ctx, open.version, { answers: open.script.answers });
  await close(ctx, open);
  return token;
}

/** What was said is kept no longer than until it is sent. */
export async function close(ctx: Context, { script }: Pick<OpenScript, 'script'>): Promise<void> {
  const now = ctx.clock.now();
  await saveScript(ctx.db, { ...script, answers: {}, asked: [], updatedAt: now, sentAt: now });
}
