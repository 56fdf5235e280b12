import type { ApplicationMessages } from './messages.id.ts';

export const en: ApplicationMessages = {
  confidential: 'Confidential',
  noName: 'No name',
  document: {
    required: (label) => `Upload ${label}`,
    unknown: (name) => `Document ${name} is not asked for by this service`,
    tooMany: (label, max) => `${label}: at most ${max} files`,
  },
  errors: {
    'applications.incomplete': () => 'The application is not complete. Correct what is marked, then send again.',
    'applications.key_missing': () => 'Send the header Idempotency-Key, so that a repeated request does not become two applications.',
    'applications.draft_not_found': () => 'These answers were not found. They may have been sent, or are older than 30 days. Start again from the service page.',
    'applications.page_not_found': () => 'This page is not part of your application.',
    'applications.nothing_to_complete': () => 'There is nothing to complete now.',
  },
};
