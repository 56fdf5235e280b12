// Intake: the first event of a case.
import { derive } from '../../../definition/derive/derive.ts';
import type { Answers, Assisted, CaseDocument, FilledFrom, NewEvent } from '../types.ts';
import { freshClocks } from './clock-steps.ts';
import type { Environment } from './environment.ts';
import { makeTransition } from './transition.ts';

export interface Intake {
  readonly versionId: string;
  readonly unitId: string;
  readonly roleUnits: Readonly<Record<string, string>>;
  readonly answers: Answers;
  readonly documents: readonly CaseDocument[];
  readonly derived?: Answers | undefined;
  readonly seen?: readonly string[] | undefined; // documents whose original an officer saw
  readonly waived?: readonly string[] | undefined; // documents a register made unnecessary
  readonly filled?: FilledFrom | undefined;
  readonly assisted?: Assisted | undefined;
}

/** `intake.assisted.receivedAt` (a form handed in on paper) is when the clocks start; the work itself opens now. */
export function decideSubmission(given: Environment, intake: Intake): Extract<NewEvent, { kind: 'submitted' }> {
  const { start } = given.definition.workflow;
  const received = intake.assisted?.receivedAt;
  const env: Environment = received === undefined ? given : { ...given, clocksFrom: new Date(received) };
  const clocks = freshClocks(env);
  const transition = makeTransition(env, {
    from: '',
    to: start,
    actionKind: 'submit',
    before: { answers: intake.answers, clocks },
    roleUnits: intake.roleUnits,
    reopen: true,
  });
  const started = clocks.map((clock) => {
    const step = transition.clocks.find((candidate) => candidate.id === clock.rule.id);
    return step ? { ...clock, events: step.events, dueAt: step.dueAt } : clock;
  });
  return {
    kind: 'submitted',
    data: {
      service: env.definition.service,
      ...intake,
      ...(env.definition.derive ? { derived: derive(env.definition, intake.answers) } : {}),
      clocks: started,
      transition: { ...transition, clocks: [] },
    },
  };
}
