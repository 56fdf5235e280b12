import type { ComponentChildren } from 'preact';
import { type PageFrame, StaffPage } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export function CalendarPage({
  frame,
  title,
  children,
}: {
  frame: PageFrame;
  title: string;
  children: ComponentChildren;
}) {
  const words = messagesFor(frame.locale).nav;
  const nav = [
    { href: '/petugas', label: words.inbox, icon: 'inbox' },
    { href: '/petugas/layanan', label: words.services, icon: 'grid' },
    { href: '/petugas/kalender', label: words.calendar, icon: 'clock', current: true },
    { href: '/petugas/pelimpahan', label: words.delegations, icon: 'people' },
  ] as const;
  return (
    <StaffPage frame={frame} title={title} nav={nav} wide>
      {children}
    </StaffPage>
  );
}
