import type { ComplaintMessages } from './messages.id.ts';

export const en: ComplaintMessages = {
  errors: {
    'complaints.not_found': () => 'This report does not exist or is not shown.',
    'complaints.category_unknown': () => 'This category is not known. Leave it empty when in doubt.',
    'complaints.too_many_photos': () => 'Four photos at most. Remove some first.',
    'complaints.not_moderator': () => 'Only verifying officers decide what is shown of a report.',
    'complaints.secret': () => 'A secret report cannot be shown.',
    'complaints.joined_already': () => 'This report was joined to another problem already.',
    'complaints.changed_meanwhile': () => 'Somebody changed this problem meanwhile. Load the page again.',
    'complaints.nothing_to_show': () => 'Fill in the title and the text to show.',
    'complaints.reason_missing': () => 'Write the reason.',
    'complaints.no_such_problem': () => 'There is no open problem with that code.',
    'complaints.same_problem': () => 'This report is part of that problem already.',
    'complaints.problem_closed': () => 'That problem is closed. The new report is handled on its own.',
    'complaints.secret_lead': () => 'An open report cannot be joined to a secret one. Join them the other way round.',
    'complaints.key_missing': () => 'The header Idempotency-Key is missing.',
  },
};
