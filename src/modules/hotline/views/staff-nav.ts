import type { PageFrame } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export type HotlinePart = 'board' | 'trends' | 'duty' | 'note' | 'mine';

/** Parts of the hotline this officer may open. */
export function hotlineNav(frame: PageFrame, current: HotlinePart) {
  const words = messagesFor(frame.locale).nav;
  const roles = frame.officer?.roles ?? [];
  const entries = [
    { part: 'board', href: '/kerja/wali-kota', icon: 'inbox', roles: ['wali-kota'] },
    { part: 'mine', href: '/kerja/pesan-wali-kota', icon: 'inbox', roles: ['kadis'] },
    { part: 'trends', href: '/kerja/wali-kota/perbandingan', icon: 'filter', roles: ['wali-kota'] },
    { part: 'duty', href: '/kerja/wali-kota/piket', icon: 'people', roles: ['wali-kota'] },
    { part: 'note', href: '/kerja/catat-pesan', icon: 'phone', roles: ['wali-kota', 'petugas', 'telepon'] },
  ] as const;
  return entries
    .filter((entry) => entry.roles.some((role) => roles.includes(role)))
    .map(({ part, href, icon }) => ({ href, icon, label: words[part], current: part === current }));
}
