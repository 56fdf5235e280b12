import type { Messages } from './messages.id.ts';

export const en: Messages = {
  errors: {
    'organisation.holiday_there': () => 'That day is a holiday of this calendar already.',
    'organisation.holiday_not_there': () => 'That day is no holiday of this calendar.',
    'organisation.unit_unknown': () => 'The office was not found. Reload this page.',
    'organisation.calendar_unknown': (p) =>
      `The work calendar "${p.calendar}" does not exist yet. Add its file to the calendars folder.`,
    'organisation.region_not_loaded': (p) =>
      `The content of region "${p.region}" is not loaded yet. Run: loket24 region load.`,
    'organisation.content_wrong': (p) => `Correct ${p.file}, at ${p.place || 'the start'}: ${p.problem}.`,
    'organisation.content_missing': (p) => `The file ${p.file} does not exist or cannot be read.`,
  },
};
