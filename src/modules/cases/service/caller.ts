// The open cases of a telephone number. Found by the last four digits, then compared whole with what the applicant wrote:
// no second copy of anybody's number is needed. A number is a hint and never a proof; the caller decides what it opens.
import { applicantOf } from '../../../definition/interview/applicant.ts';
import type { ServiceDefinition } from '../../../definition/schema.ts';
import type { Context } from '../../../platform/context.ts';
import { getVersion } from '../../catalogue/index.ts';
import { listByIds, listOpenByPhoneTail } from '../store/find-case.ts';
import type { CaseRow } from '../types.ts';
import { officerOf } from './read.ts';

export interface CallerCase {
  readonly target: CaseRow;
  readonly definition: ServiceDefinition;
}

const mostCandidates = 300;

/** @param phone in the international form. */
export async function openCasesOfPhone(ctx: Context, phone: string): Promise<CallerCase[]> {
  const candidates = await listOpenByPhoneTail(ctx.db, phone.slice(-4), mostCandidates);
  const known = await Promise.all(candidates.map((target) => withDefinition(ctx, target)));
  return known.filter(({ target, definition }) => applicantOf(definition, target.state.answers).phone === phone);
}

/** Cases by id, for an officer on the telephone; what he may tell is decided by what the caller proved. */
export async function casesById(ctx: Context, ids: readonly string[]): Promise<CallerCase[]> {
  officerOf(ctx);
  const found = await listByIds(ctx.db, ids);
  return Promise.all(found.map((target) => withDefinition(ctx, target)));
}

async function withDefinition(ctx: Context, target: CaseRow): Promise<CallerCase> {
  const { definition } = await getVersion(ctx, target.state.versionId);
  return { target, definition };
}
