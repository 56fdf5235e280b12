import type { ComponentChildren } from 'preact';
import { type PageFrame, StaffPage } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export function VisitPage({
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
    { href: '/kerja/tinjau', label: words.visits, icon: 'pin', current: true },
  ] as const;
  return (
    <StaffPage frame={frame} title={title} nav={nav}>
      {children}
    </StaffPage>
  );
}
