import type { ComponentChildren } from 'preact';
import { type PageFrame, StaffPage } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export function CallPage({ frame, title, children }: { frame: PageFrame; title: string; children: ComponentChildren }) {
  const words = messagesFor(frame.locale).nav;
  const nav = [
    { href: '/petugas', label: words.inbox, icon: 'inbox' },
    { href: '/kerja/telepon', label: words.phone, icon: 'phone', current: true },
  ] as const;
  return (
    <StaffPage frame={frame} title={title} nav={nav}>
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
