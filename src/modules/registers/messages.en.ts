import type { RegisterMessages } from './messages.id.ts';

export const en: RegisterMessages = {
  nav: { inbox: 'Inbox', services: 'Services', registers: 'Registers' },
  title: 'Registers',
  lead: 'Systems of other offices that are asked so that people need not bring papers the city already has. A register that is down never holds up an application.',
  simulated: 'SIMULATOR, not valid. The people in it are invented.',
  columns: {
    register: 'Register',
    holder: 'Kept by',
    state: 'State',
    last: 'Last answer',
    asked: 'Asked in 24 hours',
    failed: 'No answer',
    average: 'Average',
  },
  states: {
    up: 'Answers',
    down: 'Does not answer',
    untried: 'Not asked yet',
    off: 'Switched off',
    'not-connected': 'Not connected',
  },
  simulator: 'Simulator',
  milliseconds: (count) => `${count} ms`,
  never: 'Never',
  nothing: '-',
  share: (count, percent) => `${count} (${percent}%)`,
  hint: 'A register is connected or switched off by the settings of the server. The guide on registers says how.',
};
