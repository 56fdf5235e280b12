// Who works where, in memory, renewed when the organisation's revision changes.
import { localDateOf } from '../../../lib/dates/local-date.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Membership, Officer, Platform } from '../../../platform/context.ts';
import type { EventBus } from '../../../platform/events.ts';
import { currentRevision, getUnit } from '../../organisation/index.ts';
import { type Delegation, isInForce } from '../delegation/rules.ts';
import { listDelegations } from '../store/delegations.ts';
import { listAllMemberships, listAllOfficers, type MembershipRow } from '../store/officers.ts';

/** An officer as others may know them: everything but how they signed in. */
export type Person = Omit<Officer, 'kind' | 'via'> & {
  readonly active: boolean;
  readonly nip?: string;
  readonly email?: string | undefined; // for office mail
};

interface Directory {
  readonly token: string;
  readonly people: readonly Person[];
  readonly byId: ReadonlyMap<string, Person>;
  readonly byUsername: ReadonlyMap<string, Person>;
  readonly acting: ReadonlyMap<string, readonly Acting[]>; // by the officer who stands in
}
/** A place held for somebody else, whenever its days are. */
interface Acting {
  readonly delegation: Delegation;
  readonly membership: Membership;
}
// One per platform (the event bus stands for it) and region.
const memories = new WeakMap<EventBus, Map<string, Directory>>();

export async function staffDirectory(platform: Platform): Promise<Directory> {
  const regions = memories.get(platform.events) ?? new Map<string, Directory>();
  memories.set(platform.events, regions);
  const token = await currentRevision(platform);
  const known = regions.get(platform.region.id);
  // A token seen in a transaction that is rolled back never comes again, so what was kept under it is never used.
  if (known?.token === token) return known;
  const directory = await readDirectory(platform, token);
  regions.set(platform.region.id, directory);
  return directory;
}

async function readDirectory(platform: Platform, token: string): Promise<Directory> {
  const rows = await listAllOfficers(platform.db);
  const memberships = new Map<string, Membership[]>();
  for (const row of await listAllMemberships(platform.db)) {
    const list = memberships.get(row.officerId) ?? [];
    memberships.set(row.officerId, [...list, await toMembership(platform, row)]);
  }
  const people = rows.map(
    ({ nip, ...row }): Person => ({ ...row, ...(nip ? { nip } : {}), memberships: memberships.get(row.id) ?? [] }),
  );
  return {
    token,
    people,
    byId: new Map(people.map((person) => [person.id, person])),
    byUsername: new Map(people.map((person) => [person.username, person])),
    acting: await readActing(platform),
  };
}

async function readActing(platform: Platform): Promise<Map<string, Acting[]>> {
  const acting = new Map<string, Acting[]>();
  for (const delegation of await listDelegations(platform.db)) {
    const { id, kind, post, fromOfficerId, lastDay: until, toOfficerId, unitId, role } = delegation;
    const { number, date } = delegation.instrument;
    const place = { id, kind, post, until, instrument: { number, date } };
    const membership: Membership = {
      ...(await toMembership(platform, { officerId: toOfficerId, unitId, role })),
      acting: { ...place, ...(fromOfficerId === undefined ? {} : { officerId: fromOfficerId }) },
    };
    acting.set(toOfficerId, [...(acting.get(toOfficerId) ?? []), { delegation, membership }]);
  }
  return acting;
}

/** The person with the places he holds for others at this moment. Asked at every request: a delegation ends by itself. */
export function personNow(platform: Platform, { acting }: Directory, person: Person): Person {
  const places = acting.get(person.id);
  if (!places) return person;
  const now = platform.clock.now();
  const at = { now, today: localDateOf(now, platform.region.timezone) };
  const held = places.filter(({ delegation }) => isInForce(delegation, at)).map(({ membership }) => membership);
  return held.length === 0 ? person : { ...person, memberships: [...person.memberships, ...held] };
}

/** Who holds a role in a unit by themselves, without any delegation. */
export async function ownHolders(platform: Platform, at: { unitId: string; role: string }): Promise<string[]> {
  const { people } = await staffDirectory(platform);
  const holds = ({ unitId, role }: Membership) => unitId === at.unitId && role === at.role;
  return people.filter((person) => person.active && person.memberships.some(holds)).map(({ id }) => id);
}

async function toMembership(platform: Platform, { unitId, role }: MembershipRow): Promise<Membership> {
  const unit = await getUnit(platform, unitId);
  return { unitId, unitCode: unit.code, unitName: unit.name, role };
}

/** By id, also when no longer active: old cases name them. Throws `identity.officer_unknown`. */
export async function getOfficer(platform: Platform, id: string): Promise<Person> {
  const directory = await staffDirectory(platform);
  const person = directory.byId.get(id);
  if (!person) throw new AppError('not_found', 'identity.officer_unknown', { params: { officer: id } });
  return personNow(platform, directory, person);
}

/** Those of the ids that exist, by id; for lists that show names. */
export async function getOfficers(platform: Platform, ids: Iterable<string>): Promise<ReadonlyMap<string, Person>> {
  const { byId } = await staffDirectory(platform);
  const found = new Map<string, Person>();
  for (const id of ids) {
    const person = byId.get(id);
    if (person) found.set(id, person);
  }
  return found;
}

/** Active officers by username; all, or those who hold the role (and work) in the unit. */
export async function listOfficers(
  platform: Platform,
  wanted: { unitId?: string | undefined; role?: string | undefined } = {},
): Promise<readonly Person[]> {
  const directory = await staffDirectory(platform);
  const people = directory.people.map((person) => personNow(platform, directory, person));
  const matches = (membership: Membership) =>
    (wanted.unitId === undefined || membership.unitId === wanted.unitId) &&
    (wanted.role === undefined || membership.role === wanted.role);
  const all = wanted.unitId === undefined && wanted.role === undefined;
  return people.filter((person) => person.active && (all || person.memberships.some(matches)));
}

/** An active officer by the name they sign in with, in whatever case it was typed. */
export async function findOfficerByUsername(platform: Platform, username: string): Promise<Person | undefined> {
  const directory = await staffDirectory(platform);
  const person = directory.byUsername.get(username.trim().toLowerCase());
  return person?.active ? personNow(platform, directory, person) : undefined;
}
