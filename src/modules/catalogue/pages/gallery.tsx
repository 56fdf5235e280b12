// The style gallery: every component and example page as people and officers meet them.
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import { definePage, html, json, type Route } from '../../../platform/http/define.ts';
import { type ExampleName, exampleNames, examplePage, galleryPage } from '../../../ui/index.ts';

const gallery = definePage({
  method: 'GET',
  url: '/gaya',
  access: { kind: 'public' },
  handle: async (_ctx, { frame }) => html(galleryPage(frame)),
});

const example = definePage({
  method: 'GET',
  url: '/gaya/:name',
  access: { kind: 'public' },
  params: z.object({ name: z.string().max(40) }),
  handle: async (_ctx, { frame, params }) => {
    const name = exampleNames.find((known): known is ExampleName => known === params.name);
    if (!name) throw new AppError('not_found', 'request.not_found');
    return html(examplePage(frame, name));
  },
});

/** What the example inbox asks for; the gallery has three new cases for ever. */
const fresh = definePage({
  method: 'GET',
  url: '/gaya/baru',
  access: { kind: 'public' },
  handle: async () => json({ count: 3 }),
});

/** A drawn stand-in for a photo of a document. */
const picture = definePage({
  method: 'GET',
  url: '/gaya/contoh.svg',
  access: { kind: 'public' },
  handle: async () => ({ kind: 'bytes', body: drawing, type: 'image/svg+xml', inline: true, fileName: 'contoh.svg' }),
});
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200"><rect width="320" height="200" fill="#dcecf1"/>' +
  '<rect x="24" y="28" width="84" height="104" fill="#0e5e76"/><path d="M132 44h160M132 76h160M132 108h104M24 160h268" ' +
  'stroke="#0b4a5e" stroke-width="10"/></svg>';

export const galleryRoutes: readonly Route[] = [gallery, fresh, picture, example];
