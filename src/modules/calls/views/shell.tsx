import type { ComponentChildren } from 'preact';
import { type PageFrame, StaffPage } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export interface CallPageProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly counter?: boolean | undefined; // made for the keyboard, as the screen of the counter
  readonly children: ComponentChildren;
}
export function CallPage({ frame, title, counter, children }: CallPageProps) {
  const words = messagesFor(frame.locale).nav;
  const nav = [
    { href: '/petugas', label: words.inbox, icon: 'inbox' },
    { href: '/kerja/telepon', label: words.phone, icon: 'phone', current: true },
  ] as const;
  return (
    <StaffPage frame={frame} title={title} nav={nav} counter={counter}>
      {children}
    </StaffPage>
  );
}

/** What is said, word for word, set apart from what is typed. */
export function Say({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="inset stack">
      <p class="small">{label}</p>
      <p class="lead">{children}</p>
    </div>
  );
}
