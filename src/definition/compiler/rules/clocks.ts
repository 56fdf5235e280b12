// Clocks: the promise is kept by a clock, and only the applicant's turn stops it.
import type { Duration } from '../../schema.ts';
import { canExceed, sameDuration, sayDuration } from '../durations.ts';
import type { Path } from '../finding.ts';
import { has, type Scope } from '../scope.ts';
import { legalLimitOf } from './standard.ts';
import { sayWaits } from './words.ts';

export function checkClocks(scope: Scope): void {
  const { clocks, standard, workflow } = scope.def;
  const seen = new Set<string>();
  for (const [index, clock] of clocks.entries()) {
    const path = ['clocks', index];
    if (seen.has(clock.id)) scope.report('L24-K001', path, { clock: clock.id });
    seen.add(clock.id);
    checkPauses(scope, clock.pauseIn, [...path, 'pauseIn']);
    if (clock.id === 'promise' && !sameDuration(clock.duration, standard.promise))
      scope.report('L24-K003', path, { duration: sayDuration(clock.duration), promise: sayDuration(standard.promise) });
    if (clock.id === 'legal') checkLegal(scope, clock.duration, path);
    if (clock.duration.unit.startsWith('working') && scope.env.holidayYears?.length === 0)
      scope.report('L24-K007', path, { clock: clock.id });
  }
  if (!seen.has('promise')) scope.report('L24-K002', ['clocks']);
  checkPauses(scope, workflow.pauseIn, ['workflow', 'pauseIn']);
}

function checkLegal(scope: Scope, duration: Duration, path: Path): void {
  const { limit, basis } = legalLimitOf(scope.def.standard);
  if (canExceed(duration, limit))
    scope.report('L24-K006', path, { duration: sayDuration(duration), limit: sayDuration(limit), basis });
}

function checkPauses(scope: Scope, states: readonly string[], path: Path): void {
  for (const [index, name] of states.entries()) {
    const { states: known } = scope.def.workflow;
    const state = has(known, name) ? known[name] : undefined;
    if (state === undefined) scope.report('L24-K004', [...path, index], { state: name });
    else if (state.waitsFor !== 'applicant')
      scope.report('L24-K005', [...path, index], { state: name, waits: sayWaits(state.waitsFor) });
  }
}
