import { z } from 'zod';
import { definePage, type Route, redirect } from './define.ts';
import { displayCookies, localPath } from './display.ts';

const anyText = z.union([z.string(), z.array(z.string())]).optional();
const Choice = z.looseObject({ bahasa: anyText, ukuran: anyText, kontras: anyText, kembali: anyText });

/** /tampilan: keeps language, text size and contrast in cookies and goes back. A link works too, as it changes nothing but the look. */
export const displayRoutes: readonly Route[] = [
  definePage({
    method: 'GET',
    url: '/tampilan',
    access: { kind: 'public' },
    query: Choice,
    handle: async (_ctx, { query }) => redirect(localPath(query.kembali), { cookies: displayCookies(query) }),
  }),
  definePage({
    method: 'POST',
    url: '/tampilan',
    access: { kind: 'public' },
    body: Choice,
    handle: async (_ctx, { body }) => redirect(localPath(body.kembali), { cookies: displayCookies(body) }),
  }),
];
