import type { ComponentChildren } from 'preact';
import type { PageFrame } from '../frame.ts';
import { BackLink } from '../layout/layout.tsx';
import { Document } from '../shell/document.tsx';

export interface PaperPageProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly printLabel: string;
  readonly backHref: string;
  readonly children: ComponentChildren;
}

/** A sheet to print on A4: no menu, no colour; the button shows where scripts run. */
export function PaperPage({ frame, title, printLabel, backHref, children }: PaperPageProps) {
  return (
    <Document frame={frame} title={title} robots="noindex" bodyClass="paper" staff counter>
      <main id="isi-halaman" class="paper-sheet">
        <div class="paper-bar">
          <BackLink href={backHref} />
          <button class="button button-secondary" type="button" data-print hidden>
            {printLabel}
          </button>
        </div>
        {children}
      </main>
    </Document>
  );
}
