import type { ComponentChildren } from 'preact';
import { useWords } from '../context.ts';
import { CsrfInput } from '../form/form.tsx';
import type { PageFrame } from '../frame.ts';
import type { GlyphName } from '../icon/glyphs.ts';
import { Icon } from '../icon/icon.tsx';
import { en } from '../messages.en.ts';
import { id } from '../messages.id.ts';
import { DevelopmentBanner, SkipLink } from '../shell/banners.tsx';
import { Document } from '../shell/document.tsx';
import { DisplaySettings } from '../shell/footer.tsx';
import { Brand } from '../shell/header.tsx';
import { StaffMenu, staffMenu } from './staff-menu.tsx';

export interface StaffNavItem {
  readonly href: string;
  readonly label: string;
  readonly icon?: GlyphName | undefined;
  readonly count?: number | undefined; // work waiting there
  readonly current?: boolean | undefined;
}
export interface StaffPageProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly nav: readonly StaffNavItem[];
  readonly wide?: boolean | undefined; // tables and case view: up to 1600 px
  readonly homeHref?: string | undefined; // default /petugas
  readonly signOutAction?: string | undefined; // POST; default /petugas/keluar
  readonly counter?: boolean | undefined; // loads the script of the counter screens
  readonly crew?: boolean | undefined; // loads the script of the crew's pages
  readonly children: ComponentChildren;
}

/** A page for officers: who is signed in, the menu with what waits, content. */
export function StaffPage(props: StaffPageProps) {
  const { frame, nav, wide } = props;
  const words = frame.locale === 'en' ? en : id;
  return (
    <Document
      frame={frame}
      title={`${props.title} · ${words.brand(frame.region.name)}`}
      robots="noindex"
      bodyClass="staff"
      staff
      counter={props.counter}
      crew={props.crew}
    >
      <SkipLink />
      <DevelopmentBanner frame={frame} />
      <header class="top">
        <div class="wrap wrap-wide top-in">
          <Brand frame={frame} note={words.staffArea} href={props.homeHref ?? '/petugas'} />
          {frame.officer && (
            <Officer officer={frame.officer} signOutAction={props.signOutAction ?? '/petugas/keluar'} />
          )}
        </div>
        {(frame.officer || nav.length > 0) && (
          <div class="wrap wrap-wide staffbar">
            {frame.officer && <StaffMenu frame={frame} officer={frame.officer} />}
            {nav.length > 0 && <StaffNav nav={nav} />}
          </div>
        )}
        <div class="strip" />
      </header>
      <main id="isi-halaman" class={wide ? 'wrap wrap-wide stack' : 'wrap stack'} tabindex={-1}>
        {props.children}
      </main>
      <footer class="foot foot-staff">
        <div class="wrap wrap-wide">
          <DisplaySettings frame={frame} />
        </div>
      </footer>
    </Document>
  );
}

function Officer({ officer, signOutAction }: { officer: NonNullable<PageFrame['officer']>; signOutAction: string }) {
  const words = useWords();
  return (
    <div class="officer">
      <p>
        <b>{officer.name}</b>
        <small>{officer.title}</small>
      </p>
      <form action={signOutAction} method="post" data-module="sign-out" data-unsent={words.staff.unsent}>
        <CsrfInput />
        <button type="submit">
          <Icon name="exit" />
          <span>{words.signOut}</span>
        </button>
      </form>
    </div>
  );
}

// On a phone the menu holds these already: the row keeps where one is, what waits and what the menu lacks.
const isInMenu = ({ href, current, count }: StaffNavItem) =>
  current !== true && !count && staffMenu.some((entry) => entry.href === href);

function StaffNav({ nav }: { nav: readonly StaffNavItem[] }) {
  const words = useWords();
  return (
    <nav class="staffnav" aria-label={words.staff.label}>
      <ul>
        {nav.map((item) => (
          <li key={item.href} class={isInMenu(item) ? 'in-menu' : undefined}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.icon && <Icon name={item.icon} size="small" />}
              {item.label}
              {item.count !== undefined && item.count > 0 && <b>{item.count}</b>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
