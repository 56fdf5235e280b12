import type { ComponentChildren } from 'preact';
import type { PageFrame } from '../frame.ts';
import { en } from '../messages.en.ts';
import { id } from '../messages.id.ts';
import { SkipLink } from './banners.tsx';
import { Document } from './document.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';

export interface PlainPageProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** Errors, maintenance, sign-in and printing: header and footer, nothing that could fail or distract. */
export function PlainPage({ frame, title, children }: PlainPageProps) {
  const words = frame.locale === 'en' ? en : id;
  return (
    <Document frame={frame} title={`${title} · ${words.brand(frame.region.name)}`} robots="noindex" bodyClass="bare">
      <SkipLink />
      <Header frame={frame} tabs={[]} />
      <main id="isi-halaman" class="wrap stack" tabindex={-1}>
        {children}
      </main>
      <Footer frame={frame} links={[]} />
    </Document>
  );
}
