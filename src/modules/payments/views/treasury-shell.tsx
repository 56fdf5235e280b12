import type { ComponentChildren } from 'preact';
import { type PageFrame, StaffPage } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export interface TreasuryPageProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly current: 'bills' | 'exceptions' | 'reconciliation';
  readonly children: ComponentChildren;
}

export function TreasuryPage({ frame, title, current, children }: TreasuryPageProps) {
  const words = messagesFor(frame.locale).desk.nav;
  const nav = [
    { href: '/petugas/tagihan', label: words.bills, icon: 'receipt', current: current === 'bills' },
    { href: '/petugas/pengecualian', label: words.exceptions, icon: 'warning', current: current === 'exceptions' },
    {
      href: '/petugas/rekonsiliasi',
      label: words.reconciliation,
      icon: 'coins',
      current: current === 'reconciliation',
    },
    { href: '/petugas', label: words.inbox, icon: 'inbox' },
  ] as const;
  return (
    <StaffPage frame={frame} title={title} nav={nav} wide>
      {children}
    </StaffPage>
  );
}
