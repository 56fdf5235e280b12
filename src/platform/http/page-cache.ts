import { createHash } from 'node:crypto';
import { compress, type Encoding } from './compress.ts';

export interface StoredPage {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly compressed: Map<Encoding, Promise<Buffer>>;
}
export interface PageCache {
  find(key: string): StoredPage | undefined;
  store(key: string, html: string): StoredPage;
}

const keepMilliseconds = 60_000;
const mostPages = 1000;

/** Rendered public pages for a minute; the oldest go first. */
export function createPageCache(now: () => number = () => performance.now()): PageCache {
  const pages = new Map<string, { page: StoredPage; until: number }>();
  return {
    find(key) {
      const entry = pages.get(key);
      if (entry === undefined) return undefined;
      if (entry.until > now()) return entry.page;
      pages.delete(key);
      return undefined;
    },
    store(key, html) {
      const page = toPage(html);
      pages.delete(key);
      const oldest = pages.size >= mostPages ? pages.keys().next() : undefined;
      if (oldest && !oldest.done) pages.delete(oldest.value);
      pages.set(key, { page, until: now() + keepMilliseconds });
      return page;
    },
  };
}

export function toPage(html: string): StoredPage {
  const bytes = Buffer.from(html);
  let etag: string | undefined;
  return {
    bytes,
    // Only pages that may be kept are asked for it; the others need not be hashed.
    get etag() {
      etag ??= `W/"${createHash('sha1').update(bytes).digest('base64url')}"`;
      return etag;
    },
    compressed: new Map(),
  };
}

/** The stored page compressed, once per encoding. */
export function compressedPage(page: StoredPage, encoding: Encoding): Promise<Buffer> {
  let compressed = page.compressed.get(encoding);
  if (compressed === undefined) {
    compressed = compress(page.bytes, encoding, 'kept');
    page.compressed.set(encoding, compressed);
  }
  return compressed;
}
