import type { ComponentChildren } from 'preact';
import { type PageFrame, StaffPage } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export interface CrewPageProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly children: ComponentChildren;
}
export function CrewPage({ frame, title, children }: CrewPageProps) {
  const words = messagesFor(frame.locale).nav;
  const nav = [
    { href: '/petugas', label: words.inbox, icon: 'inbox' },
    { href: '/lapangan', label: words.crew, icon: 'truck', current: true },
  ] as const;
  return (
    <StaffPage frame={frame} title={title} nav={nav} crew>
      {children}
    </StaffPage>
  );
}
