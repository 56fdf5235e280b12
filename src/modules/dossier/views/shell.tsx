import type { ComponentChildren } from 'preact';
import { type PageFrame, StaffPage } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

interface DossierPageProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly onList?: boolean;
  readonly children: ComponentChildren;
}

export function DossierPage({ frame, title, onList, children }: DossierPageProps) {
  const words = messagesFor(frame.locale).nav;
  const nav = [
    { href: '/petugas', label: words.inbox, icon: 'inbox' },
    { href: '/petugas/pantauan', label: words.watched, icon: 'eye', current: onList === true },
  ] as const;
  return (
    <StaffPage frame={frame} title={title} nav={nav} wide>
      {children}
    </StaffPage>
  );
}
