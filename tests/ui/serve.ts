// A small server with the strict policy of production around the gallery: what breaks the policy breaks the test.
import { createReadStream } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { buildAssets } from '../../src/ui/assets-build.mjs';
import { exampleNames, examplePage, galleryPage, type PageFrame, renderPage } from '../../src/ui/index.ts';

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 250"><rect width="400" height="250" rx="14" fill="#B9DAE4"/><rect x="24" y="70" width="96" height="120" rx="6" fill="#0E5E76"/><path d="M146 84h180M146 116h140M146 148h200M146 180h90" stroke="#06303F" stroke-width="9"/></svg>';
const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
};

export interface Gallery {
  readonly url: string;
  readonly assets: PageFrame['assets'];
  close(): Promise<void>;
}

/** A frame as platform/http would build it. */
export function aFrame(assets: PageFrame['assets'], change: Partial<PageFrame> = {}): PageFrame {
  return {
    locale: 'id',
    path: '/gaya?x=1',
    csrf: 'token-csrf',
    textSize: 'a',
    contrast: 'normal',
    saveData: false,
    region: {
      id: 'parepare',
      name: 'Kota Parepare',
      zoneLabel: 'WITA',
      timezone: 'Asia/Makassar',
      phone: '0421 21 112',
    },
    officer: {
      name: 'Rahmawati',
      title: 'Verifikator, Kelurahan Ujung Bulu',
      permissions: ['inbox'],
      roles: ['verifikator'],
    },
    development: true,
    assets,
    now: new Date('2026-11-22T13:14:00Z'),
    ...change,
  };
}

export const noAssets: PageFrame['assets'] = { css: '/a.css', script: '/a.js', font: '/a.woff2' };

/** Serves /gaya and /gaya/<example> with ?ukuran, ?kontras and ?bahasa. */
export async function serveGallery(outDir: string): Promise<Gallery> {
  const made = await buildAssets(outDir);
  const at = (name: string | undefined) => (name === undefined ? undefined : `/aset/${name}`);
  const assets = {
    css: `/aset/${made.css}`,
    script: `/aset/${made.script}`,
    font: `/aset/${made.font}`,
    staffCss: at(made.staffCss),
    staffScript: at(made.staffScript),
    mark: at(made.mark),
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname.startsWith('/aset/')) {
      const name = url.pathname.slice('/aset/'.length);
      response.setHeader('content-type', types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
      createReadStream(join(outDir, name)).pipe(response);
      return;
    }
    if (url.pathname === '/gaya/contoh.svg') {
      response.setHeader('content-type', 'image/svg+xml');
      response.end(picture);
      return;
    }
    response.setHeader('content-security-policy', policy);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page(url, assets));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: addressOf(server), assets, close: () => new Promise((done) => server.close(() => done())) };
}

function page(url: URL, assets: PageFrame['assets']): string {
  const frame = aFrame(assets, {
    locale: url.searchParams.get('bahasa') === 'en' ? 'en' : 'id',
    contrast: url.searchParams.get('kontras') === 'high' ? 'high' : 'normal',
    textSize: url.searchParams.get('ukuran') === 'a-plus-plus' ? 'a-plus-plus' : 'a',
    development: url.searchParams.get('dev') !== '0',
  });
  const name = exampleNames.find((example) => url.pathname === `/gaya/${example}`);
  return renderPage(name === undefined ? galleryPage(frame) : examplePage(frame, name));
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The gallery server has no port');
  return `http://127.0.0.1:${address.port}`;
}
