// The promise as people read it: due when, why then, running or paused.
import { computeClock } from '../../../definition/clocks/compute.ts';
import type { ClockRule, ServiceDefinition } from '../../../definition/schema.ts';
import { stateOf } from '../../../definition/workflow/position.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { getCalendar } from '../../organisation/index.ts';
import { leadingClock, promisesAnswer } from '../engine/leading-clock.ts';
import type { CaseClock, CaseState } from '../types.ts';

export interface Promised {
  readonly dueAt: Date | null;
  readonly answer: boolean; // the first answer is promised, not the end of the matter
  readonly derivation: readonly string[];
  readonly paused: boolean;
  readonly breached: boolean;
  readonly remaining: string;
}

export async function promiseOf(
  ctx: Context,
  definition: ServiceDefinition,
  state: CaseState,
): Promise<Promised | undefined> {
  const clock = leadingClock(state.clocks);
  return clock && readClock(ctx, definition, clock);
}

/** One clock of a case as people read it, with what happens when it runs out. */
export interface RunningClock extends Promised {
  readonly id: string;
  readonly title: string | undefined;
  readonly onExpiry: NonNullable<ClockRule['onExpiry']>;
  readonly stopped: boolean;
}

/** Every clock of the case, as the definition orders them. */
export async function clocksOf(ctx: Context, definition: ServiceDefinition, state: CaseState): Promise<RunningClock[]> {
  return Promise.all(
    state.clocks.map(async (clock) => ({
      id: clock.rule.id,
      title: clock.rule.title && say(clock.rule.title, ctx.locale),
      onExpiry: clock.rule.onExpiry ?? 'escalate',
      stopped: clock.events.at(-1)?.type === 'stop',
      ...(await readClock(ctx, definition, clock)),
    })),
  );
}

async function readClock(ctx: Context, definition: ServiceDefinition, clock: CaseClock): Promise<Promised> {
  const { calendar } = await getCalendar(ctx, clock.calendarId);
  const events = clock.events.map((event) =>
    event.reason === undefined || event.type !== 'pause'
      ? event
      : { ...event, reason: stateOf(definition, event.reason).label },
  );
  const result = computeClock({ rule: clock.rule, events, calendar, now: ctx.clock.now(), locale: ctx.locale });
  const { dueAt, derivation, breached, paused, remaining } = result;
  const answer = promisesAnswer(clock);
  return { dueAt, answer, derivation, breached, paused, remaining: remaining?.text ?? '' };
}
