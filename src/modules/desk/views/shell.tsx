import type { ComponentChildren } from 'preact';
import { type PageFrame, StaffPage } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export interface DeskPageProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly current?: 'inbox' | 'find' | undefined;
  readonly waiting?: number | undefined; // beside the inbox in the menu
  readonly news?: number | undefined; // of watched cases
  readonly children: ComponentChildren;
}

export function DeskPage({ frame, title, current, waiting, news, children }: DeskPageProps) {
  const words = messagesFor(frame.locale).nav;
  const nav = [
    { href: '/petugas', label: words.inbox, icon: 'inbox', count: waiting, current: current === 'inbox' },
    { href: '/petugas/pantauan', label: words.watched, icon: 'eye', count: news },
    { href: '/petugas/cari', label: words.find, icon: 'search', current: current === 'find' },
    { href: '/petugas/akun', label: words.account, icon: 'person' },
  ] as const;
  return (
    <StaffPage frame={frame} title={title} nav={nav} wide>
      {children}
    </StaffPage>
  );
}

/** What just happened, said once at the top. */
export function Flash({ text, children }: { text: string; children?: ComponentChildren }) {
  return (
    <div class="inset stack" role="status">
      <p>{text}</p>
      {children}
    </div>
  );
}
