// What the citizen's screen shows now: nothing, the answers to confirm, or the thanks with the number.
import { documentsOnPath } from '../../../definition/interview/documents.ts';
import { parseAnswers } from '../../../definition/interview/parse-answers.ts';
import { summarise } from '../../../definition/interview/summarise.ts';
import { say } from '../../../lib/locale.ts';
import type { Context, Officer } from '../../../platform/context.ts';
import { envOf } from '../../applications/index.ts';
import { getVersion } from '../../catalogue/index.ts';
import { digestOf, isConfirmed } from '../counter/send.ts';
import { type ReceiptContent, receiptOf } from '../receipt/content.ts';
import { findEntry, findSeat } from '../store.ts';
import type { Entry } from '../types.ts';

export type CitizenScreen =
  | { readonly kind: 'idle' }
  | { readonly kind: 'thanks'; readonly receipt: ReceiptContent }
  | {
      readonly kind: 'check';
      readonly entryId: string;
      readonly digest: string;
      readonly service: string;
      readonly rows: readonly { readonly label: string; readonly value: string }[];
      readonly originals: readonly string[];
      readonly said: 'right' | 'wrong' | undefined; // about exactly these answers
    };

const thanksMilliseconds = 3 * 60_000;
const forgottenMilliseconds = 30 * 60_000; // an entry nobody went on with

export async function screenOf(ctx: Context, officer: Officer): Promise<CitizenScreen> {
  const seat = await findSeat(ctx.db, officer.id);
  const entry = seat?.entryId ? await findEntry(ctx.db, seat.entryId) : undefined;
  if (!entry || entry.officerId !== officer.id) return { kind: 'idle' };
  const age = ctx.clock.now().getTime() - entry.updatedAt.getTime();
  if (entry.sentAt)
    return age > thanksMilliseconds ? { kind: 'idle' } : { kind: 'thanks', receipt: await receiptOf(ctx, entry.id) };
  return age > forgottenMilliseconds ? { kind: 'idle' } : toCheck(ctx, entry);
}

async function toCheck(ctx: Context, entry: Entry): Promise<CitizenScreen> {
  const { definition } = await getVersion(ctx, entry.versionId);
  const env = await envOf(ctx);
  const { answers } = parseAnswers(definition, entry.answers, env);
  const items = summarise(definition, answers, env).flatMap((page) => page.items);
  const digest = digestOf(answers);
  const { confirmed } = entry;
  return {
    kind: 'check',
    entryId: entry.id,
    digest,
    service: say(definition.title, ctx.locale),
    rows: items.map((item) => ({
      label: item.label,
      value: hideNumbers(
        item.rows ? item.rows.map((row) => row.map((cell) => cell.value).join(', ')).join('; ') : item.value,
      ),
    })),
    originals: documentsOnPath(definition, answers, env)
      .filter((document) => entry.seen.includes(document.id))
      .map((document) => document.label),
    said: isConfirmed(confirmed, answers)
      ? 'right'
      : confirmed?.verdict === 'wrong' && confirmed.of === digest
        ? 'wrong'
        : undefined,
  };
}

/** Others can read the screen over a shoulder: of a NIK or the number of a family card only the ends are shown. */
function hideNumbers(text: string): string {
  return text.replace(/\b(\d{4})([ .]?\d{4}){2}[ .]?(\d{4})\b/g, '$1 **** **** $3');
}
