// Watching a case. It gives no sight of anything: who may see the case is asked again each time something of it is shown or told.
import { AppError } from '../../../lib/errors.ts';
import type { Context, Officer } from '../../../platform/context.ts';
import { type CaseRow, canSeeCase, getForOfficer } from '../../cases/index.ts';
import { getOfficer, getOfficers, listOfficers, type Person } from '../../identity/index.ts';
import { escalationSettings } from '../../organisation/index.ts';
import { endWatch, insertWatch, listWatchesOn } from '../store/watches.ts';

export function officerOf(ctx: Context): Officer {
  if (ctx.actor.kind !== 'officer') throw new AppError('unauthenticated', 'request.unauthenticated');
  return ctx.actor;
}
/** With the seats he holds today, those he holds for others among them. */
export const seesNow = (person: Person, { state }: CaseRow): boolean =>
  person.active && canSeeCase({ ...person, kind: 'officer', via: 'session' }, state);

/** @throws not_found, forbidden without sight of the case. */
export async function watchCaseOf(ctx: Context, number: string): Promise<void> {
  const target = await getForOfficer(ctx, number);
  await begin(ctx, target, { officerId: officerOf(ctx).id, addedBy: null });
}

/** Whoever has lost sight of the case is told nothing of it in any case. @throws not_found, forbidden as above. */
export async function stopWatching(ctx: Context, number: string): Promise<void> {
  const target = await getForOfficer(ctx, number);
  await endWatch(ctx.db, { officerId: officerOf(ctx).id, caseId: target.id }, ctx.clock.now());
}

/** A head adds somebody of his own office. @throws forbidden `dossier.not_head`, invalid `dossier.not_colleague` who may not see the case. */
export async function addWatcher(ctx: Context, number: string, officerId: string): Promise<void> {
  const target = await getForOfficer(ctx, number);
  const units = await headedUnits(ctx);
  if (units.length === 0) throw new AppError('forbidden', 'dossier.not_head');
  const colleague = (await colleaguesOf(ctx, target)).find(({ id }) => id === officerId);
  if (!colleague) throw new AppError('invalid', 'dossier.not_colleague');
  await begin(ctx, target, { officerId, addedBy: officerOf(ctx).id });
}

async function begin(ctx: Context, target: CaseRow, who: { officerId: string; addedBy: string | null }): Promise<void> {
  await insertWatch(ctx.db, { ...who, caseId: target.id, seenVersion: target.version, at: ctx.clock.now() });
}

/** Units this officer is the head of, as the region says which roles are heads. */
async function headedUnits(ctx: Context): Promise<string[]> {
  const { heads } = await escalationSettings(ctx);
  const held = officerOf(ctx).memberships.filter(({ role }) => heads.includes(role));
  return [...new Set(held.map(({ unitId }) => unitId))];
}

/** Whom this officer may add: people of the offices he heads who may see the case, himself left out. */
export async function colleaguesOf(ctx: Context, target: CaseRow): Promise<Person[]> {
  const officer = officerOf(ctx);
  const found = await Promise.all((await headedUnits(ctx)).map((unitId) => listOfficers(ctx, { unitId })));
  const people = new Map(found.flat().map((person) => [person.id, person]));
  return [...people.values()].filter((person) => person.id !== officer.id && seesNow(person, target));
}

export interface Watcher {
  readonly person: Person;
  readonly addedBy: string | undefined; // a name
  readonly at: Date;
}
/** Those who watch a case and may see it today. */
export async function watchersOf(ctx: Context, target: CaseRow): Promise<Watcher[]> {
  const watches = await listWatchesOn(ctx.db, target.id);
  const names = await getOfficers(
    ctx,
    watches.flatMap(({ addedBy }) => addedBy ?? []),
  );
  const watchers = await Promise.all(
    watches.map(async ({ officerId, addedBy, at }) => {
      const person = await getOfficer(ctx, officerId); // with the places he holds for others today
      return { person, addedBy: addedBy === null ? undefined : names.get(addedBy)?.name, at };
    }),
  );
  return watchers.filter(({ person }) => seesNow(person, target));
}
