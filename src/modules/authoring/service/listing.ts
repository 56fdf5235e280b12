// The list of services, with who works on which.
import { compile, type Finding } from '../../../definition/compiler/index.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { listStandings, type ServiceStanding, type ServiceVersion } from '../../catalogue/index.ts';
import { getOfficers } from '../../identity/index.ts';
import { listOpenDrafts } from '../store/drafts.ts';
import type { DraftLine, listStates } from '../types.ts';
import { type Counts, countsOf, regionFolder } from './check.ts';

export type ListState = (typeof listStates)[number];

export interface ListLine {
  readonly slug: string;
  readonly title: string;
  readonly version: number | undefined;
  readonly states: readonly ListState[];
  readonly draft: { readonly by: string; readonly since: Date } | undefined;
  readonly counts: Counts;
}

export async function listLines(ctx: Context): Promise<ListLine[]> {
  const [standings, drafts] = await Promise.all([listStandings(ctx), listOpenDrafts(ctx.db)]);
  const bySlug = new Map(drafts.map((draft) => [draft.service, draft]));
  const names = await namesOf(
    ctx,
    drafts.map((draft) => draft.changedBy),
  );
  const known = new Set(standings.map(({ service }) => service.slug));
  const fresh = drafts
    .filter((draft) => !known.has(draft.service))
    .map(
      (draft): ListLine => ({
        slug: draft.service,
        title: draft.service,
        version: undefined,
        states: ['fresh', draft.state === 'waiting' ? 'waiting' : 'editing'],
        draft: { by: names.get(draft.changedBy) ?? '', since: draft.startedAt },
        counts: { error: 0, warning: 0, info: 0 },
      }),
    );
  return [...fresh, ...standings.map((standing) => lineOf(ctx, standing, bySlug.get(standing.service.slug), names))];
}

function lineOf(
  ctx: Context,
  standing: ServiceStanding,
  draft: DraftLine | undefined,
  names: ReadonlyMap<string, string>,
): ListLine {
  const { service, plan } = standing;
  const states: ListState[] = [
    service.closing?.kind ?? 'open',
    ...(plan ? ['planned' as const] : []),
    ...(draft ? [draft.state === 'waiting' ? ('waiting' as const) : ('editing' as const)] : []),
  ];
  return {
    slug: service.slug,
    title: say(service.version.definition.title, ctx.locale),
    version: service.version.version,
    states,
    draft: draft && { by: names.get(draft.changedBy) ?? '', since: draft.startedAt },
    counts: countsOf(findingsOf(ctx, service.version)),
  };
}

// A version never changes, so what the compiler says of it is worked out once.
const known = new WeakMap<ServiceVersion, readonly Finding[]>();
function findingsOf(ctx: Context, version: ServiceVersion): readonly Finding[] {
  const found = known.get(version) ?? compile(version.definition, regionFolder(ctx).env).findings;
  known.set(version, found);
  return found;
}

/** Names of officers by id; what is no officer keeps its own name. */
export async function namesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const uuids = [...new Set(ids)].filter((id) => /^[0-9a-f-]{36}$/.test(id));
  const people = uuids.length > 0 ? await getOfficers(ctx, uuids) : [];
  return new Map([...people.values()].map((person) => [person.id, person.name]));
}
