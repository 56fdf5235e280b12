import sharp from 'sharp';

/** A rectangle of a picture, in per cent of its width and height. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
const black = '#141414';

/** The picture with these areas painted over, encoded anew: nothing of what was there is left in the file. */
export async function coverAreas(bytes: Uint8Array, areas: readonly Area[]): Promise<Uint8Array> {
  const picture = sharp(bytes);
  const { width, height } = await picture.metadata();
  const boxes = areas.map((area) => {
    const left = Math.min(width - 1, Math.floor((area.x / 100) * width));
    const top = Math.min(height - 1, Math.floor((area.y / 100) * height));
    const right = Math.min(width, Math.ceil(((area.x + area.width) / 100) * width));
    const bottom = Math.min(height, Math.ceil(((area.y + area.height) / 100) * height));
    const size = { width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
    return { input: { create: { ...size, channels: 3 as const, background: black } }, left, top };
  });
  return picture.composite(boxes).flatten({ background: '#ffffff' }).jpeg({ quality: 85 }).toBuffer();
}
