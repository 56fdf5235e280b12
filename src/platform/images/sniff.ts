// What a file is by its first bytes; its name and the browser's word for it count for nothing.

export const sniffedTypes = ['jpeg', 'png', 'webp', 'avif', 'heic', 'pdf'] as const;
export type SniffedType = (typeof sniffedTypes)[number];

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/** Undefined for everything else: SVG, HTML, ZIP, programs. */
export function sniffType(bytes: Uint8Array): SniffedType | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 32)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  // At the very first byte: a PDF that starts later may be a picture or a program as well.
  if (/^%PDF-[12]\.\d/.test(head)) return 'pdf';
  if (head.slice(4, 8) !== 'ftyp') return undefined;
  const brand = head.slice(8, 12);
  if (brand === 'avif' || brand === 'avis') return 'avif';
  return heicBrands.includes(brand) ? 'heic' : undefined;
}
