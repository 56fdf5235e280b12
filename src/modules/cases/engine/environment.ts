// What the engine must be told from outside: the time, the calendar, the definition, who stands where.
import type { Condition, ServiceDefinition } from '../../../definition/schema.ts';
import type { WorkCalendar } from '../../../lib/working-time/calendar.ts';
import type { Answers } from '../types.ts';

export interface Environment {
  readonly definition: ServiceDefinition;
  readonly now: Date;
  readonly clocksFrom?: Date | undefined; // when clocks start, if that was before now (a form received on paper)
  readonly calendarId: string;
  readonly calendar: WorkCalendar;
  readonly newId: () => string;
  readonly holds: (condition: Condition, answers: Answers) => boolean;
  readonly signer?: string | undefined; // officer in whose name the system may sign
}
