import type { ComponentChildren } from 'preact';

/** Buttons two by two also on a narrow phone, each large enough for a thumb; one alone takes the whole width. */
export function QuickActions({ children }: { children: ComponentChildren }) {
  return <div class="quick">{children}</div>;
}
