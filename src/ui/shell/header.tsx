import type { ComponentChildren } from 'preact';
import { useWords } from '../context.ts';
import type { PageFrame } from '../frame.ts';
import type { GlyphName } from '../icon/glyphs.ts';
import { DiamondMark, Icon } from '../icon/icon.tsx';

export interface TabItem {
  readonly id: string;
  readonly href: string;
  readonly label: string;
  readonly icon: GlyphName;
}
export interface HeaderLink {
  readonly href: string;
  readonly label: string;
}

export interface HeaderProps {
  readonly frame: PageFrame;
  readonly tabs: readonly TabItem[];
  readonly active?: string | undefined;
  readonly account?: HeaderLink | undefined;
  readonly hero?: ComponentChildren;
}

/** Deep-water header: crest, name, tools, the tabs (a bottom bar on phones), an optional hero, the woven strip. */
export function Header({ frame, tabs, active, account, hero }: HeaderProps) {
  const words = useWords();
  return (
    <header class="top">
      <div class="wrap top-in">
        <Brand frame={frame} note={words.openAllHours} href="/" />
        {tabs.length > 0 && <Tabs tabs={tabs} active={active} />}
        <div class="top-tools">
          <a href="#tampilan">
            <Icon name="letters" />
            <span>{words.display.title}</span>
          </a>
          {account && <a href={account.href}>{account.label}</a>}
        </div>
      </div>
      {hero && <div class="wrap hero">{hero}</div>}
      <div class="strip" />
    </header>
  );
}

export function Brand({ frame, note, href }: { frame: PageFrame; note: string; href: string }) {
  const words = useWords();
  const { crestUrl, name } = frame.region;
  return (
    <a class="brand" href={href}>
      {crestUrl ? <img src={crestUrl} alt="" width="36" height="40" /> : <DiamondMark />}
      <span>
        <b>{words.brand(name)}</b>
        <small>{note}</small>
      </span>
    </a>
  );
}

function Tabs({ tabs, active }: { tabs: readonly TabItem[]; active?: string | undefined }) {
  const words = useWords();
  return (
    <nav class="tabs" aria-label={words.tabs.label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.id}>
            <a href={tab.href} aria-current={tab.id === active ? 'page' : undefined}>
              <Icon name={tab.icon} />
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
