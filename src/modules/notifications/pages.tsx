// The development outbox: what would have been sent. Never in production, never when a mail server is set.

import { formatDateTime } from '../../lib/dates/format.ts';
import { AppError } from '../../lib/errors.ts';
import { definePage, html, type Route } from '../../platform/http/define.ts';
import { OutboxView } from './views/outbox-view.tsx';

const outbox = definePage({
  method: 'GET',
  url: '/dev/kotak-surat',
  access: { kind: 'public' },
  handle: async (ctx, { frame }) => {
    if (!ctx.config.development || ctx.mailer.kind !== 'outbox')
      throw new AppError('not_found', 'notifications.no_outbox');
    const style = { timezone: ctx.region.timezone, locale: ctx.locale };
    const mails = (await ctx.mailer.listStored(50)).map((mail) => ({
      ...mail,
      when: formatDateTime(mail.storedAt, style),
    }));
    return html(<OutboxView frame={frame} mails={mails} />);
  },
});

export const notificationPages: readonly Route[] = [outbox];
