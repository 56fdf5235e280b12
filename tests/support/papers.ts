// Papers as people photograph and scan them, made anew for each run.
import sharp from 'sharp';

/** A photograph as phones make it: JPEG with camera and place in its EXIF. */
export async function aPhoto(width = 900, height = 600): Promise<Buffer> {
  const lines = Array.from(
    { length: 12 },
    (_, row) => `<rect x="60" y="${80 + row * 38}" width="${420 + ((row * 67) % 300)}" height="12" fill="#334"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#dfe9ee"/>${lines.join('')}</svg>`;
  return sharp(Buffer.from(svg))
    .withExif({
      IFD0: { Make: 'Kamera', Model: 'RAHASIA-KAMERA' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '4/1 0/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '119/1 37/1 0/1' },
    })
    .jpeg({ quality: 80 })
    .toBuffer();
}

/** A small one-page PDF with a correct cross-reference table. */
export function aPdf(extra = '', text = 'Kartu Keluarga'): Buffer {
  const stream = `BT /F1 24 Tf 72 700 Td (${text}) Tj ET`;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${extra} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = body.length;
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
}

export function asFile(bytes: Uint8Array, name: string, type = 'application/octet-stream'): File {
  return new File([new Uint8Array(bytes)], name, { type });
}
