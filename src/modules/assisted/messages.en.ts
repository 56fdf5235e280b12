import type { AssistedMessages } from './messages.id.ts';

export const en: AssistedMessages = {
  errors: {
    'assisted.officer_only': () => 'Only a signed-in officer can send on behalf of an applicant.',
    'assisted.helper_missing': () => 'Enter the name and phone of the helper, and record what the applicant agreed to.',
    'assisted.received_missing': () => 'Enter when the paper form was received.',
    'assisted.received_in_future': () => 'The time of receipt has not come yet. Check date and hour.',
    'assisted.received_too_old': (params: { days?: string | number }) =>
      `The form was received more than ${params.days ?? 30} days ago. Write why it is entered only now.`,
  },
};
