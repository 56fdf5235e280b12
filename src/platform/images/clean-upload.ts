// Turns an upload into something safe to keep and to show: pictures are drawn anew, PDFs are looked through.
import sharp from 'sharp';
import { AppError } from '../../lib/errors.ts';
import { checkPdf } from './check-pdf.ts';
import { type SniffedType, sniffType } from './sniff.ts';

export interface CleanFile {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/jpeg' | 'image/png' | 'application/pdf';
  readonly width?: number;
  readonly height?: number;
}

// A JPEG is shrunk while it is read, so a phone's 108 megapixels cost little; the other formats are unpacked whole.
const mostPixels: Readonly<Record<string, number>> = {
  jpeg: 120_000_000,
  png: 30_000_000,
  webp: 30_000_000,
  avif: 30_000_000,
};
const longestSide = 2600; // A4 at 220 dots per inch: small print stays readable
const patienceSeconds = 20;

// One picture at a time in one thread: memory stays flat when many people upload at once.
sharp.cache(false);
sharp.concurrency(1);
let queue: Promise<unknown> = Promise.resolve();

/**
 * The file as it may be stored. Pictures lose EXIF, position and whatever was hidden behind them; PDFs stay as they are.
 * Throws invalid `images.unsupported`, `images.heic`, `images.damaged`, `images.too_many_pixels`, `images.pdf_damaged`,
 * `images.pdf_encrypted` or `images.pdf_active`.
 */
export async function cleanUpload(bytes: Uint8Array): Promise<CleanFile> {
  const type = sniffType(bytes);
  if (type === undefined) throw new AppError('invalid', 'images.unsupported');
  // The HEVC codec is patented, so the library comes without it; phones can be told to save JPEG.
  if (type === 'heic') throw new AppError('invalid', 'images.heic');
  if (type === 'pdf') {
    checkPdf(bytes);
    return { bytes, mediaType: 'application/pdf' };
  }
  const turn = queue.then(() => redraw(bytes, type));
  queue = turn.catch(() => undefined);
  return turn;
}

async function redraw(bytes: Uint8Array, type: SniffedType): Promise<CleanFile> {
  const limit = mostPixels[type] ?? 0;
  try {
    const image = sharp(bytes, { limitInputPixels: limit, failOn: 'error', pages: 1, animated: false });
    const { format, width, height } = await image.metadata();
    if (format !== (type === 'avif' ? 'heif' : type)) throw new AppError('invalid', 'images.damaged');
    if (width * height > limit) throw new AppError('invalid', 'images.too_many_pixels');
    const upright = image
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true });
    const encoded =
      type === 'png'
        ? upright.png({ compressionLevel: 8 })
        : upright.flatten({ background: '#ffffff' }).jpeg({ quality: 82 });
    const { data, info } = await encoded
      .toColourspace('srgb')
      .timeout({ seconds: patienceSeconds })
      .toBuffer({ resolveWithObject: true });
    return {
      bytes: data,
      mediaType: type === 'png' ? 'image/png' : 'image/jpeg',
      width: info.width,
      height: info.height,
    };
  } catch (error) {
    if (error instanceof AppError) throw error;
    const tooLarge = error instanceof Error && /pixel limit|too large/i.test(error.message);
    throw new AppError('invalid', tooLarge ? 'images.too_many_pixels' : 'images.damaged', { cause: error });
  }
}
