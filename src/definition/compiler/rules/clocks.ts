// Clocks: the promise is kept by a clock, and only the applicant's turn stops it.
import type { ClockRule, Duration } from '../../schema.ts';
import { canExceed, sameDuration, sayDuration } from '../durations.ts';
import type { Path } from '../finding.ts';
import { nearestHint } from '../nearest.ts';
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
    checkWarnings(scope, clock, path);
    checkStage(scope, clock, path);
    if (clock.id === 'legal') checkLegal(scope, clock.duration, path);
    if (clock.duration.unit.startsWith('working') && scope.env.holidayYears?.length === 0)
      scope.report('L24-K007', path, { clock: clock.id });
  }
  checkTogether(scope);
  if (!seen.has('promise')) scope.report('L24-K002', ['clocks']);
  checkPauses(scope, workflow.pauseIn, ['workflow', 'pauseIn']);
}

/** Warnings climb, each once, and the last is the end itself: otherwise nobody hears that the time is over. */
function checkWarnings(scope: Scope, { id, warnAt }: ClockRule, path: Path): void {
  if (warnAt === undefined) return;
  const climbs = warnAt.every((percent, index) => index === 0 || percent > (warnAt[index - 1] ?? 0));
  if (!climbs) scope.report('L24-K008', [...path, 'warnAt'], { clock: id });
  if (!warnAt.includes(100)) scope.report('L24-K009', [...path, 'warnAt'], { clock: id });
}

/** A stage begins and ends with actions and states that exist, and its duration follows from an answer that is given. */
function checkStage(scope: Scope, { id, from, until = [], by }: ClockRule, path: Path): void {
  const { actions, states } = scope.def.workflow;
  const names = actions.map((action) => action.do);
  for (const [index, name] of until.entries())
    if (!names.includes(name) && !has(states, name)) missing(scope, [...path, 'until', index], { clock: id, name });
  if (from !== undefined && !names.includes(from)) missing(scope, [...path, 'from'], { clock: id, name: from });
  if (by === undefined) return;
  const action = actions.find((one) => one.do === by.action);
  if (action === undefined) {
    missing(scope, [...path, 'by', 'action'], { clock: id, name: by.action });
    return;
  }
  const field = action.form.find((one) => one.id === by.field);
  // What is written into a text is held against the names when it is written: the categories of reports are no choices of a form.
  if (field?.type === 'text') return;
  if (field?.type !== 'choice') {
    scope.report('L24-K013', [...path, 'by', 'field'], { clock: id, field: by.field, action: by.action });
    return;
  }
  const values = (field.options ?? []).map(({ value }) => value);
  for (const value of Object.keys(by.durations))
    if (!values.includes(value))
      scope.report('L24-K014', [...path, 'by', 'durations', value], { clock: id, value, values: values.join(', ') });
}

function missing(scope: Scope, path: Path, { clock, name }: { clock: string; name: string }): void {
  const { actions, states } = scope.def.workflow;
  const known = [...actions.map((action) => action.do), ...Object.keys(states)];
  scope.report('L24-K012', path, { clock, name, hint: nearestHint(name, known) });
}

/** A promise that may run longer than the law allows is no promise; what the law decides on is the law's own clock. */
function checkTogether(scope: Scope): void {
  const { clocks } = scope.def;
  const promise = clocks.find(({ id }) => id === 'promise');
  for (const [index, clock] of clocks.entries()) {
    const { duration, onExpiry = 'escalate' } = clock;
    if (clock.id === 'promise' && onExpiry !== 'escalate') scope.report('L24-K011', ['clocks', index, 'onExpiry'], {});
    if (!promise || clock.id !== 'legal' || duration.unit !== promise.duration.unit) continue;
    if (promise.duration.amount > duration.amount) {
      const said = { promise: sayDuration(promise.duration), duration: sayDuration(duration) };
      scope.report('L24-K010', ['clocks', index, 'duration'], said);
    }
  }
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
