// How this reader wants pages: language, text size, contrast. Kept in cookies, changed at /tampilan.
import type { Locale } from '../../lib/locale.ts';
import type { PageFrame } from '../../ui/frame.ts';
import type { SetCookie } from './define.ts';

export interface Display {
  readonly locale: Locale;
  readonly textSize: PageFrame['textSize'];
  readonly contrast: PageFrame['contrast'];
}
type Values = Readonly<Record<string, string | undefined>>;

const textSizes = ['a', 'a-plus', 'a-plus-plus'] as const;
const contrasts = ['normal', 'high'] as const;
const languages = ['id', 'en'] as const;
const yearSeconds = 365 * 24 * 3600;

export function readDisplay(
  cookies: Values,
  request: { languageParam: unknown; acceptLanguage: string | undefined },
): Display {
  return {
    locale:
      member(languages, request.languageParam) ??
      member(languages, cookies.bahasa) ??
      preferredLanguage(request.acceptLanguage),
    textSize: member(textSizes, cookies.ukuran) ?? 'a',
    contrast: member(contrasts, cookies.kontras) ?? 'normal',
  };
}

/** The cookies for the settings somebody chose; unknown values change nothing. */
export function displayCookies(chosen: Readonly<Record<string, unknown>>): SetCookie[] {
  const settings = [
    { name: 'bahasa', value: member(languages, chosen.bahasa) },
    { name: 'ukuran', value: member(textSizes, chosen.ukuran) },
    { name: 'kontras', value: member(contrasts, chosen.kontras) },
  ];
  return settings.flatMap(({ name, value }) =>
    value === undefined ? [] : [{ name, value, maxAgeSeconds: yearSeconds }],
  );
}

/** A path of this site to go back to, `/` for anything else: an open redirect would lend our name to a swindler. */
export function localPath(wanted: unknown): string {
  if (
    typeof wanted !== 'string' ||
    wanted.length > 2000 ||
    !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) ||
    wanted.includes('\\')
  )
    return '/';
  const url = new URL(wanted, 'http://localhost');
  if (url.host !== 'localhost') return '/';
  url.searchParams.delete('bahasa'); // the parameter would win over the cookie just set
  return `${url.pathname}${url.search}${url.hash}`;
}

function preferredLanguage(header: string | undefined): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...settings] = part.trim().toLowerCase().split(';');
      const q = Number(
        settings
          .map((s) => s.trim())
          .find((s) => s.startsWith('q='))
          ?.slice(2) ?? '1',
      );
      return { language: tag.split('-')[0], q: Number.isFinite(q) ? q : 0 };
    })
    .filter(({ language, q }) => q > 0 && (language === 'id' || language === 'in' || language === 'en'))
    .sort((a, b) => b.q - a.q);
  return wanted[0]?.language === 'en' ? 'en' : 'id';
}

function member<T extends string>(allowed: readonly T[], value: unknown): T | undefined {
  return allowed.find((candidate) => candidate === value);
}
