import type { SetCookie } from './define.ts';

/** The session cookie's name as modules write and read it; on https the browser sees it with the prefix __Host-. */
export const sessionCookie = 'sesi';

/** Cookies of a request, by the names modules use. */
export function parseCookies(header: string | undefined, secure: boolean): Record<string, string> {
  const cookies: Record<string, string> = Object.create(null) as Record<string, string>;
  const prefix = prefixOf(secure);
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (at < 1 || !name.startsWith(prefix)) continue;
    cookies[name.slice(prefix.length)] ??= decode(pair.slice(at + 1).trim());
  }
  return cookies;
}

// __Host-: the browser refuses it without Secure, with a Domain or another Path, so a sister site cannot plant one.
export function serializeCookie(cookie: SetCookie, secure: boolean): string {
  const parts = [
    `${prefixOf(secure)}${cookie.name}=${encodeURIComponent(cookie.value)}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
  ];
  const maxAge = cookie.value === '' ? 0 : cookie.maxAgeSeconds;
  if (maxAge !== undefined) parts.push(`Max-Age=${Math.floor(maxAge)}`);
  if (secure) parts.push('Secure');
  return parts.join('; ');
}

function prefixOf(secure: boolean): string {
  return secure ? '__Host-' : '';
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
