import pg from 'pg';
import { expect, test } from 'vitest';
import { instantOf } from './instants.ts';

test('every instant is read as the driver reads it, whatever its shape', () => {
  const asDriver = pg.types.getTypeParser(1184);
  const written = [
    ...[
      '2026-11-27 04:05:06+00',
      '2026-11-27 04:05:06.7+00',
      '2026-02-28 23:59:59.123456+00',
      '1000-01-01 00:00:00+00',
    ],
    ...['2026-11-27 12:05:06.78+08', '0099-12-31 00:00:00+00', '0044-03-15 00:00:00+00 BC', '12026-01-01 00:00:00+00'],
    ...['9999-12-31 00:00:00+00', 'infinity', '-infinity', '1850-01-01 00:00:00+07:07:12'],
  ];
  for (const text of written) expect([text, instantOf(text)]).toEqual([text, asDriver(text)]);
});
