import type { ComponentChildren } from 'preact';
import { BackLink, Inset, type PageFrame, PageTitle, StaffPage } from '../../../ui/index.ts';
import { type FlashCode, messagesFor } from '../messages.ts';

export interface ShellProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly children: ComponentChildren;
}

export function AuthoringPage({ frame, title, children }: ShellProps) {
  const words = messagesFor(frame.locale).nav;
  const nav = [
    { href: '/petugas', label: words.inbox, icon: 'inbox' },
    { href: '/petugas/layanan', label: words.services, icon: 'grid', current: true },
    { href: '/petugas/akun', label: words.account, icon: 'person' },
  ] as const;
  return (
    <StaffPage frame={frame} title={title} nav={nav} wide>
      {children}
    </StaffPage>
  );
}

export function Flash({ frame, code }: { frame: PageFrame; code: FlashCode | undefined }) {
  if (code === undefined) return null;
  return (
    <div role="status">
      <Inset>
        <p>{messagesFor(frame.locale).flash[code]}</p>
      </Inset>
    </div>
  );
}

export const baseOf = (slug: string): string => `/petugas/layanan/${slug}`;
export const draftBase = (slug: string): string => `${baseOf(slug)}/konsep`;

const draftTabs = [
  ['texts', 'isi/texts'],
  ['documents', 'isi/documents'],
  ['times', 'isi/times'],
  ['fees', 'isi/fees'],
  ['people', 'isi/people'],
  ['yaml', 'yaml'],
  ['examples', 'uji'],
  ['preview', 'pratinjau/web'],
  ['diff', 'beda'],
  ['finish', 'terbit'],
] as const;
export type DraftTab = (typeof draftTabs)[number][0];

export interface DraftShellProps extends ShellProps {
  readonly slug: string;
  readonly tab: DraftTab;
  readonly lead?: string | undefined;
  readonly flash?: FlashCode | undefined;
}
/** Every page of a draft: where it belongs, its parts, the content. */
export function DraftShell({ frame, slug, tab, title, lead, flash, children }: DraftShellProps) {
  const words = messagesFor(frame.locale);
  return (
    <AuthoringPage frame={frame} title={`${words.edit.title(title)}: ${words.tabs[tab]}`}>
      <BackLink href={baseOf(slug)} label={title} />
      <Flash frame={frame} code={flash} />
      <PageTitle title={words.edit.title(title)} lead={lead} />
      <nav class="parts" aria-label={words.tabs.label}>
        <ul>
          {draftTabs.map(([name, path]) => (
            <li key={name}>
              <a href={`${draftBase(slug)}/${path}`} aria-current={name === tab ? 'page' : undefined}>
                {words.tabs[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </AuthoringPage>
  );
}
