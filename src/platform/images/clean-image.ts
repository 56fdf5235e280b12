// A picture is decoded and encoded anew: what was hidden in it (position, comments, a second file behind the picture) is gone.
import sharp from 'sharp';
import { AppError } from '../../lib/errors.ts';

// Decoded pictures are large; keeping them or working on several at once would cost more memory than time.
sharp.cache(false);
sharp.concurrency(1);

const mostPixels = 50_000_000; // a 50-megapixel phone; a decompression bomb announces more
const longestSide = 2400; // an A4 page stays readable at 200 dpi
const seconds = 15;

/** @returns a JPEG without metadata, turned upright. @throws invalid `images.unreadable` or `images.too_many_pixels`. */
export async function cleanImage(bytes: Uint8Array): Promise<Uint8Array> {
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', animated: false, unlimited: false });
    return await picture
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 85, mozjpeg: false })
      .timeout({ seconds })
      .toBuffer();
  } catch (error) {
    const tooMany = error instanceof Error && /pixel limit/i.test(error.message);
    throw new AppError('invalid', tooMany ? 'images.too_many_pixels' : 'images.unreadable', { cause: error });
  }
}
