// What a partner's server offers: its formats, its services, whether it lists updates. Read once a day, and anew after trouble.
import type { Context } from '../../../platform/context.ts';
import { findLearnt, type Learnt, saveLearnt } from '../store/partners.ts';
import type { PartnerEntry } from '../types.ts';
import { type Answer, type Endpoint, get, getAt } from '../wire/call.ts';
import { readDiscovery, readServices, type TheirService } from '../wire/read.ts';
import { endpointOf } from './connection.ts';

const freshMilliseconds = 24 * 60 * 60_000;

export type Known = Omit<Learnt, 'updatesUntil'>;

/** The last that was learnt while it is fresh, else asked for. When the server does not answer, what was known before stands, with its trouble. */
export async function learn(ctx: Context, entry: PartnerEntry, options = { anew: false }): Promise<Known> {
  const known = await findLearnt(ctx.db, entry.unit);
  const now = ctx.clock.now();
  const fresh = known && known.troubleCode === null && now.getTime() - known.checkedAt.getTime() < freshMilliseconds;
  if (known && fresh && !options.anew) return known;
  const learnt = await ask(ctx, entry, known);
  await saveLearnt(ctx.db, learnt);
  return learnt;
}

async function ask(ctx: Context, entry: PartnerEntry, known: Learnt | undefined): Promise<Known> {
  const before = { services: known?.services ?? [], givesUpdates: known?.givesUpdates ?? false };
  const checked = { unitCode: entry.unit, checkedAt: ctx.clock.now(), troubleText: null };
  const first = endpointOf(ctx, entry);
  if (!first) return { ...before, ...checked, format: 'xml', troubleCode: 'not-connected' };
  const format = entry.format ?? (await offered(first, entry));
  const endpoint = { ...first, format };
  const answer = await get(endpoint, 'services');
  const services = answer.kind === 'answered' ? readServices(answer.tree) : [];
  if (services.length === 0) return { ...before, ...checked, format, troubleCode: troubleOf(answer) };
  return { ...checked, format, services, givesUpdates: await listsUpdates(ctx, endpoint), troubleCode: null };
}

/** JSON where discovery says so; XML is what every endpoint must have. */
async function offered(endpoint: Endpoint, { discovery }: PartnerEntry): Promise<Endpoint['format']> {
  if (discovery === undefined) return 'xml';
  const answer = await getAt({ ...endpoint, format: discovery.endsWith('.json') ? 'json' : 'xml' }, discovery);
  const endpoints = answer.kind === 'answered' ? readDiscovery(answer.tree) : [];
  const ours = endpoints.find(({ url }) => url.replace(/\/+$/, '') === endpoint.url) ?? endpoints[0];
  return ours?.formats.includes('json') ? 'json' : 'xml';
}

function troubleOf(answer: Answer): string {
  if (answer.kind === 'answered') return 'no-services';
  return answer.kind === 'refused' ? 'refused' : answer.problem;
}

async function listsUpdates(ctx: Context, endpoint: Endpoint): Promise<boolean> {
  const now = ctx.clock.now();
  const window = { start_date: new Date(now.getTime() - 60_000).toISOString(), end_date: now.toISOString() };
  return (await get(endpoint, 'servicerequestupdates', { ...window, api_key: endpoint.key })).kind === 'answered';
}

export function serviceOf({ services }: Pick<Known, 'services'>, code: string): TheirService | undefined {
  return services.find((one) => one.code === code);
}
