import type { ComponentChildren } from 'preact';
import { type PageFrame, StaffPage } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export interface DispatchPageProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly onList?: boolean;
  readonly news?: number | undefined; // of watched reports
  readonly children: ComponentChildren;
}

export function DispatchPage({ frame, title, onList, news, children }: DispatchPageProps) {
  const words = messagesFor(frame.locale).nav;
  const nav = [
    { href: '/petugas', label: words.inbox, icon: 'inbox' },
    { href: '/kerja/laporan', label: words.list, icon: 'megaphone', current: onList === true },
    { href: '/petugas/pantauan', label: words.watched, icon: 'eye', count: news },
  ] as const;
  return (
    <StaffPage frame={frame} title={title} nav={nav} wide>
      {children}
    </StaffPage>
  );
}
