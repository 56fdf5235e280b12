import type { Locale } from './locale.ts';

/** "120 kB", "1,2 MB". Decimal units, as phones show them. */
export function sizeText(bytes: number, locale: Locale): string {
  const format = (value: number): string =>
    new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'id-ID', { maximumFractionDigits: 1 }).format(value);
  return bytes < 1_000_000 ? `${format(Math.max(1, Math.round(bytes / 1000)))} kB` : `${format(bytes / 1_000_000)} MB`;
}
