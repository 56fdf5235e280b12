import type { TriageMessages } from './messages.id.ts';

export const en: TriageMessages = {
  errors: {
    'triage.admin_only': () => 'Only the administrator sees the sorting of reports.',
    'triage.no_categories': () => 'This region has no list of categories yet.',
  },
  nav: { inbox: 'Inbox', triage: 'Sorting' },
  title: 'Sorting of reports',
  lead: 'Categories are suggested from words. Officers may always choose another, and their choice is learned from.',
  measured: 'How often it is right on reports it never saw',
  first: 'First suggestion right',
  third: 'Right among three',
  texts: (count) => `${count} reports tested`,
  none: 'Never measured yet. Press Measure and train.',
  known: 'What it learns from',
  knownText: (labelled, corrected) => `${labelled} first examples, ${corrected} choices of officers`,
  train: 'Measure and train',
  trained: (used) => (used ? 'In use' : 'Not used: less accurate'),
  history: 'Earlier trainings',
  columns: { at: 'Time', texts: 'Reports', first: 'First', third: 'Three', used: 'State' },
  words: 'Words of each category',
  agency: 'In charge',
};
