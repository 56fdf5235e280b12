import type { ComponentChildren } from 'preact';
import type { PageFrame } from '../frame.ts';
import { Document } from './document.tsx';

/** A piece for the frame of another site: no header, no footer, no form, so no cookie. */
export function EmbedPage({
  frame,
  title,
  children,
}: {
  frame: PageFrame;
  title: string;
  children: ComponentChildren;
}) {
  return (
    <Document frame={frame} title={title} robots="noindex">
      <main id="isi-halaman" class="wrap stack">
        {children}
      </main>
    </Document>
  );
}
