// Where a case stands in the line above it, for the officers who look at it.
import type { Officer } from '../../../platform/context.ts';
import { raisedTo, seatsOn } from '../access.ts';
import type { CaseState, Escalation } from '../types.ts';

export interface Standing {
  readonly highest: Escalation | undefined; // the last one told
  readonly toMe: boolean; // passed up to this officer
  readonly onlyAbove: boolean; // he has no seat on the case: he sees it because it was passed up
  readonly reminder: CaseState['reminder']; // from above, since the case came to this desk
  readonly warned: Readonly<Record<string, number>>; // of clocks and of tasks still open
}

export function escalationNow(officer: Officer, state: CaseState): Standing {
  const toMe = raisedTo(officer, state).length > 0;
  const open = new Set(state.tasks.filter((task) => task.closedAt === undefined).map((task) => task.id));
  const clocks = new Set(state.clocks.map((clock) => clock.rule.id));
  const warned = Object.entries(state.warned ?? {}).filter(([about]) => open.has(about) || clocks.has(about));
  return {
    highest: state.escalations?.at(-1),
    toMe,
    onlyAbove: toMe && seatsOn(officer, state).length === 0,
    reminder: state.reminder && state.reminder.at >= state.since ? state.reminder : undefined,
    warned: Object.fromEntries(warned),
  };
}
