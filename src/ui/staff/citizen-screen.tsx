import type { ComponentChildren } from 'preact';
import type { PageFrame } from '../frame.ts';
import { Document } from '../shell/document.tsx';

export interface CitizenScreenPageProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly children: ComponentChildren;
}

const reloadSeconds = 5;

/** The second screen of a counter, turned towards the citizen: large type, no menu, nothing to get lost in. */
export function CitizenScreenPage({ frame, title, children }: CitizenScreenPageProps) {
  return (
    <Document
      frame={frame}
      title={title}
      robots="noindex"
      bodyClass="citizen-screen"
      staff
      counter
      reloadSeconds={reloadSeconds}
    >
      <main id="isi-halaman" class="citizen-screen-in" data-citizen-screen>
        {children}
      </main>
    </Document>
  );
}
