import type { ComponentChildren } from 'preact';
import type { GlyphName } from '../icon/glyphs.ts';
import { Icon } from '../icon/icon.tsx';

export interface ServiceTileProps {
  readonly href: string;
  readonly title: string;
  readonly note?: string | undefined; // "Selesai 1 hari kerja"
  readonly icon?: GlyphName | undefined;
}

/** One service to choose; stands inside TileGrid. */
export function ServiceTile({ href, title, note, icon }: ServiceTileProps) {
  return (
    <li>
      <a class="tile" href={href}>
        {icon && (
          <span class="diamond">
            <Icon name={icon} />
          </span>
        )}
        <span class="tile-text">
          <b>{title}</b>
          {note && <span>{note}</span>}
        </span>
      </a>
    </li>
  );
}

/** Two columns on a phone, three on wide screens, one with very large text. */
export function TileGrid({ children }: { children: ComponentChildren }) {
  return <ul class="tiles">{children}</ul>;
}
