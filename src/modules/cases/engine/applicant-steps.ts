// Steps of the applicant that the workflow names, besides completing papers and giving up, which have pages of their own.
import type { Action, ServiceDefinition } from '../../../definition/schema.ts';
import { allowedNow } from '../../../definition/workflow/decide.ts';
import type { CaseState } from '../types.ts';
import { positionOf } from './position.ts';

export function applicantSteps(definition: ServiceDefinition, state: CaseState): Action[] {
  const steps = allowedNow(definition, positionOf(state), { kind: 'applicant' });
  return steps.flatMap((step) => ('do' in step && step.kind !== 'resubmit' && step.kind !== 'withdraw' ? [step] : []));
}
