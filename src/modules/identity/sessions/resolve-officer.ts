// From a cookie or a key to the officer behind it. Runs on every staff request: one look into a primary key, or none.
import { type Channel, channels, type Officer, type Platform } from '../../../platform/context.ts';
import { hashToken } from '../crypto/tokens.ts';
import { isSessionAlive, isSessionTouchDue, narrowPermissions, parseApiKey, parseToken } from '../rules.ts';
import { type Person, personNow, staffDirectory } from '../staff/directory.ts';
import { findApiKey, updateApiKeyUse } from '../store/api-keys.ts';
import { findOpenSession, touchSession } from '../store/sessions.ts';
import type { ApiKey, Session } from '../types.ts';
import { createMemory } from './session-memory.ts';

const sessions = createMemory<Session>();
const keys = createMemory<ApiKey>();

/**
 * The officer a session cookie or an API key (`lk_...`) stands for; undefined when it stands for nobody. A key that was
 * given but does not hold is never replaced by the cookie beside it.
 */
export async function resolveOfficer(
  platform: Platform,
  proof: { readonly cookie?: string | undefined; readonly bearer?: string | undefined },
): Promise<Officer | undefined> {
  if (proof.bearer !== undefined) return await resolveApiKey(platform, proof.bearer);
  const session = await findLiveSession(platform, proof.cookie);
  if (!session) return undefined;
  const person = await findActive(platform, session.officerId);
  return person && toOfficer(person, 'session');
}

/** The session of a cookie when it is alive now; slides its idle limit at most once a minute. */
export async function findLiveSession(platform: Platform, cookie: string | undefined): Promise<Session | undefined> {
  const token = parseToken(cookie);
  if (token === undefined) return undefined;
  const hash = hashToken(token);
  const key = hash.toString('base64');
  const now = platform.clock.now();
  const known = sessions.find(platform, key);
  if (known && isSessionAlive(known, now) && !isSessionTouchDue(known, now)) return known;
  const found = await findOpenSession(platform.db, hash);
  if (!found || !isSessionAlive(found, now)) return undefined;
  const session = isSessionTouchDue(found, now) ? { ...found, lastSeenAt: now } : found;
  if (session !== found)
    await touchSession(platform.db, hash, { at: now, seenBefore: new Date(now.getTime() - 60_000) });
  sessions.keep(platform, key, session);
  return session;
}

export function forgetSessions(platform: Platform, officerId: string): void {
  sessions.forget(platform, (session) => session.officerId === officerId);
}

export function forgetApiKey(platform: Platform, id: string): void {
  keys.forget(platform, (key) => key.id === id);
}

async function resolveApiKey(platform: Platform, text: string): Promise<Officer | undefined> {
  const key = parseApiKey(text);
  const found = key === undefined ? undefined : await findLiveApiKey(platform, key);
  if (!found) return undefined;
  if (found.officerId === undefined) return technicalAccount(found);
  const person = await findActive(platform, found.officerId);
  return person && toOfficer({ ...person, permissions: narrowPermissions(person.permissions, found.scope) }, 'api-key');
}

/** A program by the key it shows, with what the key is for; undefined when it is no key of ours or was withdrawn. */
export async function findProgram(
  platform: Platform,
  text: string,
): Promise<{ readonly id: string; readonly name: string; readonly scope: string } | undefined> {
  const key = parseApiKey(text);
  const found = key === undefined ? undefined : await findLiveApiKey(platform, key);
  return found && { id: found.id, name: found.name, scope: found.scope };
}

const channelScope = 'channel:';
/**
 * The way an application came in, by the credentials alone: a key with a scope such as `channel:chat` belongs to whoever carries that channel's words;
 * every other program is `api`.
 */
export async function channelOfProgram(
  platform: Platform,
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Promise<Channel> {
  const header = headers['authorization'];
  const secret = typeof header === 'string' ? /^Bearer +(\S+)$/i.exec(header)?.[1] : undefined;
  const scope = secret === undefined ? undefined : (await findProgram(platform, secret))?.scope;
  const named = scope
    ?.split(',')
    .find((word) => word.startsWith(channelScope))
    ?.slice(channelScope.length);
  return channels.find((channel) => channel === named) ?? 'api';
}

// A program that acts for nobody: known by name, member of no office, with no permission.
function technicalAccount({ id, name }: ApiKey): Officer {
  return {
    kind: 'officer',
    id,
    username: `api.${id}`,
    name,
    title: 'API',
    memberships: [],
    permissions: [],
    via: 'api-key',
  };
}

async function findLiveApiKey(platform: Platform, text: string): Promise<ApiKey | undefined> {
  const hash = hashToken(text);
  const memoryKey = hash.toString('base64');
  const known = keys.find(platform, memoryKey);
  if (known) return known;
  const found = await findApiKey(platform.db, hash);
  if (!found) return undefined;
  const now = platform.clock.now();
  if (!found.lastUsedAt || now.getTime() - found.lastUsedAt.getTime() >= 60_000)
    await updateApiKeyUse(platform.db, found.id, now);
  keys.keep(platform, memoryKey, found);
  return found;
}

async function findActive(platform: Platform, officerId: string): Promise<Person | undefined> {
  const directory = await staffDirectory(platform);
  const person = directory.byId.get(officerId);
  return person?.active ? personNow(platform, directory, person) : undefined;
}

function toOfficer({ active: _active, ...person }: Person, via: Officer['via']): Officer {
  return { kind: 'officer', ...person, via };
}
