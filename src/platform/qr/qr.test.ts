import { create } from 'qrcode';
import { describe, expect, it } from 'vitest';
import { qrPath, qrSvg } from './qr.ts';

const url = 'https://layanan.example.go.id/periksa/7H4K-92MQ-XT3D';

/** Paints the path's runs back into a grid of modules, quiet zone included. */
function rasterise({ size, d }: { size: number; d: string }): boolean[][] {
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const match of d.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)) {
    const [x = 0, y = 0, length = 0, back = 0] = match.slice(1).map(Number);
    expect(back).toBe(length);
    for (let column = x; column < x + length; column += 1) (grid[y] ?? [])[column] = true;
  }
  return grid;
}

describe('qr code', () => {
  it('has exactly the modules of a level M symbol inside a quiet zone of four modules', () => {
    const { modules } = create(url, { errorCorrectionLevel: 'M' });
    const grid = rasterise(qrPath(url));
    expect(grid.length).toBe(modules.size + 8);
    grid.forEach((row, y) => {
      row.forEach((dark, x) => {
        const inside = x >= 4 && y >= 4 && x < modules.size + 4 && y < modules.size + 4;
        expect(dark).toBe(inside && Boolean(modules.get(y - 4, x - 4)));
      });
    });
  });

  it('is an SVG without inline style or script that a strict content policy lets through', () => {
    const svg = qrSvg('<script>alert(1)</script>" style="');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+"/);
    expect(svg).not.toMatch(/style|script|alert/);
  });
});
