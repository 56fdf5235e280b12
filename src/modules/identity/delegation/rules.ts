// Plh., Plt. and a.n.: who may stand in whose place, and on which days. Pure. The powers follow from UU 30/2014 Pasal 14 (an acting
// official works for one who is away or gone) and the region's own rules on official letters.
import type { LocalDate } from '../../../lib/dates/local-date.ts';
import type { ActingFor } from '../../../platform/context.ts';

export type DelegationKind = ActingFor['kind'];
export interface Delegation {
  readonly id: string;
  readonly kind: DelegationKind;
  readonly unitId: string;
  readonly role: string;
  readonly post: string;
  readonly fromOfficerId: string | undefined;
  readonly toOfficerId: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly instrument: { readonly number: string; readonly date: LocalDate; readonly text: string };
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly endedAt: Date | undefined;
  readonly endReason: string | undefined;
}

/** In force from the start of the first day to the end of the last, both in the region's own time; an early end holds at once. */
export function isInForce(
  delegation: Pick<Delegation, 'firstDay' | 'lastDay' | 'endedAt'>,
  at: { today: LocalDate; now: Date },
): boolean {
  const { firstDay, lastDay, endedAt } = delegation;
  if (endedAt !== undefined && endedAt <= at.now) return false;
  return firstDay <= at.today && at.today <= lastDay;
}

export type DelegationRefusal =
  | 'days'
  | 'past'
  | 'barred'
  | 'own'
  | 'holds'
  | 'vacant'
  | 'held'
  | 'several'
  | 'overlap';
export interface Proposal {
  readonly kind: DelegationKind;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly to: { readonly id: string; readonly active: boolean; readonly worksInbox: boolean };
  readonly holders: readonly string[]; // officers who hold the role in the unit by themselves
  readonly others: readonly Delegation[]; // for the same role in the same unit
  readonly recordedBy: string;
  readonly today: LocalDate;
}
export type DelegationDecision =
  | { readonly ok: true; readonly from: string | undefined }
  | { readonly ok: false; readonly refusal: DelegationRefusal; readonly clash?: Delegation };

/** The one reason why not, or whose place it is. */
export function decideDelegation(proposal: Proposal): DelegationDecision {
  const refusal = personRefusal(proposal) ?? daysRefusal(proposal) ?? placeRefusal(proposal);
  if (refusal) return { ok: false, refusal };
  const clash = proposal.others.find(
    (other) => other.endedAt === undefined && other.firstDay <= proposal.lastDay && proposal.firstDay <= other.lastDay,
  );
  if (clash) return { ok: false, refusal: 'overlap', clash };
  return { ok: true, from: proposal.kind === 'plt' ? undefined : proposal.holders[0] };
}

function daysRefusal({ firstDay, lastDay, today }: Proposal): DelegationRefusal | undefined {
  if (lastDay < firstDay) return 'days';
  return lastDay < today ? 'past' : undefined; // nothing is delegated after the fact
}

function personRefusal({ to, recordedBy, holders }: Proposal): DelegationRefusal | undefined {
  if (!to.active || !to.worksInbox) return 'barred';
  if (to.id === recordedBy) return 'own'; // nobody gives himself an office
  return holders.includes(to.id) ? 'holds' : undefined;
}

function placeRefusal({ kind, holders }: Proposal): DelegationRefusal | undefined {
  if (kind === 'plt') return holders.length > 0 ? 'held' : undefined;
  if (holders.length === 0) return 'vacant';
  return holders.length > 1 ? 'several' : undefined; // the others can act already
}
