// Where a photo says it was taken: the GPS entries of a JPEG's EXIF block. Pure, and small enough for a phone.
import type { GeoPoint } from './distance.ts';

const pointerToExif = 0x8825;
const tags = { latRef: 1, lat: 2, longRef: 3, long: 4 } as const;
const longestHead = 256; // segments looked at before giving up

interface Block {
  readonly view: DataView;
  readonly start: number; // of the TIFF header: offsets count from here
  readonly little: boolean;
}

/** @returns nothing when there is no position in it, or nothing that can be one. */
export function placeInPhoto(bytes: Uint8Array): GeoPoint | undefined {
  try {
    const block = exifBlock(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return block && placeIn(block);
  } catch (error) {
    // Every offset in the file may point outside it.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function exifBlock(view: DataView): Block | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let at = 2;
  for (let segment = 0; segment < longestHead; segment++) {
    const marker = view.getUint16(at);
    if (marker < 0xffe0 || marker === 0xffda) return undefined; // the picture itself begins
    if (marker === 0xffe1 && view.getUint32(at + 4) === 0x45786966) {
      const start = at + 10; // marker, length, "Exif", two zeros
      return { view, start, little: view.getUint16(start) === 0x4949 };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** Offset of the value of each entry of one directory. */
function entriesAt({ view, start, little }: Block, offset: number): Map<number, number> {
  const count = view.getUint16(start + offset, little);
  const entries = new Map<number, number>();
  for (let index = 0; index < Math.min(count, 200); index++) {
    const entry = start + offset + 2 + index * 12;
    entries.set(view.getUint16(entry, little), entry + 8);
  }
  return entries;
}

function placeIn(block: Block): GeoPoint | undefined {
  const { view, start, little } = block;
  const first = entriesAt(block, view.getUint32(start + 4, little));
  const pointer = first.get(pointerToExif);
  if (pointer === undefined) return undefined;
  const gps = entriesAt(block, view.getUint32(pointer, little));
  const lat = degrees(block, gps.get(tags.lat), gps.get(tags.latRef));
  const long = degrees(block, gps.get(tags.long), gps.get(tags.longRef));
  if (lat === undefined || long === undefined || Math.abs(lat) > 90 || Math.abs(long) > 180) return undefined;
  return lat === 0 && long === 0 ? undefined : { lat, long }; // what cameras write before they know
}

/** Three fractions: degrees, minutes, seconds; south and west are negative. */
function degrees(block: Block, value: number | undefined, reference: number | undefined): number | undefined {
  if (value === undefined || reference === undefined) return undefined;
  const { view, start, little } = block;
  const at = start + view.getUint32(value, little);
  const [whole = 0, minutes = 0, seconds = 0] = [0, 8, 16].map((more) => {
    const below = view.getUint32(at + more + 4, little);
    return below === 0 ? 0 : view.getUint32(at + more, little) / below;
  });
  const letter = String.fromCharCode(view.getUint8(reference));
  return (whole + minutes / 60 + seconds / 3600) * (letter === 'S' || letter === 'W' ? -1 : 1);
}
