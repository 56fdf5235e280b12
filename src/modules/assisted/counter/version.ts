// Which version a counter screen works with: the one in force, or the one printed on a paper form.
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { currentVersion, getVersion, type ServiceVersion } from '../../catalogue/index.ts';

/** @throws invalid when the version belongs to another service, not_found when there is none. */
export async function versionFor(ctx: Context, slug: string, versionId: string | undefined): Promise<ServiceVersion> {
  if (versionId === undefined) return currentVersion(ctx, slug);
  const version = await getVersion(ctx, versionId);
  if (version.definition.service !== slug) throw new AppError('invalid', 'assisted.version_mismatch');
  return version;
}

/** A service that is no longer offered has no version in force; its printed forms are still read. */
export function notFoundVersion(error: unknown): undefined {
  if (error instanceof AppError && error.kind === 'not_found') return undefined;
  throw error;
}
