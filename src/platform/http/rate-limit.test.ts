import { expect, test } from 'vitest';
import { createRateLimiter, isLoopback } from './rate-limit.ts';

test.each(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])('%s is this machine', (ip) => {
  expect(isLoopback(ip)).toBe(true);
});
test.each(['10.0.0.1', '192.168.1.5', '128.0.0.1', '2001:db8::1', '::ffff:10.0.0.1', ''])('"%s" is not', (ip) => {
  expect(isLoopback(ip)).toBe(false);
});

test('a visitor gets his turns, waits, and gets one again; others are not affected', () => {
  let now = 0;
  const limiter = createRateLimiter(() => now);
  const limit = { name: 'submit', max: 3, perSeconds: 60 };
  for (let turn = 0; turn < 3; turn++) limiter.take(limit, '203.0.113.7');
  expect(() => limiter.take(limit, '203.0.113.7')).toThrow('request.too_many');
  limiter.take(limit, '203.0.113.8');
  now += 20_000;
  limiter.take(limit, '203.0.113.7');
  expect(() => limiter.take(limit, '203.0.113.7')).toThrow('request.too_many');
});
