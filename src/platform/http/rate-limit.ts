import { AppError } from '../../lib/errors.ts';
import type { RateLimit } from './define.ts';

interface Bucket {
  tokens: number;
  at: number; // milliseconds
}
export interface RateLimiter {
  /** Takes one turn of this visitor or throws too_many `request.too_many` with params.seconds. */
  take(limit: RateLimit, ip: string): void;
}

const mostBuckets = 50_000; // an attacker with many addresses may fill memory no further

/** A token bucket per visitor and limit name, in this process. */
export function createRateLimiter(now: () => number = () => performance.now()): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    take(limit, ip) {
      const key = `${limit.name} ${visitor(ip)}`;
      const at = now();
      const before = buckets.get(key) ?? { tokens: limit.max, at };
      const tokens = Math.min(limit.max, before.tokens + ((at - before.at) / 1000) * (limit.max / limit.perSeconds));
      buckets.delete(key);
      if (buckets.size >= mostBuckets) forgetOldest(buckets);
      buckets.set(key, { tokens: tokens < 1 ? tokens : tokens - 1, at });
      if (tokens >= 1) return;
      const seconds = Math.ceil(((1 - tokens) * limit.perSeconds) / limit.max);
      throw new AppError('too_many', 'request.too_many', { params: { seconds } });
    },
  };
}

// One household gets a whole /64 of IPv6: counting single addresses there would limit nobody.
function visitor(ip: string): string {
  if (!ip.includes(':') || ip.startsWith('::ffff:')) return ip;
  const [head = '', tail = ''] = ip.split('::', 2);
  const front = head.split(':').filter((part) => part !== '');
  const missing = Math.max(0, 8 - front.length - tail.split(':').filter((part) => part !== '').length);
  return [...front, ...Array.from({ length: missing }, () => '0')].slice(0, 4).join(':');
}

/** This machine itself. Behind a proxy only TRUST_PROXY makes visitors known by their own addresses. */
export function isLoopback(ip: string): boolean {
  return ip === '::1' || ip.startsWith('127.') || ip.startsWith('::ffff:127.');
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  const oldest = buckets.keys().next();
  if (!oldest.done) buckets.delete(oldest.value);
}
