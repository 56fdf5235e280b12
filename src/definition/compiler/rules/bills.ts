// Payment in the workflow: billed where the applicant is waited for, left when it is paid, stopped when it is not.
import type { State } from '../../schema.ts';
import type { Scope } from '../scope.ts';

export function checkBills(scope: Scope): void {
  const { workflow, standard } = scope.def;
  const states = Object.entries(workflow.states).filter(([, state]) => state.bill !== undefined);
  const { amount, by } = standard.fee;
  const demanded = by !== undefined || (amount ?? 0) > 0;
  if (states.length === 0 && demanded) scope.report('L24-B006', ['standard', 'fee']);
  for (const [name, state] of states) {
    if (!demanded) scope.report('L24-B001', ['workflow', 'states', name], { state: name });
    checkBillState(scope, name, state);
  }
  checkPaidActions(scope);
}

function checkBillState(scope: Scope, name: string, state: State): void {
  const path = ['workflow', 'states', name];
  if (state.waitsFor !== 'applicant') scope.report('L24-B002', path, { state: name });
  if (!goesOnWhenPaid(scope, name)) scope.report('L24-B003', path, { state: name });
  if (state.lapse === undefined || state.lapse.remind.length === 0) scope.report('L24-B004', path, { state: name });
}

function goesOnWhenPaid(scope: Scope, state: string): boolean {
  return scope.def.workflow.actions.some(
    (action) => action.when === 'paid' && action.by.includes('system') && action.from.includes(state),
  );
}

function checkPaidActions(scope: Scope): void {
  const { actions, states } = scope.def.workflow;
  for (const [index, action] of actions.entries()) {
    if (action.when !== 'paid') continue;
    for (const state of action.from)
      if (Object.hasOwn(states, state) && states[state]?.bill === undefined)
        scope.report('L24-B005', ['workflow', 'actions', index], { action: action.do, state });
  }
}
