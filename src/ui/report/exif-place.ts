// Where a photo was taken, from its EXIF data, read on the phone and nowhere else: the server throws it away.

export interface Place {
  readonly lat: number;
  readonly long: number;
}
const headBytes = 256 * 1024; // the data stands at the beginning of the file

export async function placeOfPhoto(file: File): Promise<Place | undefined> {
  if (file.type !== 'image/jpeg') return undefined;
  const bytes = await file.slice(0, headBytes).arrayBuffer();
  try {
    return placeIn(new DataView(bytes));
  } catch {
    return undefined; // cut off or written by something strange: then nothing is offered
  }
}

/** Walks the segments of a JPEG to the one called Exif. */
export function placeIn(view: DataView): Place | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 10 < view.byteLength; ) {
    const marker = view.getUint16(at);
    if (marker >>> 8 !== 0xff || marker === 0xffda) return undefined;
    if (marker === 0xffe1 && view.getUint32(at + 4) === 0x45786966) return placeInTiff(view, at + 10);
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function placeInTiff(view: DataView, start: number): Place | undefined {
  const little = view.getUint16(start) === 0x4949;
  const pointer = entryAt(view, { start, little }, view.getUint32(start + 4, little), 0x8825);
  if (pointer === undefined) return undefined;
  const gps = view.getUint32(pointer + 8, little);
  const lat = degreesAt(view, { start, little }, gps, { value: 2, side: 1, minus: 'S' });
  const long = degreesAt(view, { start, little }, gps, { value: 4, side: 3, minus: 'W' });
  if (lat === undefined || long === undefined || (lat === 0 && long === 0)) return undefined;
  return Math.abs(lat) <= 90 && Math.abs(long) <= 180 ? { lat, long } : undefined;
}

interface Tiff {
  readonly start: number;
  readonly little: boolean;
}
/** Where the entry with this tag stands in a directory. */
function entryAt(view: DataView, { start, little }: Tiff, directory: number, tag: number): number | undefined {
  const count = view.getUint16(start + directory, little);
  for (let index = 0; index < count; index++) {
    const at = start + directory + 2 + index * 12;
    if (view.getUint16(at, little) === tag) return at;
  }
  return undefined;
}

/** Degrees, minutes and seconds as three fractions, and a letter for the side. */
function degreesAt(
  view: DataView,
  tiff: Tiff,
  directory: number,
  of: { readonly value: number; readonly side: number; readonly minus: string },
): number | undefined {
  const { start, little } = tiff;
  const [value, side] = [entryAt(view, tiff, directory, of.value), entryAt(view, tiff, directory, of.side)];
  if (value === undefined || side === undefined) return undefined;
  const at = start + view.getUint32(value + 8, little);
  const part = (index: number) =>
    view.getUint32(at + index * 8, little) / Math.max(1, view.getUint32(at + index * 8 + 4, little));
  const degrees = part(0) + part(1) / 60 + part(2) / 3600;
  return String.fromCharCode(view.getUint8(side + 8)) === of.minus ? -degrees : degrees;
}
