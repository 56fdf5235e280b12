import { type GlyphName, glyphs } from './glyphs.ts';

export interface IconProps {
  readonly name: GlyphName;
  readonly size?: 'small' | 'normal' | 'large' | undefined;
}

/** A decorative picture that always stands beside its word, therefore hidden from screen readers. */
export function Icon({ name, size = 'normal' }: IconProps) {
  const extra = size === 'normal' ? '' : ` icon-${size}`;
  return (
    <svg class={`icon${extra}`} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d={glyphs[name]} />
    </svg>
  );
}

/** The diamond of Losari: stands beside, or for, a region's crest. */
export function DiamondMark() {
  return (
    <svg class="mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">
      <path d="M20 2 38 20 20 38 2 20z" />
      <path d="M20 11 29 20 20 29 11 20z" />
    </svg>
  );
}
