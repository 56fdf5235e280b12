import type { ComponentChildren } from 'preact';
import { useWords } from '../context.ts';
import type { GlyphName } from '../icon/glyphs.ts';
import { Icon } from '../icon/icon.tsx';

export interface PromiseFact {
  readonly icon: GlyphName;
  readonly text: string; // "Gratis", "Bisa dari rumah", "Loket 24 jam"
}
export interface PromiseBoxProps {
  readonly headline: string; // "Selesai 2 hari kerja", or the date itself on a tracking page
  readonly due?: boolean | undefined; // the headline is a date: the label becomes "Janji selesai"
  readonly label?: string | undefined; // default "Janji kami"
  readonly note?: ComponentChildren; // "Dikirim sekarang, selesai paling lambat Selasa, 24 November 2026 pukul 15.00 WITA."
  readonly facts?: readonly PromiseFact[] | undefined;
  readonly mark?: ComponentChildren; // StatusTag or LateMark at the top
}

/** The promise, always visible: what the city gives its word on. */
export function PromiseBox({ headline, due, label, note, facts = [], mark }: PromiseBoxProps) {
  const words = useWords().promise;
  const name = label ?? (due ? words.due : words.title);
  return (
    <section class="promise" aria-label={name}>
      <div class="promise-in">
        <div class="promise-top">
          <p class="promise-label">{name}</p>
          {mark}
        </div>
        <p class={headline.length > 28 ? 'promise-headline promise-long' : 'promise-headline'}>{headline}</p>
        {note && <p class="promise-note">{note}</p>}
      </div>
      {facts.length > 0 && (
        <ul class="promise-facts">
          {facts.map((fact) => (
            <li key={fact.text}>
              <Icon name={fact.icon} />
              {fact.text}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export interface ConfirmationProps {
  readonly title: string; // "Laporan diterima"
  readonly level?: 1 | 2 | 3 | undefined; // of the heading; default 1
  readonly children?: ComponentChildren; // CopyableNumber and one sentence
}

/** The moment after sending: the h1 of the receipt page, the number large enough to read to someone. */
export function Confirmation({ title, level = 1, children }: ConfirmationProps) {
  const Heading = `h${level}` as const;
  return (
    <div class="promise promise-done">
      <div class="promise-in stack">
        <Icon name="check-circle" size="large" />
        <Heading>{title}</Heading>
        {children}
      </div>
    </div>
  );
}
