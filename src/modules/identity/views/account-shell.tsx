import type { ComponentChildren } from 'preact';
import { type PageFrame, StaffPage } from '../../../ui/index.ts';
import { wordsOf } from './sentences.ts';

interface ShellProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** The frame every page of an officer about himself stands in. */
export function AccountShell({ frame, title, children }: ShellProps) {
  const words = wordsOf(frame.locale).menu;
  const nav = [
    { href: '/petugas', label: words.inbox, icon: 'inbox' },
    { href: '/petugas/akun', label: words.account, icon: 'person', current: true },
  ] as const;
  return (
    <StaffPage frame={frame} title={title} nav={nav}>
      {children}
    </StaffPage>
  );
}
