// Published versions. A version never changes, so it is kept in memory once read; which one is in force is asked each time
// (one index look-up), so a new version shows at once in every process.

import { AppError } from '../../lib/errors.ts';
import type { Context } from '../../platform/context.ts';
import { findClosing } from './store/closings.ts';
import { findCurrentId, findVersion } from './store/versions.ts';
import type { Closing, ServiceVersion } from './types.ts';

const kept = new Map<string, ServiceVersion>();
const keepAtMost = 500; // 62 services and their recent versions; a case with an older one costs one query

/** A version by id, as pinned on a case. @throws not_found when there is none. */
export async function getVersion(ctx: Context, id: string): Promise<ServiceVersion> {
  const key = `${ctx.region.id}/${id}`;
  const known = kept.get(key);
  if (known) return known;
  const version = await findVersion(ctx.db, id);
  if (!version) throw new AppError('not_found', 'catalogue.version_not_found');
  if (kept.size >= keepAtMost) kept.delete(kept.keys().next().value ?? '');
  kept.set(key, version);
  return version;
}

/** The version in force. @throws not_found for an unknown service. */
export async function currentVersion(ctx: Context, slug: string): Promise<ServiceVersion> {
  const id = await findCurrentId(ctx.db, slug);
  if (!id) throw new AppError('not_found', 'catalogue.service_not_found');
  return getVersion(ctx, id);
}

interface Intake {
  readonly id: string;
  readonly closing: Closing | undefined;
  readonly until: number;
}
const atIntake = new Map<string, Intake>();
const trustedMilliseconds = 500;
const keyOf = (ctx: Context, slug: string): string => `${ctx.config.dataDir}/${ctx.region.id}/${slug}`;

async function intakeOf(ctx: Context, slug: string): Promise<Intake> {
  const known = atIntake.get(keyOf(ctx, slug));
  if (known && known.until > performance.now()) return known;
  const [version, closing] = await Promise.all([currentVersion(ctx, slug), findClosing(ctx.db, slug)]);
  const intake = { id: version.id, closing, until: performance.now() + trustedMilliseconds };
  atIntake.set(keyOf(ctx, slug), intake);
  return intake;
}

/**
 * The version a program's application is pinned to: the one in force, asked at most twice a second per service. Whoever
 * sends within that half second of a publication gets the version before, as if it had been sent just before.
 */
export async function versionForIntake(ctx: Context, slug: string): Promise<ServiceVersion> {
  return getVersion(ctx, (await intakeOf(ctx, slug)).id);
}

/** Why the service takes no applications, if so; another process hears of it within the same half second. */
export async function closingForIntake(ctx: Context, slug: string): Promise<Closing | undefined> {
  return (await intakeOf(ctx, slug)).closing;
}

/** This process sees a change at once. */
export function forgetIntake(ctx: Context, slug: string): void {
  atIntake.delete(keyOf(ctx, slug));
}
