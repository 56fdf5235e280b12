import type { ComponentChildren } from 'preact';
import { useWords } from '../context.ts';
import type { GlyphName } from '../icon/glyphs.ts';
import { Icon } from '../icon/icon.tsx';
import { type StatusKind, StatusTag } from '../status/status-tag.tsx';

/** A quiet aside that belongs to the text around it. */
export function Inset({ children }: { children: ComponentChildren }) {
  return <div class="inset stack">{children}</div>;
}

export interface WarningProps {
  readonly children: ComponentChildren;
  readonly label?: string | undefined; // read aloud before it; default "Penting"
}

/** Something that would cost the reader if missed. */
export function Warning({ children, label }: WarningProps) {
  const words = useWords();
  return (
    <div class="warning">
      <Icon name="warning" />
      <div>
        <span class="hide">{label ?? words.warning}: </span>
        {children}
      </div>
    </div>
  );
}

export interface DetailsProps {
  readonly summary: string;
  readonly open?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** Text only some readers need. */
export function Details({ summary, open, children }: DetailsProps) {
  return (
    <details class="more" open={open}>
      <summary>
        <Icon name="down" size="small" />
        <span>{summary}</span>
      </summary>
      <div class="more-in stack">{children}</div>
    </details>
  );
}

export interface NoticeCardProps {
  readonly title: string;
  readonly level?: 2 | 3 | undefined; // of the heading; default 2
  readonly href?: string | undefined;
  readonly status?: StatusKind | undefined;
  readonly statusLabel?: string | undefined;
  readonly number?: string | undefined; // shown as given, e.g. "P 482 913 075"
  readonly children?: ComponentChildren; // one sentence: what to do, by when
  readonly actions?: ComponentChildren; // buttons
}

/** One matter that concerns the reader now: what it is, where it stands, what to do. */
export function NoticeCard(props: NoticeCardProps) {
  const Heading = `h${props.level ?? 2}` as const;
  return (
    <article class={`card notice${props.status ? ` notice-${props.status}` : ''}`}>
      {props.status && <StatusTag status={props.status} label={props.statusLabel} />}
      <Heading>{props.href ? <a href={props.href}>{props.title}</a> : props.title}</Heading>
      {props.number && <p class="small num">{props.number}</p>}
      {props.children && <div>{props.children}</div>}
      {props.actions && <div class="buttons">{props.actions}</div>}
    </article>
  );
}

export interface EmptyStateProps {
  readonly title: string; // the fact: "Belum ada permohonan."
  readonly icon?: GlyphName | undefined;
  readonly children?: ComponentChildren; // the next step, with a link
}

/** Nothing here yet: the fact and the next step. */
export function EmptyState({ title, icon = 'inbox', children }: EmptyStateProps) {
  return (
    <div class="empty">
      <span class="diamond">
        <Icon name={icon} />
      </span>
      <p>
        <b>{title}</b>
      </p>
      {children}
    </div>
  );
}
