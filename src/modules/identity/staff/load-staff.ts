// regions/<region>/staff.yaml into officers and memberships. Nobody gets a password: the first way in is a log-in link.
import { join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '../../../lib/canonical-json.ts';
import { AppError } from '../../../lib/errors.ts';
import { type Platform, permissions } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { announceChange, checked, findUnitByCode, forgetMemory, readYaml } from '../../organisation/index.ts';
import { insertAuthEvent } from '../store/auth-events.ts';
import {
  listAllMemberships,
  listAllOfficers,
  type MembershipRow,
  type OfficerRow,
  replaceMemberships,
  saveOfficer,
} from '../store/officers.ts';
import type { AuthEventKind } from '../types.ts';

const StaffEntry = z.object({
  username: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,63}$/),
  name: z.string().min(1),
  title: z.string().min(1),
  nip: z.string().optional(),
  email: z.email().optional(), // office mail: what was forwarded to a head, the mayor's morning summary
  memberships: z.array(z.object({ unit: z.string(), role: z.string().regex(/^[a-z][a-z0-9-]*$/) })).default([]),
  permissions: z.array(z.enum(permissions)).default(['inbox']), // everybody works an inbox unless the file says otherwise
});
type StaffEntry = z.infer<typeof StaffEntry>;
const StaffFile = z.object({ staff: z.array(StaffEntry) });

/**
 * Brings officers to what staff.yaml says; the units must be loaded before. Who is no longer named can no longer sign in,
 * but keeps the name on what they did. Throws `organisation.content_wrong`; then nothing was changed.
 */
export async function loadStaff(platform: Platform, dir: string): Promise<{ officers: number; changed: boolean }> {
  const { staff } = checked(StaffFile, await readYaml(join(dir, 'staff.yaml')));
  refuseTwins(staff);
  const result = await inTransaction(platform, async (platform) => {
    const before = await readBefore(platform);
    const changes = await Promise.all(staff.map((entry) => toRow(platform, entry, before)));
    const named = new Set(staff.map((entry) => entry.username));
    const gone = [...before.values()].filter((row) => row.officer.active && !named.has(row.officer.username));
    let officers = 0;
    for (const row of changes) officers += await save(platform, before.get(row.officer.username), row);
    for (const row of gone)
      officers += await save(platform, row, { officer: { ...row.officer, active: false }, memberships: [] });
    if (officers > 0) await announceChange(platform);
    return { officers, changed: officers > 0 };
  });
  forgetMemory(platform);
  return result;
}

interface StaffRow {
  readonly officer: OfficerRow;
  readonly memberships: readonly MembershipRow[];
}

function refuseTwins(staff: readonly StaffEntry[]): void {
  const names = staff.map((entry) => entry.username);
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin !== undefined) throw wrong(twin, 'username');
}

async function readBefore(platform: Platform): Promise<Map<string, StaffRow>> {
  const memberships = await listAllMemberships(platform.db);
  const officers = await listAllOfficers(platform.db);
  return new Map(
    officers.map((officer) => [
      officer.username,
      { officer, memberships: memberships.filter((row) => row.officerId === officer.id) },
    ]),
  );
}

async function toRow(platform: Platform, entry: StaffEntry, before: ReadonlyMap<string, StaffRow>): Promise<StaffRow> {
  const { memberships, nip, ...columns } = entry;
  const id = before.get(entry.username)?.officer.id ?? newId();
  const rows: MembershipRow[] = [];
  for (const { unit, role } of memberships) {
    const found = await findUnitByCode(platform, unit);
    if (!found) throw wrong(entry.username, `unit: ${unit}`);
    rows.push({ officerId: id, unitId: found.id, role });
  }
  return { officer: { ...columns, nip, id, active: true }, memberships: rows };
}

function wrong(place: string, problem: string): AppError {
  return new AppError('invalid', 'organisation.content_wrong', { params: { file: 'staff.yaml', place, problem } });
}

async function save(platform: Platform, before: StaffRow | undefined, after: StaffRow): Promise<number> {
  if (before && comparable(before) === comparable(after)) return 0;
  const now = platform.clock.now();
  await saveOfficer(platform.db, { ...after.officer, createdAt: now });
  await replaceMemberships(platform.db, after.officer.id, after.memberships);
  await insertAuthEvent(platform.db, now, {
    kind: kindOf(before, after),
    outcome: 'ok',
    officerId: after.officer.id,
  });
  return 1;
}

function kindOf(before: StaffRow | undefined, after: StaffRow): AuthEventKind {
  if (!before?.officer.active && after.officer.active) return 'officer-added';
  return after.officer.active ? 'officer-changed' : 'officer-withdrawn';
}

function comparable({ officer, memberships }: StaffRow): string {
  return canonicalJson([officer, memberships.map(({ unitId, role }) => `${unitId} ${role}`).sort()]);
}
