// What every channel would make of a draft. Worked out anew for each look; nothing is stored.
import type { DialogueEnv } from '../../../definition/dialogue/types.ts';
import { documentsOnPath } from '../../../definition/interview/documents.ts';
import { parseAnswers } from '../../../definition/interview/parse-answers.ts';
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { sampleAnswers } from '../../../definition/trial/index.ts';
import { localDateOf } from '../../../lib/dates/local-date.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { routeUnit } from '../../cases/index.ts';
import { sampleLetter } from '../../letters/index.ts';
import { areaLookup } from '../../organisation/index.ts';

export interface Rehearsal {
  readonly env: DialogueEnv;
  readonly raw: Readonly<Record<string, unknown>>; // made-up answers along one allowed path
}

export async function rehearsalOf(ctx: Context, definition: ServiceDefinition): Promise<Rehearsal> {
  const areas = await areaLookup(ctx);
  const today = localDateOf(ctx.clock.now(), ctx.region.timezone);
  const env: DialogueEnv = { today, locale: ctx.locale, areas, version: 'konsep' };
  const area = areas.list()[0]?.areas[0]?.code ?? '';
  return { env, raw: sampleAnswers(definition, { ...env, area }) };
}

/** What a program would post for the sample answers. */
export function sampleRequest(definition: ServiceDefinition, { env, raw }: Rehearsal) {
  const { answers } = parseAnswers(definition, raw, env);
  const papers = documentsOnPath(definition, answers, env).filter((paper) => paper.required === 'hard');
  return {
    service: definition.service,
    answers,
    documents: papers.map(({ id }) => ({ id, uploadId: 'contohunggahan' })),
  };
}

/** @throws not_found `letters.no_letter`; invalid when no unit of the region takes the sample answers. */
export async function letterOfDraft(ctx: Context, definition: ServiceDefinition): Promise<Uint8Array> {
  const { env, raw } = await rehearsalOf(ctx, definition);
  if (!definition.letter) throw new AppError('not_found', 'letters.no_letter');
  const { answers } = parseAnswers(definition, raw, env);
  const unit = await routeUnit(ctx, definition, answers);
  return sampleLetter(ctx, definition, { unitId: unit.id, answers });
}
