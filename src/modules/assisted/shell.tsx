import type { ComponentChildren } from 'preact';
import { type PageFrame, StaffPage } from '../../ui/index.ts';
import { messagesFor } from './messages.ts';

export interface CounterPageProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly current?: 'counter' | 'settings' | undefined;
  readonly children: ComponentChildren;
}

/** A page of an officer at a counter. */
export function CounterPage({ frame, title, current, children }: CounterPageProps) {
  const words = messagesFor(frame.locale).nav;
  const nav = [
    { href: '/petugas', label: words.inbox, icon: 'inbox' },
    { href: '/kerja/loket', label: words.counter, icon: 'building', current: current === 'counter' },
    { href: '/kerja/loket/layar', label: words.screen, icon: 'people' },
    { href: '/kerja/loket/alat', label: words.settings, icon: 'document', current: current === 'settings' },
    { href: '/petugas/akun', label: words.account, icon: 'person' },
  ] as const;
  return (
    <StaffPage frame={frame} title={title} nav={nav} wide counter>
      {children}
    </StaffPage>
  );
}
