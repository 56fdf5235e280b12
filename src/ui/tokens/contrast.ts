// WCAG 2.2 contrast (relative luminance of sRGB) and the gate that keeps a region's own colours readable.
import { highContrast, type Pair, type Palette, pairs, palette, type RegionTheme } from './tokens.ts';

/** Contrast ratio of two `#RRGGBB` colours, 1 to 21. Throws a RangeError for anything else. */
export function contrastRatio(first: string, second: string): number {
  const [a, b] = [luminance(first), luminance(second)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

export interface ContrastFailure extends Pair {
  readonly ratio: number;
}

/** The pairs that fall short in this palette; empty when the palette may be used. */
export function failingPairs(colours: Palette, atLeast?: number): ContrastFailure[] {
  return pairs
    .map((pair) => ({ ...pair, ratio: contrastRatio(colours[pair.text], colours[pair.on]) }))
    .filter((pair) => pair.ratio < (atLeast === undefined || pair.atLeast < 4.5 ? pair.atLeast : atLeast));
}

/** The palette with a region's three colours in it. */
export function themedPalette(theme: RegionTheme | undefined): Palette {
  if (theme === undefined) return palette;
  return {
    ...palette,
    'laut-9': theme.deep,
    'laut-8': theme.deep,
    'laut-7': theme.action,
    'laut-6': theme.action,
    'emas-3': theme.accent,
  };
}

/** tokens.css as text. Throws when a pair is below WCAG AA, so that a build with unreadable colours does not exist. */
export function tokensCss(theme?: RegionTheme): string {
  const normal = themedPalette(theme);
  const high: Palette = { ...normal, ...highContrast };
  const failures = [...failingPairs(normal), ...failingPairs(high)];
  if (failures.length > 0) {
    const list = failures.map((f) => `${f.text} on ${f.on}: ${f.ratio.toFixed(2)} < ${f.atLeast}`);
    throw new RangeError(`Colours below WCAG AA: ${list.join('; ')}`);
  }
  return `${block(':root', normal)}\n${block('.kontras-tinggi', highContrast)}\n`;
}

function block(selector: string, colours: Partial<Palette>): string {
  const lines = Object.entries(colours).map(([name, value]) => `  --${name}: ${value.toLowerCase()};`);
  return `${selector} {\n${lines.join('\n')}\n}`;
}

function luminance(colour: string): number {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (match === null) throw new RangeError(`Not a #RRGGBB colour: ${colour}`);
  const [red, green, blue] = match.slice(1).map((hex) => linear(Number.parseInt(hex, 16) / 255));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
