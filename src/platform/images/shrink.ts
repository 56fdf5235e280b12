import sharp from 'sharp';

/** A picture for a list: a JPEG that fits into a square of this many pixels. */
export async function shrink(bytes: Uint8Array, side: number): Promise<Uint8Array> {
  return sharp(bytes)
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 70 })
    .toBuffer();
}
