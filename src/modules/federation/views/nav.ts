import type { PageFrame } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export function partnerNav(frame: PageFrame) {
  const words = messagesFor(frame.locale);
  return [
    { href: '/petugas', label: words.inbox, icon: 'inbox' },
    { href: '/kerja/mitra', label: words.list.title, icon: 'route', current: true },
  ] as const;
}
