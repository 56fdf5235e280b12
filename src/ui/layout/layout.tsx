import type { ComponentChildren } from 'preact';
import { useWords } from '../context.ts';
import { Icon } from '../icon/icon.tsx';

export interface BackLinkProps {
  readonly href: string;
  readonly label?: string | undefined; // default "Kembali"
}
export function BackLink({ href, label }: BackLinkProps) {
  const words = useWords();
  return (
    <a class="back" href={href}>
      <Icon name="left" size="small" />
      {label ?? words.back}
    </a>
  );
}

export interface PageTitleProps {
  readonly title: string;
  readonly eyebrow?: string | undefined; // quiet line above, e.g. the service's name
  readonly lead?: ComponentChildren;
  readonly level?: 1 | 2 | 3 | undefined; // of the heading; default 1
  readonly step?: { readonly step: number; readonly total: number } | undefined; // "Langkah 2 dari 4" and its bar
}

/** The page's h1 with the line above and the lead below. */
export function PageTitle({ title, eyebrow, lead, level = 1, step }: PageTitleProps) {
  const Heading = `h${level}` as const;
  return (
    <div class="title">
      {step && <StepLine step={step.step} total={step.total} eyebrow={eyebrow} />}
      {!step && eyebrow && <p class="eyebrow">{eyebrow}</p>}
      <Heading>{title}</Heading>
      {lead && <p class="lead">{lead}</p>}
    </div>
  );
}

export interface StepLineProps {
  readonly step: number;
  readonly total: number;
  readonly eyebrow?: string | undefined;
}

/** "Langkah 2 dari 4" with one short bar per step; alone when the question itself is the h1. */
export function StepLine({ step, total, eyebrow }: StepLineProps) {
  const words = useWords();
  return (
    <div class="stepline">
      <p class="eyebrow">
        {words.stepOf(step, total)}
        {eyebrow && ` · ${eyebrow}`}
      </p>
      <div class="stepline-bars" aria-hidden="true">
        {Array.from({ length: total }, (_, index) => (
          <i key={index} class={index < step ? 'on' : undefined} />
        ))}
      </div>
    </div>
  );
}

export interface SplitProps {
  readonly children: ComponentChildren;
  readonly aside: ComponentChildren;
}

/** Main text with a narrow column beside it on wide screens, below it on phones. */
export function Split({ children, aside }: SplitProps) {
  return (
    <div class="split">
      <div class="stack">{children}</div>
      <div class="stack">{aside}</div>
    </div>
  );
}

export interface CardProps {
  readonly children: ComponentChildren;
  readonly quiet?: boolean | undefined; // sand instead of white
}
export function Card({ children, quiet }: CardProps) {
  return <div class={quiet ? 'card card-quiet stack' : 'card stack'}>{children}</div>;
}
