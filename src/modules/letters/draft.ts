// The letter as it would be signed now, for the eyes of those who initial and sign. Has no number and is kept nowhere.

import { localDateOf } from '../../lib/dates/local-date.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { Json } from '../../platform/pdf/printable.ts';
import type { CaseRow } from '../cases/index.ts';
import { getVersion } from '../catalogue/index.ts';
import { composeLetter } from './compose.ts';
import { validUntil } from './rules.ts';
import { printerOf } from './signers.ts';

const draftMark = 'KONSEP';

export async function draftLetter(ctx: Context, target: CaseRow): Promise<Uint8Array> {
  const { definition } = await getVersion(ctx, target.state.versionId);
  const { letter } = definition;
  if (!letter) throw new AppError('not_found', 'letters.no_letter');
  const now = ctx.clock.now();
  const title = definition.workflow.roles[letter.signer]?.title.id ?? letter.signer;
  const inputs = await composeLetter(ctx, definition, {
    id: target.id,
    verifyId: draftMark,
    caseId: target.id,
    caseNumber: target.number,
    service: target.state.service,
    versionId: target.state.versionId,
    unitId: target.state.unitId,
    number: draftMark,
    signedAt: now,
    validUntil:
      letter.validMonths === undefined ? null : validUntil(localDateOf(now, ctx.region.timezone), letter.validMonths),
    facts: { answers: target.state.answers, signer: { name: draftMark, title }, records: target.state.records },
    signerKind: 'test',
    sha256: null,
    printedAt: null,
  });
  return printerOf(ctx).render({ template: letter.template, inputs: inputs as unknown as Record<string, Json> });
}
