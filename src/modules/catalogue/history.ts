// Where each service stands, and how it came there: for the authoring desk.
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../../platform/context.ts';
import { currentCatalogue } from './snapshot.ts';
import { findClosing, findPlan, listPlans, listServiceEvents } from './store/closings.ts';
import { findCurrentId, listVersionLines } from './store/versions.ts';
import type { Closing, PlannedVersion, PublishedService, ServiceEvent, VersionLine } from './types.ts';

export interface ServiceStanding {
  readonly service: PublishedService;
  readonly plan: PlannedVersion | undefined;
}
export interface ServiceHistory {
  readonly slug: string;
  readonly inForceId: string;
  readonly versions: readonly VersionLine[]; // the newest first
  readonly plan: PlannedVersion | undefined;
  readonly closing: Closing | undefined;
  readonly events: readonly ServiceEvent[]; // the newest first
}

/** Every service, also retired ones, most used first. */
export async function listStandings(ctx: Context): Promise<ServiceStanding[]> {
  const [{ bySlug }, plans] = await Promise.all([currentCatalogue(ctx), listPlans(ctx.db)]);
  const planned = new Map(plans.map((plan) => [plan.slug, plan]));
  return [...bySlug.values()].map((service) => ({ service, plan: planned.get(service.slug) }));
}

/** @throws not_found for a service that was never published. */
export async function getHistory(ctx: Context, slug: string): Promise<ServiceHistory> {
  const inForceId = await findCurrentId(ctx.db, slug);
  if (!inForceId) throw new AppError('not_found', 'catalogue.service_not_found');
  return {
    slug,
    inForceId,
    versions: await listVersionLines(ctx.db, slug),
    plan: await findPlan(ctx.db, slug),
    closing: await findClosing(ctx.db, slug),
    events: await listServiceEvents(ctx.db, slug),
  };
}
