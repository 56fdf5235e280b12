import { describe, expect, it } from 'vitest';
import { sampleEnv, sampleField } from '../testing.ts';
import { formatField, parseField } from './registry.ts';

const env = sampleEnv();
const resultOf = (raw: unknown, field: ReturnType<typeof sampleField>) => {
  const parsed = parseField(raw, field, env);
  return parsed.ok ? parsed.value : parsed.code;
};

describe('area', () => {
  const village = sampleField('area', { level: 'kelurahan' });

  it.each(['73.72.01.1004', '7372011004', 7372011004, 'Lompoe (73.72.01.1004)', ' 73.72.01.1004 '])(
    '%j is Lompoe',
    (raw) => {
      expect(resultOf(raw, village)).toBe('73.72.01.1004');
    },
  );

  it.each([
    ['73.72.01.9999', 'area.unknown'],
    ['73.72.01', 'area.level'],
    ['Lompoe', 'area.format'],
    ['73.72.01.10041', 'area.format'],
    ['constructor', 'area.format'],
    [{ code: '73' }, 'area.format'],
    ['73.72.01.1004; drop table', 'area.format'],
  ])('%j is refused: %s', (raw, code) => {
    expect(resultOf(raw, village)).toBe(code);
  });

  it('without a level any area of the list will do', () => {
    expect(resultOf('73.72.01', sampleField('area'))).toBe('73.72.01');
  });

  it('prints the name, or the code of an area that is gone', () => {
    expect(formatField('73.72.01.1004', village, env)).toBe('Lompoe');
    expect(formatField('73.72.99.1004', village, env)).toBe('73.72.99.1004');
  });
});

describe('address', () => {
  const field = sampleField('address');
  const full = { area: '73.72.01.1004', street: 'Jl. Ahmad Yani 12', rt: 'RT 1', rw: '002', landmark: 'Depan masjid' };

  it('is brought into one form', () => {
    expect(resultOf(full, field)).toEqual({ ...full, rt: '001' });
    expect(resultOf('Jl. Ahmad Yani 12', field)).toEqual({ street: 'Jl. Ahmad Yani 12' });
    expect(resultOf({ ...full, extra: 'x', rt: '', landmark: null }, field)).toEqual({
      area: '73.72.01.1004',
      street: 'Jl. Ahmad Yani 12',
      rw: '002',
    });
  });

  it('is printed on one line', () => {
    const value = resultOf(full, field);
    expect(formatField(value, field, env)).toBe('Jl. Ahmad Yani 12, RT 001/RW 002, Lompoe, Bacukiki (Depan masjid)');
  });

  it('names each wrong part', () => {
    const parsed = parseField({ street: '..', area: 'x', rt: '0', rw: '1000', landmark: 'x'.repeat(300) }, field, env);
    expect(parsed.ok ? [] : parsed.at?.map((problem) => `${problem.field} ${problem.code}`)).toEqual([
      'street address.street',
      'area area.format',
      'rt address.rt',
      'rw address.rw',
      'landmark address.too_long',
    ]);
  });

  it('needs as much as its level says', () => {
    const partsOf = (level: 'kelurahan' | 'rt-rw') => {
      const parsed = parseField({ street: 'Jl. Mawar 1' }, sampleField('address', { level }), env);
      return parsed.ok ? [] : parsed.at?.map((problem) => problem.field);
    };
    expect(partsOf('kelurahan')).toEqual(['area']);
    expect(partsOf('rt-rw')).toEqual(['area', 'rt', 'rw']);
  });

  it.each([
    [{ street: ['a', 'b'] }, 'address.format'],
    [{ street: { a: 1 } }, 'address.format'],
    [{ rt: '1' }, 'address.street'],
    [['a', 'b'], 'address.format'],
    [true, 'address.format'],
  ])('%j is refused: %s', (raw, code) => {
    expect(resultOf(raw, field)).toBe(code);
  });

  it('inherited parts are not read', () => {
    const hostile: unknown = JSON.parse('{"__proto__": {"street": "Jl. Palsu"}, "rt": "1"}');
    expect(resultOf(hostile, field)).toBe('address.street');
  });
});

describe('location', () => {
  const field = sampleField('location');
  const point = { lat: -4.0135, lng: 119.6255 };

  it.each([
    point,
    { lat: '-4.0135', lng: '119.6255' },
    { latitude: -4.0135, longitude: 119.6255 },
    { lat: 119.6255, lng: -4.0135 },
    { lat: '-4,0135', lng: '119,6255' },
    '-4.0135, 119.6255',
    '-4.0135 119.6255',
    'https://www.google.com/maps/@-4.0135,119.6255,17z',
    'https://maps.google.com/?q=-4.0135,119.6255',
    'geo:-4.0135,119.6255',
  ])('%j is the square of Parepare', (raw) => {
    expect(resultOf(raw, field)).toEqual(point);
  });

  it.each([
    [{ lat: 0, lng: 0 }, 'location.outside'],
    [{ lat: 51.5, lng: -0.1 }, 'location.outside'],
    [{ lat: Number.POSITIVE_INFINITY, lng: 119 }, 'location.format'],
    [{ lat: 'NaN', lng: '119' }, 'location.format'],
    [{ lat: -4 }, 'location.format'],
    [[-4, 119], 'location.format'],
    ['di rumah', 'location.format'],
    ['1'.repeat(1e6), 'location.format'],
    ['-'.repeat(400), 'location.format'],
  ])('%j is refused: %s', (raw, code) => {
    expect(resultOf(raw, field)).toBe(code);
  });

  it('is kept to six decimals', () => {
    expect(resultOf({ lat: -4.01234567, lng: 119.62555555 }, field)).toEqual({ lat: -4.012346, lng: 119.625556 });
  });
});
