// QR codes as plain SVG: no inline style, so a strict Content-Security-Policy lets them through.
import { create } from 'qrcode';

// ISO/IEC 18004: four light modules on every side.
const quietZone = 4;

export interface QrPath {
  /** Side of the square view box in modules, quiet zone included. */
  readonly size: number;
  /** Path data of the dark modules, one unit per module. */
  readonly d: string;
}

/** The dark modules of a QR code (error correction level M) as one path. */
export function qrPath(text: string): QrPath {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const runs: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    let column = 0;
    while (column < modules.size) {
      const start = column;
      while (column < modules.size && modules.get(row, column)) column += 1;
      if (column > start) runs.push(`M${start + quietZone} ${row + quietZone}h${column - start}v1h-${column - start}z`);
      else column += 1;
    }
  }
  return { size: modules.size + 2 * quietZone, d: runs.join('') };
}

/** A QR code as a complete SVG document string: white ground, black modules, sized by its container. */
export function qrSvg(text: string): string {
  const { size, d } = qrPath(text);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" aria-hidden="true">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${d}"/></svg>`
  );
}
