// The cases of one person, found by a keyed hash of the NIK. Whoever may not see a case does not learn that there is one.
import type { ServiceDefinition } from '../../../definition/schema.ts';
import type { Context } from '../../../platform/context.ts';
import { getVersion } from '../../catalogue/index.ts';
import { canSeeCase } from '../access.ts';
import { listByPerson } from '../store/find-case.ts';
import type { CaseRow } from '../types.ts';
import { officerOf } from './read.ts';

const looksBack = 50;

export function personHashOf(ctx: Context, nik: string): string;
export function personHashOf(ctx: Context, nik: string | undefined): string | undefined;
export function personHashOf(ctx: Context, nik: string | undefined): string | undefined {
  return nik === undefined ? undefined : ctx.secrets.sign('person', nik).toString('base64url');
}

/** The person's cases that this officer may open, latest first. Whoever uses what is in one records the reading. */
export async function casesOfPerson(
  ctx: Context,
  nik: string,
): Promise<{ readonly target: CaseRow; readonly definition: ServiceDefinition }[]> {
  const officer = officerOf(ctx);
  const found = await listByPerson(ctx.db, personHashOf(ctx, nik), looksBack);
  const own = found.filter(({ state }) => canSeeCase(officer, state));
  return Promise.all(
    own.map(async (target) => ({ target, definition: (await getVersion(ctx, target.state.versionId)).definition })),
  );
}
