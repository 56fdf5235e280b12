import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode, splitFormat } from './format.ts';
import { instantOf, listOf, one, readParameters } from './parameters.ts';
import { readReport } from './report.ts';
import { readRequestsQuery, windowDays } from './window.ts';
import { allowedInXml, xmlDocument } from './xml.ts';

const now = new Date('2026-11-27T10:00:00+08:00');
const day = 86_400_000;
const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

describe('an Open311 document', () => {
  it('names the items of a list after the list and keeps the declaration of the specification', () => {
    const services = [{ service_code: '001', metadata: false, keywords: '' }];
    expect(xmlDocument('services', services)).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<services><service><service_code>001</service_code><metadata>false</metadata><keywords/></service></services>',
    );
    expect(xmlDocument('services', [])).toBe('<?xml version="1.0" encoding="utf-8"?>\n<services/>');
  });

  it('drops the root in JSON, keeps codes as strings and writes an empty element as null', () => {
    const { body, type } = encode('json', 'services', [
      { service_code: '001', metadata: true, keywords: '', lat: 1.5 },
    ]);
    expect(JSON.parse(body)).toEqual([{ service_code: '001', metadata: true, keywords: null, lat: 1.5 }]);
    expect(type).toBe('application/json; charset=utf-8');
  });

  it('holds no character XML 1.0 forbids, whatever people write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const body = xmlDocument('errors', [{ code: 400, description: text }]);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
        expect(body).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
        const inside = /<description>([\s\S]*)<\/description>/.exec(body)?.[1] ?? '';
        expect(inside).not.toMatch(/[<>"']/);
        expect(inside.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => signs[name] ?? '')).toBe(
          allowedInXml(text),
        );
      }),
    );
  });

  it.each([
    ['requests.json', { name: 'requests', format: 'json' }],
    ['requests.XML', { name: 'requests', format: 'xml' }],
    ['requests', { name: 'requests', format: 'xml' }],
    ['sampah.tidak-diangkut.json', { name: 'sampah.tidak-diangkut', format: 'json' }],
    ['requests.yaml', undefined],
    ['.json', undefined],
  ])('takes the format from the end of %s', (last, expected) => {
    expect(splitFormat(last)).toEqual(expected);
  });
});

describe('Open311 parameters', () => {
  it('are read from query and body alike, the body first, and empty is absent', () => {
    const given = readParameters({ jurisdiction_id: 'parepare', a: 'query', b: ' ' }, { a: ['x', 'body'], c: 'd' });
    expect([one(given, 'jurisdiction_id'), one(given, 'a'), one(given, 'b'), one(given, 'c')]).toEqual([
      'parepare',
      'body',
      undefined,
      'd',
    ]);
  });

  it('take lists with commas, repeated, or both', () => {
    expect(listOf(readParameters({ s: ['a,b', 'c, a', ','] }), 's')).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['1994-11-05T08:15:30-05:00', '1994-11-05T13:15:30.000Z'],
    ['1994-11-05T08:15:30Z', '1994-11-05T08:15:30.000Z'],
    ['2026-11-27T10:00:00 08:00', '2026-11-27T02:00:00.000Z'], // a plus sign that came unescaped
    ['2026-11-27T10:00+0800', '2026-11-27T02:00:00.000Z'],
  ])('read the date %s', (text, expected) => {
    expect(instantOf(readParameters({ d: text }), 'd')?.toISOString()).toBe(expected);
  });

  it.each(['2026-11-27', '2026-11-27T10:00:00', 'kemarin', '2026-13-01T00:00:00Z', '0001-01-01T00:00:00Z', '99999'])(
    'refuse %s as a date',
    (text) => {
      expect(() => instantOf(readParameters({ d: text }), 'd')).toThrow('open311.date');
    },
  );
});

describe('the list of requests', () => {
  it('covers the last 90 days unless asked otherwise', () => {
    const { from, to, page, pageSize } = readRequestsQuery(readParameters({}), now);
    expect([to, to.getTime() - from.getTime(), page, pageSize]).toEqual([now, 90 * day, 1, 1000]);
  });

  it('never covers more than 90 days, in whatever way they are asked for', () => {
    const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.option(instants), fc.option(instants), (start, end) => {
        const query = { start_date: start?.toISOString(), end_date: end?.toISOString() };
        const impossible = start && end && (end < start || end.getTime() - start.getTime() > windowDays * day);
        if (impossible) {
          expect(() => readRequestsQuery(readParameters(query), now)).toThrow('open311.window');
          return;
        }
        const { from, to } = readRequestsQuery(readParameters(query), now);
        expect(to.getTime() - from.getTime()).toBeLessThanOrEqual(windowDays * day);
        expect([start ?? from, end ?? to]).toEqual([from, to]);
      }),
    );
  });

  it('lets ids override every other argument, wrong ones too', () => {
    const query = readRequestsQuery(
      readParameters({ service_request_id: 'L1,L2', status: 'half', start_date: 'x', lat: '1' }),
      now,
    );
    expect([query.ids, query.status, query.serviceCodes, query.near]).toEqual([
      ['L1', 'L2'],
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('takes both statuses as no filter and refuses a third', () => {
    expect(readRequestsQuery(readParameters({ status: 'open,closed' }), now).status).toBeUndefined();
    expect(() => readRequestsQuery(readParameters({ status: 'pending' }), now)).toThrow('open311.status');
  });
});

describe('a report from another program', () => {
  const base = { service_code: 'jalan.berlubang', lat: '-4.01', long: '119.62', description: 'Lubang\r\ndalam' };

  it('is read with attributes in every spelling seen in the wild', () => {
    const report = readReport(
      readParameters(
        { 'attribute[UKURAN]': 'besar' },
        { ...base, 'attribute[JENIS][]': ['a', 'b'], first_name: 'Tenri', last_name: '-' },
      ),
    );
    expect([...report.attributes]).toEqual([
      ['UKURAN', ['besar']],
      ['JENIS', ['a', 'b']],
    ]);
    expect([report.name, report.description, report.point]).toEqual([
      'Tenri',
      'Lubang\ndalam',
      { lat: -4.01, long: 119.62 },
    ]);
  });

  it('takes every coordinate as programs write them', () => {
    for (const lat of ['-4.013500000000001', '-0.4021234567890123', '-0.00012345678901234567'])
      expect(readReport(readParameters({}, { ...base, lat })).point?.lat).toBe(Number(lat));
  });

  it.each([
    [{ ...base, long: '' }, 'open311.lone_coordinate'],
    [{ ...base, lat: '', long: '' }, 'open311.location'],
    [{ ...base, lat: '91' }, 'open311.number'],
    [{ ...base, lat: 'NaN' }, 'open311.number'],
    [{ ...base, service_code: '' }, 'open311.service_missing'],
    [{ ...base, description: 'a'.repeat(4001) }, 'open311.too_long'],
    [{ ...base, media_url: 'javascript:alert(1)' }, 'open311.media_url'],
  ])('is refused when something is wrong: %#', (body, code) => {
    expect(() => readReport(readParameters({}, body))).toThrow(code);
  });
});
