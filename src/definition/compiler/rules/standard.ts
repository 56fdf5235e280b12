// The published standard: the promise within the law, fees with their basis, and what is still unconfirmed.
import type { Duration, Standard } from '../../schema.ts';
import { hoursOf, longestTargetHours, officeHoursPerDay } from '../../workflow-graph/index.ts';
import { canExceed, sayDuration } from '../durations.ts';
import type { Scope } from '../scope.ts';

// UU 30/2014 Pasal 53 as amended by the Job Creation Law Pasal 175 angka 6: without another rule, five working days
// after the application is complete.
const fiveWorkingDays: Duration = { amount: 5, unit: 'working-days' };

export function legalLimitOf(standard: Standard): { readonly limit: Duration; readonly basis: string } {
  if (standard.legalLimit === undefined) return { limit: fiveWorkingDays, basis: 'UU 30/2014 Pasal 53' };
  return { limit: standard.legalLimit, basis: standard.legalLimitBasis ?? '?' };
}

export function checkStandard(scope: Scope): void {
  checkPromise(scope);
  const parts = unconfirmedParts(scope.def.standard);
  if (parts.length > 0) scope.report('L24-S006', ['standard', 'confidence'], { parts: parts.join(', ') });
}

function checkPromise(scope: Scope): void {
  const { standard, workflow } = scope.def;
  const { limit, basis } = legalLimitOf(standard);
  const promise = sayDuration(standard.promise);
  if (standard.legalLimit !== undefined && standard.legalLimitBasis === undefined)
    scope.report('L24-S002', ['standard', 'legalLimit']);
  if (canExceed(standard.promise, limit))
    scope.report('L24-S001', ['standard', 'promise'], { promise, limit: sayDuration(limit), basis });
  const targets = longestTargetHours(workflow, scope.graph);
  if (targets > hoursOf(standard.promise) + 0.001)
    scope.report(sameUnits(scope) ? 'L24-S005' : 'L24-X001', ['standard', 'promise'], {
      targets: inWorkingDays(targets),
      promise,
    });
  if (standard.promise.unit === 'clock-hours' && standard.hours.process === 'jam-kantor')
    scope.report('L24-S007', ['standard', 'promise']);
}

/** Working time against working time, or a clock's against a clock's: only then the sum is certain. */
function sameUnits({ def }: Scope): boolean {
  const { states, tasks } = def.workflow;
  const steps = [...Object.values(states).map((state) => state.target), ...tasks.map((task) => task.due)];
  const works = (duration: Duration) => duration.unit.startsWith('working');
  const units = new Set(steps.flatMap((step) => (step === undefined ? [] : [works(step)])));
  return units.size === 1 && units.has(works(def.standard.promise));
}

export function inWorkingDays(hours: number): number {
  return Math.round((hours / officeHoursPerDay) * 100) / 100;
}

/** What the administrator still has to confirm: `typical` means usual elsewhere, not read in this region's own rule. */
export function unconfirmedParts(standard: Standard): string[] {
  const parts = Object.entries(standard.evidence).flatMap(([part, confidence]) =>
    confidence === 'typical' ? [part] : [],
  );
  return standard.confidence === 'typical' && parts.length === 0 ? ['standar'] : parts;
}
