// Voice notes: known by their first bytes, kept as they are. They are never shown to the public.
import { AppError } from '../../lib/errors.ts';

export const largestAudio = 5_000_000; // bytes: about five minutes as phones record them
type AudioType = 'audio/ogg' | 'audio/mp4' | 'audio/mpeg' | 'audio/aac' | 'audio/webm';

/** MP4 files of a phone's recorder. The last ones name no sound: what is inside decides. */
const mp4Brands = ['M4A ', 'M4B ', 'mp41', 'mp42', 'isom', 'iso2', 'iso5', 'iso6', '3gp4', '3gp5'];

/** Undefined for everything else, also for films that bring a picture. */
export function sniffAudio(bytes: Uint8Array): AudioType | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', 0, 4096);
  if (head.startsWith('OggS')) return isOggSound(head) ? 'audio/ogg' : undefined;
  if (head.startsWith('\x1aE\xdf\xa3')) return isWebmSound(head) ? 'audio/webm' : undefined;
  if (head.slice(4, 8) === 'ftyp')
    return mp4Brands.includes(head.slice(8, 12)) && !hasVideo(bytes) ? 'audio/mp4' : undefined;
  return head.startsWith('ID3') ? 'audio/mpeg' : frameOf(bytes);
}
const isOggSound = (head: string): boolean =>
  ['OpusHead', '\x01vorbis', 'Speex   '].some((codec) => head.slice(0, 256).includes(codec));
const isWebmSound = (head: string): boolean => head.slice(0, 64).includes('webm') && !/V_VP|V_AV1/.test(head);

/** MP3 and AAC without a head of their own begin with eleven or twelve set bits. */
function frameOf([first = 0, second = 0]: Uint8Array): AudioType | undefined {
  if (first !== 0xff) return undefined;
  if ((second & 0xf6) === 0xf0) return 'audio/aac';
  return (second & 0xe0) === 0xe0 && (second & 0x06) !== 0 ? 'audio/mpeg' : undefined;
}

/** A track of pictures says so in its handler, which stands at either end of the file. */
function hasVideo(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('vide', 0, 'latin1');
}

/** @throws invalid `audio.unsupported`, `audio.too_large` */
export function checkAudio(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly mediaType: AudioType } {
  const mediaType = sniffAudio(bytes);
  if (mediaType === undefined) throw new AppError('invalid', 'audio.unsupported');
  if (bytes.length > largestAudio) throw new AppError('invalid', 'audio.too_large');
  return { bytes, mediaType };
}
