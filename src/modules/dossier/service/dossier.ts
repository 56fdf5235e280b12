// What stands on the page of a case about its watchers and links. Looking at it is what "seen" means for a watcher.
import type { Context } from '../../../platform/context.ts';
import { type CallerCase, type CaseRow, canSeeCase, casesById } from '../../cases/index.ts';
import type { Person } from '../../identity/index.ts';
import { listWatchesOf, markSeen } from '../store/watches.ts';
import type { Watch } from '../types.ts';
import { type Linked, linksOf } from './links.ts';
import { colleaguesOf, officerOf, type Watcher, watchersOf } from './watch.ts';

export interface Dossier {
  readonly caseId: string;
  readonly number: string;
  readonly own: Watcher | undefined; // this officer watches
  readonly others: readonly Watcher[];
  readonly colleagues: readonly Person[]; // whom this officer, as a head, may add
  readonly links: readonly Linked[];
}

/** For callers that have checked the seat. */
export async function dossierOf(ctx: Context, target: CaseRow): Promise<Dossier> {
  const { id } = officerOf(ctx);
  const watchers = await watchersOf(ctx, target);
  const own = watchers.find(({ person }) => person.id === id);
  if (own) await markSeen(ctx.db, { officerId: id, caseId: target.id }, target.version);
  const watching = new Set(watchers.map(({ person }) => person.id));
  return {
    ...{ caseId: target.id, number: target.number, own },
    others: watchers.filter(({ person }) => person.id !== id),
    colleagues: (await colleaguesOf(ctx, target)).filter((person) => !watching.has(person.id)),
    links: (await linksOf(ctx, target)).now,
  };
}

export interface WatchedCase extends CallerCase {
  readonly watch: Watch;
  readonly news: number; // events since it was looked at
}
const shownWatches = 200;

/** What this officer watches and may see today: what has news first, then the latest begun. */
export async function watchedCases(ctx: Context): Promise<WatchedCase[]> {
  const watches = await listWatchesOf(ctx.db, officerOf(ctx).id, shownWatches);
  const cases = await casesById(
    ctx,
    watches.map(({ caseId }) => caseId),
  );
  const byId = new Map(cases.map((one) => [one.target.id, one]));
  const seen = watches.flatMap((watch) => {
    const found = byId.get(watch.caseId);
    if (!found || !canSeeCase(ctx.actor, found.target.state)) return [];
    return [{ ...found, watch, news: Math.max(0, found.target.version - watch.seenVersion) }];
  });
  return seen.sort((a, b) => Number(b.news > 0) - Number(a.news > 0));
}

/** How many of the watched cases have news: for the menu. */
export async function countNews(ctx: Context): Promise<number> {
  return (await watchedCases(ctx)).filter(({ news }) => news > 0).length;
}
