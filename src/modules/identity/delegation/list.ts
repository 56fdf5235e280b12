// Delegations and the choices of the form, as pages show them.
import { formatLocalDate } from '../../../lib/dates/format.ts';
import { localDateOf } from '../../../lib/dates/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { getUnit } from '../../organisation/index.ts';
import { staffDirectory } from '../staff/directory.ts';
import { listDelegations } from '../store/delegations.ts';
import { type Delegation, isInForce } from './rules.ts';

export interface DelegationRow {
  readonly id: string;
  readonly kind: Delegation['kind'];
  readonly post: string;
  readonly unit: string;
  readonly to: string;
  readonly from: string | undefined;
  readonly days: { readonly first: string; readonly last: string };
  readonly instrument: string;
  readonly text: string;
  readonly standing: 'now' | 'coming' | 'over' | 'ended';
}

async function rowOf(ctx: Context, delegation: Delegation): Promise<DelegationRow> {
  const { byId } = await staffDirectory(ctx);
  const { id, kind, post, firstDay, lastDay, instrument, endedAt } = delegation;
  const now = ctx.clock.now();
  const today = localDateOf(now, ctx.region.timezone);
  const standing =
    endedAt !== undefined
      ? 'ended'
      : isInForce(delegation, { today, now })
        ? 'now'
        : firstDay > today
          ? 'coming'
          : 'over';
  const nameOf = (officer: string) => byId.get(officer)?.name ?? '';
  return {
    ...{ id, kind, post, standing, text: instrument.text },
    unit: (await getUnit(ctx, delegation.unitId)).name,
    to: nameOf(delegation.toOfficerId),
    from: delegation.fromOfficerId === undefined ? undefined : nameOf(delegation.fromOfficerId),
    days: { first: formatLocalDate(firstDay, ctx.locale), last: formatLocalDate(lastDay, ctx.locale) },
    instrument: `${instrument.number}, ${formatLocalDate(instrument.date, ctx.locale)}`,
  };
}

/** All, newest first; of one officer those given to him and those of his own place. */
export async function listDelegationRows(ctx: Context, officerId?: string): Promise<DelegationRow[]> {
  const all = await listDelegations(ctx.db);
  const mine = all.filter((one) => officerId === undefined || [one.toOfficerId, one.fromOfficerId].includes(officerId));
  return Promise.all(mine.map((delegation) => rowOf(ctx, delegation)));
}

export interface DelegationChoices {
  readonly seats: readonly { readonly value: string; readonly label: string }[]; // "kel-lompoe lurah"
  readonly people: readonly { readonly value: string; readonly label: string }[];
}

/** Places that are held now or were: of people who left, the place remains, vacant. */
export async function choicesOf(ctx: Context): Promise<DelegationChoices> {
  const { people } = await staffDirectory(ctx);
  const seats = new Map<string, string>();
  const places = people.flatMap((person) => person.memberships);
  const roles = new Set(places.map(({ role }) => role));
  for (const { unitCode, unitName, role } of places) seats.set(`${unitCode} ${role}`, `${unitName}, ${role}`);
  for (const { unitCode, unitName } of places)
    for (const role of roles) if (isHeadOf(role, unitCode)) seats.set(`${unitCode} ${role}`, `${unitName}, ${role}`);
  const options = [...seats].map(([value, label]) => ({ value, label }));
  const active = people.filter((person) => person.active && person.permissions.includes('inbox'));
  return {
    seats: options.sort((a, b) => a.label.localeCompare(b.label, 'id')),
    people: active
      .map(({ username, name, title }) => ({ value: username, label: `${name}, ${title}` }))
      .sort((a, b) => a.label.localeCompare(b.label, 'id')),
  };
}

// A vacant post of these is offered although nobody holds it; others can be recorded once somebody has held them.
function isHeadOf(role: string, unitCode: string): boolean {
  return (
    (role === 'lurah' && unitCode.startsWith('kel-')) ||
    (role === 'camat' && unitCode.startsWith('kec-')) ||
    role === 'kadis'
  );
}
