// The citizen shell with this module's footer links and tab.
import type { ComponentChildren } from 'preact';
import { CitizenPage, type PageFrame } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export interface CatalogueFrameProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly description?: string | undefined;
  readonly active?: 'beranda' | 'layanan' | 'bantuan' | undefined;
  readonly hero?: ComponentChildren;
  readonly robots?: string | undefined;
  readonly children: ComponentChildren;
}

export function CatalogueFrame({ frame, active = 'layanan', ...rest }: CatalogueFrameProps) {
  const words = messagesFor(frame.locale).links;
  const links = [
    { href: '/maklumat', label: words.maklumat },
    { href: '/verifikasi', label: words.verify },
    { href: '/bantuan#pesan', label: words.genuine },
    { href: '/petugas/masuk', label: words.staff },
  ];
  return <CitizenPage frame={frame} active={active} links={links} {...rest} />;
}
