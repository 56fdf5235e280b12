import type { ClockWords } from './messages.id.ts';

const units = {
  'working-days': ['working day', 'working days'],
  'working-hours': ['working hour', 'working hours'],
  'calendar-days': ['day', 'days'],
  'clock-hours': ['hour', 'hours'],
} as const;
const starts = { sent: 'Received', complete: 'Papers complete', action: 'This stage began' } as const;

function because(reason: string): string {
  return reason === '' ? '' : ` because ${reason}`;
}

export const en: ClockWords = {
  amount: (amount, unit) => `${amount} ${units[unit][amount === 1 ? 0 : 1]}`,
  workingMinutes: (minutes) => `${minutes} working ${minutes === 1 ? 'minute' : 'minutes'}`,
  left: (span) => `${span} left`,
  late: (span) => `${span} late`,
  dueNow: 'Due now',
  pausedLeft: (span) => `Paused, ${span} left`,
  stoppedInTime: (span) => `On time, ${span} left`,
  stoppedLate: (span) => `Finished ${span} late`,

  notStarted: (start) =>
    start === 'complete' ? 'Time starts counting once the papers are complete.' : 'Time has not started counting.',
  started: (start, when) => `${starts[start]} ${when}.`,
  startedOpen: (start, when) => `${starts[start]} ${when}, during office hours.`,
  startedClosed: (start, when) => `${starts[start]} ${when}, outside office hours.`,
  promise: (span) => `Promised within ${span}.`,
  answer: (span) => `First answer promised within ${span}.`,
  legalLimit: (span) => `Limit set by law: ${span}.`,
  otherLimit: (span) => `Time limit: ${span}.`,
  firstWorkingDay: (date, time) => `First working day: ${date} from ${time}.`,
  countsFrom: (when) => `Counted from ${when}.`,
  holiday: (date, name, decree) => `Closed: ${date} (${name}, ${decree}).`,
  closure: (date, name) => `Closed: ${date} (${name}).`,
  specialHours: (name, from, to) => `${name}: ${from} to ${to}.`,
  paused: (from, to, reason) => `Paused from ${from} to ${to}${because(reason)}.`,
  pausedSince: (from, reason) => `Paused since ${from}${because(reason)}.`,
  restarted: (when) => `Counted anew from ${when}.`,
  calendarChanged: (when, name) => `Working hours change from ${when}: ${name}.`,
  due: (when) => `Done by ${when} at the latest.`,
  answerDue: (when) => `First answer by ${when} at the latest.`,
  dueIfResumed: (when) => `If resumed now, done by ${when} at the latest.`,
  answerDueIfResumed: (when) => `If resumed now, first answer by ${when} at the latest.`,
  holidaysUnknown: (year) => `The holidays of ${year} are not set yet, so this date may move.`,
  broken: (span) => `Promise missed by ${span}.`,
  stopped: (when) => `Counting stopped ${when}.`,
};
