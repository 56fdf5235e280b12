// A state that makes a bill: there is something to pay, somebody who pays, a time for it, and a way on when it is paid.
import type { LocalText } from '../../../lib/locale.ts';
import type { State } from '../../schema.ts';
import { has, type Scope } from '../scope.ts';

const reasons = {
  applicant: { id: 'langkah itu tidak menunggu pemohon', en: 'it does not wait for the applicant' },
  lapse: { id: 'tidak ada batas waktu membayar (lapse)', en: 'there is no time limit for paying (lapse)' },
  exit: { id: 'tidak ada tindakan sistem dengan when: paid', en: 'there is no system action with when: paid' },
  fee: { id: 'layanan ini tidak punya biaya yang dapat dihitung', en: 'the service has no fee that can be worked out' },
} satisfies Record<string, LocalText>;

export function checkBills(scope: Scope): void {
  const { states, actions } = scope.def.workflow;
  for (const [name, state] of Object.entries(states)) {
    if (state.bill === undefined) continue;
    const reason = whatIsWrong(scope, name, state);
    if (reason !== undefined) scope.report('L24-W058', ['workflow', 'states', name, 'bill'], { state: name, reason });
  }
  for (const [index, action] of actions.entries()) {
    if (action.when !== 'paid') continue;
    const free = action.from.find((name) => has(states, name) && states[name]?.bill === undefined);
    if (free !== undefined)
      scope.report('L24-W057', ['workflow', 'actions', index, 'when'], { action: action.do, state: free });
  }
}

function whatIsWrong(scope: Scope, name: string, state: State): LocalText | undefined {
  if (state.waitsFor !== 'applicant') return reasons.applicant;
  if (state.lapse === undefined) return reasons.lapse;
  const leaves = scope.def.workflow.actions.some(
    (action) => action.when === 'paid' && action.by.includes('system') && action.from.includes(name),
  );
  if (!leaves) return reasons.exit;
  const { amount, by } = scope.def.standard.fee;
  return by === undefined && (amount === null || amount === 0) ? reasons.fee : undefined;
}
