import type { NotificationMessages } from './messages.id.ts';

export const en: NotificationMessages = {
  title: 'Development outbox',
  lead: 'No mail server is set, so mail is kept here and sent nowhere. Set SMTP_URL to really send.',
  empty: 'No mail yet.',
  emptyNext: 'Send an application with an e-mail address, then look here again.',
  to: 'To',
  errors: { 'notifications.no_outbox': () => 'This page exists in development only.' },
};
