import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

export type Encoding = 'br' | 'gzip';
const compressible = /^(text\/|application\/(json|problem\+json|javascript|xml|manifest\+json)|image\/svg\+xml)/;

export function isCompressible(type: string | undefined): boolean {
  return type !== undefined && compressible.test(type);
}

/** The best encoding the browser takes; `;q=0` refuses one. */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding | undefined {
  const accepted = (acceptEncoding ?? '')
    .toLowerCase()
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';', 1)[0]?.trim());
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding));
}

/** How hard to try: once for one answer, for an answer kept a minute, for bytes that never change. */
export type Effort = 'once' | 'kept' | 'forever';
const gzipLevel: Readonly<Record<Effort, number>> = { once: 5, kept: 7, forever: 9 };
const brotliQuality: Readonly<Record<Effort, number>> = { once: 4, kept: 7, forever: 11 };

export function compress(bytes: Buffer, encoding: Encoding, effort: Effort): Promise<Buffer> {
  if (encoding === 'gzip') return gzipAsync(bytes, { level: gzipLevel[effort] });
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotliAsync(bytes, {
    params: {
      [BROTLI_PARAM_QUALITY]: brotliQuality[effort],
      [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
      [BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}
