import { deflateRawSync, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../lib/errors.ts';
import { cleanUpload } from './index.ts';

const codeOf = (bytes: Uint8Array) =>
  cleanUpload(bytes).then(
    () => 'accepted',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a05030' } });

function pdf(objects: string, trailer = ''): Buffer {
  return Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n${objects}\ntrailer\n<< /Root 1 0 R ${trailer}>>\nstartxref\n9\n%%EOF\n`,
    'latin1',
  );
}
function objectStream(content: string, filter = '/FlateDecode'): string {
  const packed = deflateSync(content).toString('latin1');
  return `5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter ${filter} /Length ${packed.length} >>\nstream\n${packed}\nendstream\nendobj`;
}
function crc(bytes: Buffer): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}
function chunk(name: string, body: Buffer): Buffer {
  const out = Buffer.alloc(body.length + 12);
  out.writeUInt32BE(body.length);
  out.write(name, 4, 'latin1');
  body.copy(out, 8);
  out.writeUInt32BE(crc(out.subarray(4, 8 + body.length)), 8 + body.length);
  return out;
}
/** A small PNG that claims (and would unpack to) an enormous picture. */
function pngBomb(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(Math.ceil(side / 8 + 1) * 100));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('a picture', () => {
  it('loses its EXIF data and the position in it, and stands upright', async () => {
    const exif = {
      IFD0: { Make: 'Kamera' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '4/1 1/1 0/1' },
    };
    const source = await picture(40, 20).withMetadata({ orientation: 6 }).withExifMerge(exif).jpeg().toBuffer();
    const before = await sharp(source).metadata();
    expect([before.orientation, before.exif?.includes('Kamera')]).toEqual([6, true]);
    const clean = await cleanUpload(source);
    const after = await sharp(clean.bytes).metadata();
    expect(after).toMatchObject({ format: 'jpeg', width: 20, height: 40 });
    expect([after.exif, after.xmp, after.icc]).toEqual([undefined, undefined, undefined]);
    expect(Buffer.from(clean.bytes).includes('Kamera')).toBe(false);
  });

  it('keeps nothing that was appended to it', async () => {
    const source = Buffer.concat([
      await picture(10, 10).png().toBuffer(),
      Buffer.from('PK\x03\x04 <script>alert(1)</script>'),
    ]);
    const clean = await cleanUpload(source);
    expect(clean.mediaType).toBe('image/png');
    expect(Buffer.from(clean.bytes).includes('script')).toBe(false);
  });

  it('in WebP or AVIF becomes a JPEG every viewer can show', async () => {
    for (const source of [
      await picture(30, 30).webp().toBuffer(),
      await picture(30, 30).avif({ effort: 0 }).toBuffer(),
    ]) {
      expect((await cleanUpload(source)).mediaType).toBe('image/jpeg');
    }
  });

  it('of a very large camera is made smaller, not refused', async () => {
    const clean = await cleanUpload(await picture(9248, 6936).jpeg({ quality: 30 }).toBuffer());
    expect([clean.width, clean.height]).toEqual([2600, 1950]);
  });

  it('that would unpack to gigabytes is refused before it does', async () => {
    const before = process.memoryUsage().rss;
    expect(await codeOf(pngBomb(60_000))).toBe('images.too_many_pixels');
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });

  it('that is cut off or only pretends is damaged', async () => {
    const whole = await picture(400, 400).jpeg().toBuffer();
    expect(await codeOf(whole.subarray(0, whole.length / 2))).toBe('images.damaged');
    expect(await codeOf(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<svg onload=alert(1)>')]))).toBe(
      'images.damaged',
    );
  });
});

describe('other files', () => {
  it('are refused by their content whatever they are called', async () => {
    const zip = Buffer.concat([Buffer.from('PK\x03\x04'), deflateRawSync(Buffer.alloc(1000))]);
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    for (const file of [
      zip,
      svg,
      Buffer.from('<!doctype html><script>'),
      Buffer.from('GIF89a'),
      Buffer.from('MZ'),
      Buffer.alloc(0),
    ]) {
      expect(await codeOf(file)).toBe('images.unsupported');
    }
    expect(await codeOf(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'))).toBe('images.heic');
  });
});

describe('a PDF', () => {
  it('that is plain is kept byte for byte', async () => {
    const source = pdf(objectStream('1 0 << /Type /Page >>'));
    expect((await cleanUpload(source)).bytes).toBe(source);
  });

  it('that acts on its own is refused, also when the action is spelled in codes or packed away', async () => {
    const actions = [
      '/S /JavaScript /JS (app.alert(1))',
      '/S /Launch /F (cmd.exe)',
      '/Type /EmbeddedFile',
      '/S /J#61vaScript',
      '/#4caunch',
    ];
    for (const action of actions) {
      expect(await codeOf(pdf(`4 0 obj\n<< ${action} >>\nendobj`))).toBe('images.pdf_active');
      expect(await codeOf(pdf(objectStream(`4 0 << ${action} >>`)))).toBe('images.pdf_active');
    }
  });

  it('made to keep the search busy is judged in a moment', async () => {
    const started = performance.now();
    for (const filler of ['<<', '>>', '>> stream\n', '#4', ' obj', `>>${' '.repeat(19)}`])
      await codeOf(pdf(filler.repeat(10_000_000 / filler.length)));
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it('that is locked, cut off, two files in one, or packed beyond reading is refused', async () => {
    expect(await codeOf(pdf('', '/Encrypt 7 0 R'))).toBe('images.pdf_encrypted');
    expect(await codeOf(pdf('').subarray(0, 60))).toBe('images.pdf_damaged');
    expect(await codeOf(Buffer.concat([pdf(''), Buffer.from('PK\x03\x04')]))).toBe('images.pdf_damaged');
    expect(await codeOf(pdf(objectStream('x', '/LZWDecode')))).toBe('images.pdf_damaged');
    expect(await codeOf(pdf(objectStream(' '.repeat(70 * 1024 * 1024))))).toBe('images.pdf_damaged');
  });
});
