// One case in memory, played against the real engine: no database, a clock that is moved by hand.
import type { Condition, ServiceDefinition } from '../../../definition/schema.ts';
import type { Who } from '../../../definition/workflow/who.ts';
import type { WorkCalendar } from '../../../lib/working-time/calendar.ts';
import type { Answers, CaseEvent, CaseState, EventActor, NewEvent } from '../types.ts';
import { type ActCommand, type ActResult, decideCommand, decideFollowUp, decideLapse, decideSilence } from './act.ts';
import { sealEvent } from './chain.ts';
import type { Environment } from './environment.ts';
import { applyEvent } from './fold.ts';
import { decideSubmission, type Intake } from './submit.ts';

export interface Play {
  readonly events: readonly CaseEvent[];
  readonly state: () => CaseState;
  readonly env: () => Environment;
  readonly append: (event: NewEvent, actor?: EventActor) => void;
  readonly act: (command: Partial<ActCommand> & { readonly action: string }, who: Who) => ActResult;
  /** What the timer job does at this moment. */
  readonly tick: () => void;
  readonly wait: (minutes: number) => void;
}

export interface Setting {
  readonly calendar: WorkCalendar;
  readonly start: string; // ISO 8601
  readonly holds: (condition: Condition, answers: Answers) => boolean;
  readonly intake?: Partial<Intake>;
  readonly signer?: string | undefined;
}

const system: EventActor = { kind: 'system' };
const mostSteps = 40; // a definition whose system steps chase each other is refused by the compiler

export function playCase(definition: ServiceDefinition, setting: Setting): Play {
  const events: CaseEvent[] = [];
  let now = Date.parse(setting.start);
  let ids = 0;
  let current: CaseState | undefined;
  const state = (): CaseState => {
    if (!current) throw new Error('not submitted');
    return current;
  };
  const env = (): Environment => ({
    definition,
    now: new Date(now),
    calendarId: 'jam-kantor@1',
    calendar: setting.calendar,
    newId: () => `id-${ids++}`,
    holds: setting.holds,
    ...(setting.signer ? { signer: setting.signer } : {}),
  });
  const append = (event: NewEvent, actor: EventActor = system): void => {
    const seq = events.length + 1;
    const stamp = { caseId: 'case', seq, at: new Date(now).toISOString(), actor, channel: 'web' as const };
    const sealed = sealEvent({ ...stamp, requestId: `r${seq}` }, event, events.at(-1)?.hash ?? '');
    events.push(sealed);
    current = applyEvent(current, sealed);
  };
  const settle = (next: (env: Environment, state: CaseState) => NewEvent | undefined): void => {
    for (let step = 0; step < mostSteps; step++) {
      const event = next(env(), state());
      if (!event) return;
      append(event);
    }
    throw new Error('the system never comes to rest');
  };
  const roleUnits = Object.fromEntries(Object.keys(definition.workflow.roles).map((role) => [role, `unit-of-${role}`]));
  const intake: Intake = { versionId: 'v', unitId: 'unit', roleUnits, answers: {}, documents: [], ...setting.intake };
  append(decideSubmission(env(), intake), { kind: 'applicant' });
  settle(decideFollowUp);
  return {
    events,
    state,
    env,
    append: (event, actor) => {
      append(event, actor);
      settle(decideFollowUp);
    },
    act: (command, who) => {
      const result = decideCommand(env(), state(), { recorded: {}, ...command }, who);
      if (!result.ok) return result;
      append(result.event, who.kind === 'officer' ? { kind: 'officer', id: who.id } : { kind: who.kind });
      settle(decideFollowUp);
      return result;
    },
    tick: () => settle((at, of) => decideSilence(at, of) ?? decideFollowUp(at, of) ?? decideLapse(at, of)),
    wait: (minutes) => {
      now += minutes * 60_000;
    },
  };
}
