import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readList } from './read-list.ts';

const header = 'kode;jenis;nama;kategori;pemilik;kelurahan;alamat;lat;long';
const lamp = 'pju 0412;Lampu;Lampu depan SDN 5;lampu.mati;dishub;73.72.02.1004;Jl. Lapadde;-4,013512;119.6255';

describe('a list of assets', () => {
  it('is read from a spreadsheet with semicolons, decimal commas and small codes', () => {
    expect(readList(`\uFEFF${header}\r\n${lamp}\r\n`)).toEqual({
      assets: [
        {
          line: 2,
          asset: {
            code: 'PJU-0412',
            kind: 'lampu',
            name: 'Lampu depan SDN 5',
            category: 'lampu.mati',
            ownerCode: 'dishub',
            areaCode: '73.72.02.1004',
            place: 'Jl. Lapadde',
            lat: -4.013512,
            long: 119.6255,
          },
        },
      ],
      problems: [],
    });
  });

  it('is read from GeoJSON points, and says which features are no points', () => {
    const feature = (properties: object, geometry: object) => ({ type: 'Feature', properties, geometry });
    const list = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        feature(
          { Kode: 'TPS-01', Jenis: 'tempat sampah', Kategori: 'sampah.tps-penuh', Pemilik: 'dlh' },
          { type: 'Point', coordinates: [119.62, -4.01] },
        ),
        feature({ kode: 'SAL-1' }, { type: 'LineString', coordinates: [] }),
      ],
    });
    const { assets, problems } = readList(list);
    expect(assets.map(({ asset }) => [asset.code, asset.kind, asset.lat, asset.long, asset.name])).toEqual([
      ['TPS-01', 'tempat-sampah', -4.01, 119.62, 'tempat-sampah TPS-01'],
    ]);
    expect(problems).toEqual([{ line: 2, kind: 'geometry', value: '' }]);
  });

  it('names each line that is wrong and keeps the others', () => {
    const { assets, problems } = readList(
      [
        header,
        lamp,
        lamp,
        'x;lampu;;lampu.mati;dishub;;;-4;119',
        'PJU-2;lampu;;lampu.mati;dishub;;;95;119',
        'PJU-3;lampu;;lampu.mati;;;;-4;119',
      ].join('\n'),
    );
    expect(assets).toHaveLength(1);
    expect(problems.map(({ line, kind }) => [line, kind])).toEqual([
      [3, 'duplicate'],
      [4, 'code'],
      [5, 'position'],
      [6, 'owner'],
    ]);
  });

  it.each(['', 'kode;jenis', '{"type":"Point"}', '{', '"a;b\nc'])('that is no list is refused: %j', (text) => {
    expect(() => readList(text)).toThrow(/assets\.(empty|unreadable)/);
  });

  it('never fails in another way, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.boolean(), (text, withHeader) => {
        try {
          const { assets, problems } = readList(withHeader ? `${header}\n${text}` : text);
          expect(new Set(assets.map(({ asset }) => asset.code)).size).toBe(assets.length);
          expect(assets.length + problems.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toMatchObject({ kind: 'invalid' });
        }
      }),
    );
  });
});
