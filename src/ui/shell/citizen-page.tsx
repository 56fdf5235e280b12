import type { ComponentChildren } from 'preact';
import type { PageFrame } from '../frame.ts';
import { en } from '../messages.en.ts';
import { id } from '../messages.id.ts';
import { DevelopmentBanner, OfficialBanner, PhaseBanner, SkipLink } from './banners.tsx';
import { Document } from './document.tsx';
import { Footer } from './footer.tsx';
import { Header, type HeaderLink, type TabItem } from './header.tsx';
import { HelpLine } from './help-line.tsx';

export interface CitizenPageProps {
  readonly frame: PageFrame;
  readonly title: string; // without the region's name, which is added
  readonly description?: string | undefined;
  readonly active?: string | undefined; // id of the current tab: 'beranda' | 'layanan' | 'lapor' | 'lacak' | 'bantuan' | your own
  readonly tabs?: readonly TabItem[] | undefined;
  readonly noBottomBar?: boolean | undefined; // forms: one job, nothing covers the focus
  readonly account?: HeaderLink | undefined; // "Masuk" or the person's own page
  readonly hero?: ComponentChildren; // home: heading and search inside the header
  readonly phase?: ComponentChildren; // sentence of the trial banner
  readonly links?: readonly HeaderLink[] | undefined; // footer
  readonly help?: string | false | undefined; // where "Tanya petugas" goes; false leaves the line out
  readonly robots?: string | undefined;
  readonly errors?: boolean | undefined; // true puts "Perlu diperbaiki:" before the title
  readonly staff?: boolean | undefined; // loads the officers' stylesheet and scripts too
  readonly report?: boolean | undefined; // loads the script of the form for reports
  readonly children: ComponentChildren;
}

/** A page for the public: official banner, header, tabs, content in a stack, the way to a person, footer. */
export function CitizenPage(props: CitizenPageProps) {
  const { frame, noBottomBar = false, hero, phase, help } = props;
  const words = frame.locale === 'en' ? en : id;
  const tabs = noBottomBar ? [] : (props.tabs ?? defaultTabs(frame));
  const prefix = props.errors ? `${words.errors.label} ` : '';
  return (
    <Document
      frame={frame}
      title={`${prefix}${props.title} · ${words.brand(frame.region.name)}`}
      description={props.description}
      robots={props.robots}
      staff={props.staff}
      report={props.report}
      bodyClass={tabs.length > 0 ? 'has-tabs' : undefined}
    >
      <SkipLink />
      <DevelopmentBanner frame={frame} />
      <OfficialBanner frame={frame} />
      <Header frame={frame} tabs={tabs} active={props.active} account={props.account} hero={hero} />
      {phase && <PhaseBanner>{phase}</PhaseBanner>}
      <main id="isi-halaman" class="wrap stack" tabindex={-1}>
        {props.children}
      </main>
      {help !== false && <HelpLine frame={frame} href={help} />}
      <Footer frame={frame} links={props.links ?? []} />
    </Document>
  );
}

/** Beranda, Layanan, Lapor, Lacak, Bantuan: what stands in the bar when a page names no tabs of its own. */
export function defaultTabs(frame: PageFrame): readonly TabItem[] {
  const words = (frame.locale === 'en' ? en : id).tabs;
  return [
    { id: 'beranda', href: '/', label: words.home, icon: 'home' },
    { id: 'layanan', href: '/layanan', label: words.services, icon: 'grid' },
    { id: 'lapor', href: '/lapor', label: words.report, icon: 'megaphone' },
    { id: 'lacak', href: '/lacak', label: words.track, icon: 'search' },
    { id: 'bantuan', href: '/bantuan', label: words.help, icon: 'help' },
  ];
}
