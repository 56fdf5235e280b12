import type { ComponentChildren } from 'preact';

export interface FigureCardProps {
  readonly value: string; // "92 %", "1,8 hari"
  readonly label: string;
  readonly note?: string | undefined; // "target 90 %", "2.114 penilai"
  readonly tone?: 'late' | 'good' | undefined; // the words must say it too
  readonly href?: string | undefined;
}

/** One figure and what it counts. */
export function FigureCard({ value, label, note, tone, href }: FigureCardProps) {
  const text = (
    <>
      <b class="figure-value">{value}</b>
      <span class="figure-label">{label}</span>
      {note && <span class="small">{note}</span>}
    </>
  );
  const look = `figure${tone ? ` figure-${tone}` : ''}`;
  return (
    <li>
      {href ? (
        <a class={look} href={href}>
          {text}
        </a>
      ) : (
        <div class={look}>{text}</div>
      )}
    </li>
  );
}

export function FigureGrid({ children }: { children: ComponentChildren }) {
  return <ul class="figures">{children}</ul>;
}
