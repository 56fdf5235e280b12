import type { PageFrame } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

/** Where an officer is among the pages for reports. */
export function inspectNav(frame: PageFrame) {
  const words = messagesFor(frame.locale).inspect;
  return [
    { href: '/petugas', label: words.inbox, icon: 'inbox' },
    { href: '/kerja/laporan/tinjau', label: words.title, icon: 'search', current: true },
  ] as const;
}
