// The letter as it would be signed now, for the eyes of those who initial and sign. Has no number and is kept nowhere.

import type { Answers } from '../../definition/fields/types.ts';
import type { ServiceDefinition } from '../../definition/schema.ts';
import { localDateOf } from '../../lib/dates/local-date.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { Json } from '../../platform/pdf/printable.ts';
import type { CaseRow } from '../cases/index.ts';
import { getVersion } from '../catalogue/index.ts';
import { composeLetter } from './compose.ts';
import { validUntil } from './rules.ts';
import { printerOf } from './signers.ts';
import type { Letter } from './types.ts';

const draftMark = 'KONSEP';

export async function draftLetter(ctx: Context, target: CaseRow): Promise<Uint8Array> {
  const { definition } = await getVersion(ctx, target.state.versionId);
  return printDraft(ctx, definition, {
    id: target.id,
    number: target.number,
    versionId: target.state.versionId,
    unitId: target.state.unitId,
    answers: target.state.answers,
    records: target.state.records,
  });
}

/** The letter of a service being written, with made-up answers: for its author, of no case. @throws not_found `letters.no_letter`. */
export function sampleLetter(
  ctx: Context,
  definition: ServiceDefinition,
  given: { readonly unitId: string; readonly answers: Answers },
): Promise<Uint8Array> {
  return printDraft(ctx, definition, { ...given, id: draftMark, number: draftMark, versionId: draftMark, records: {} });
}

interface Drafted {
  readonly id: string;
  readonly number: string;
  readonly versionId: string;
  readonly unitId: string;
  readonly answers: Answers;
  readonly records: Letter['facts']['records'];
}
async function printDraft(ctx: Context, definition: ServiceDefinition, given: Drafted): Promise<Uint8Array> {
  const { letter } = definition;
  if (!letter) throw new AppError('not_found', 'letters.no_letter');
  const now = ctx.clock.now();
  const title = definition.workflow.roles[letter.signer]?.title.id ?? letter.signer;
  const inputs = await composeLetter(ctx, definition, {
    id: given.id,
    verifyId: draftMark,
    caseId: given.id,
    caseNumber: given.number,
    service: definition.service,
    versionId: given.versionId,
    unitId: given.unitId,
    number: draftMark,
    signedAt: now,
    validUntil:
      letter.validMonths === undefined ? null : validUntil(localDateOf(now, ctx.region.timezone), letter.validMonths),
    facts: { answers: given.answers, signer: { name: draftMark, title }, records: given.records },
    signerKind: 'test',
    sha256: null,
    printedAt: null,
  });
  return printerOf(ctx).render({ template: letter.template, inputs: inputs as unknown as Record<string, Json> });
}
