import type { ComponentChildren } from 'preact';
import type { PageFrame } from '../frame.ts';
import { Document } from '../shell/document.tsx';

export interface PaperPageProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly printLabel: string;
  readonly children: ComponentChildren;
}

/** A sheet to print on A4: no menu, no colour; the button shows where scripts run. */
export function PaperPage({ frame, title, printLabel, children }: PaperPageProps) {
  return (
    <Document frame={frame} title={title} robots="noindex" bodyClass="paper" staff counter>
      <main id="isi" class="paper-sheet">
        <button class="button button-secondary" type="button" data-print hidden>
          {printLabel}
        </button>
        {children}
      </main>
    </Document>
  );
}
