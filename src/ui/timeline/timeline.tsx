import type { ComponentChildren } from 'preact';
import { useWords } from '../context.ts';

export interface TimelineStep {
  readonly state: 'done' | 'now' | 'coming';
  readonly title: string;
  readonly time?: string | undefined; // "Minggu, 22 November pukul 21.14"
  readonly note?: ComponentChildren; // who, or what to expect
}

/** The way of a matter: what was done, where it is now, what is still to come. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  const words = useWords().timeline;
  return (
    <ol class="timeline">
      {steps.map((step) => (
        <li
          key={`${step.title}-${step.time}`}
          class={step.state}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span class="hide">{words[step.state]}: </span>
          <b>{step.title}</b>
          {step.time && <p class="small">{step.time}</p>}
          {step.note && <div class="small">{step.note}</div>}
        </li>
      ))}
    </ol>
  );
}
