// What a receipt says: everything to find the matter again, nothing that tells a finder who it belongs to.
import { type Called, calledOf } from '../../../definition/called.ts';
import { documentsOnPath } from '../../../definition/interview/documents.ts';
import { groupCaseNumber } from '../../../lib/case-number.ts';
import { formatDateTime } from '../../../lib/dates/format.ts';
import { AppError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { envOf } from '../../applications/index.ts';
import { findReceipt, promiseOf } from '../../cases/index.ts';
import { getVersion } from '../../catalogue/index.ts';
import { getUnit } from '../../organisation/index.ts';
import { keyOf } from '../counter/send.ts';
import { messagesFor } from '../messages.ts';

export interface ReceiptContent {
  readonly city: string;
  readonly service: string;
  readonly slug: string;
  readonly called: Called;
  readonly number: string; // grouped
  readonly rawNumber: string;
  readonly unit: string;
  readonly receivedAt: string;
  readonly enteredAt: string | undefined; // of a paper form: when it was typed in
  readonly due: string | undefined; // a date with its zone
  readonly answer: boolean; // the first answer is due then, not the end of the matter
  readonly derivation: readonly string[];
  readonly missing: readonly string[]; // papers that may still follow
  readonly hours: string | undefined;
  readonly phone: string | undefined;
  readonly trackUrl: string;
  readonly code: string;
}

/** @throws not_found `assisted.not_sent_yet` while the entry has not become a case. */
export async function receiptOf(ctx: Context, entryId: string): Promise<ReceiptContent> {
  const receipt = await findReceipt(ctx, keyOf(entryId));
  if (!receipt) throw new AppError('not_found', 'assisted.not_sent_yet');
  const { target, trackingCode } = receipt;
  const { state } = target;
  const { definition } = await getVersion(ctx, state.versionId);
  const [unit, promise, env] = await Promise.all([
    getUnit(ctx, state.unitId),
    promiseOf(ctx, definition, state),
    envOf(ctx),
  ]);
  const moment = (at: string | Date) =>
    formatDateTime(new Date(at), { timezone: ctx.region.timezone, locale: ctx.locale });
  const here = new Set([...state.documents.map((document) => document.id), ...(state.seen ?? [])]);
  const free = new Set(definition.documents.filter(({ required }) => required === 'no').map(({ id }) => id)); // nobody waits for these
  const received = state.assisted?.receivedAt;
  return {
    city: messagesFor(ctx.locale).receipt.city(ctx.region.name),
    service: say(definition.title, ctx.locale),
    slug: definition.service,
    called: calledOf(definition),
    number: groupCaseNumber(target.number),
    rawNumber: target.number,
    unit: unit.name,
    receivedAt: moment(received ?? state.submittedAt),
    enteredAt: received === undefined ? undefined : moment(state.submittedAt),
    due: promise?.dueAt ? moment(promise.dueAt) : undefined,
    answer: promise?.answer ?? false,
    derivation: promise?.derivation ?? [],
    missing: documentsOnPath(definition, state.answers, env)
      .filter((document) => !here.has(document.id) && !free.has(document.id))
      .map((document) => document.label),
    hours: unit.details.hours,
    phone: unit.details.phone ?? ctx.region.phone,
    trackUrl: `${ctx.config.publicUrl}/lacak/${trackingCode}`,
    code: trackingCode,
  };
}
