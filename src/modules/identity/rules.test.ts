import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accountPolicy,
  describeDevice,
  findPasswordProblem,
  isSessionAlive,
  isSessionTouchDue,
  localPath,
  narrowPermissions,
  nearestNames,
  nextThrottle,
  parseApiKey,
  parseToken,
  type Throttle,
} from './rules.ts';

const now = new Date('2026-11-22T13:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('waiting after wrong tries', () => {
  function tryMany(times: readonly number[]): (number | 'ok')[] {
    let state: Throttle | undefined;
    return times.map((seconds) => {
      const decision = nextThrottle(state, later(seconds), accountPolicy);
      if (!decision.ok) return Math.round((decision.until.getTime() - now.getTime()) / 1000);
      state = decision.next;
      return 'ok';
    });
  }

  it('lets five tries through, then asks to wait 30 seconds, then a minute', () => {
    expect(tryMany([0, 1, 2, 3, 4, 5, 34, 35, 64.5])).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 34, 'ok', 94, 94]);
  });

  it('forgets after an hour of quiet', () => {
    expect(tryMany([0, 1, 2, 3, 4, 4 + 3601, 4 + 3602])).not.toContain(34);
  });

  it('never lets more than five tries pass in any half minute, whatever the moments', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 7200 }), { maxLength: 200 }), (moments) => {
        const times = [...moments].sort((a, b) => a - b);
        const passed = tryMany(times).flatMap((result, index) => (result === 'ok' ? [times[index] ?? 0] : []));
        for (const start of passed) {
          expect(passed.filter((at) => at >= start && at < start + 30).length).toBeLessThanOrEqual(accountPolicy.free);
        }
      }),
    );
  });

  it('grows no further than the longest wait', () => {
    let state: Throttle = { failures: 1_000_000, lastFailureAt: now, blockedUntil: undefined };
    const decision = nextThrottle(state, now, accountPolicy);
    if (decision.ok) state = decision.next;
    expect(state.blockedUntil).toEqual(later(900));
  });
});

describe('sessions', () => {
  const session = { createdAt: now, lastSeenAt: now, expiresAt: later(12 * 3600) };

  it('end after 30 minutes without use and after 12 hours with it', () => {
    expect(isSessionAlive(session, later(30 * 60 - 1))).toBe(true);
    expect(isSessionAlive(session, later(30 * 60))).toBe(false);
    expect(isSessionAlive({ ...session, lastSeenAt: later(12 * 3600 - 1) }, later(12 * 3600))).toBe(false);
  });

  it('are written at most once a minute', () => {
    expect([59, 60].map((seconds) => isSessionTouchDue(session, later(seconds)))).toEqual([false, true]);
  });
});

describe('passwords', () => {
  it.each([
    ['pendek', 'short'],
    ['x'.repeat(201), 'long'],
    ['petugas.lompoe-2026', 'username'],
    ['Parepare2026!', 'common'],
    ['parepare202601', 'common'],
    ['password123456', 'common'],
    ['aaaaaaaaaaaaaaaa', 'common'],
    ['123456789012345', 'common'],
    ['kapal kayu biru di pelabuhan', undefined],
    ['𝒦'.repeat(4), 'short'],
  ])('%s is judged %s', (password, problem) => {
    expect(findPasswordProblem(password, 'petugas.lompoe')).toBe(problem);
  });
});

describe('keys and tokens', () => {
  it('are read from any text without ever failing, and only from texts of their own form', () => {
    const anyCharacters = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes));
    const anything = fc.oneof(
      fc.anything(),
      anyCharacters,
      fc.string().map((text) => `lk_${text}`),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const key = parseApiKey(text);
        expect(key === undefined || (key === text && /^lk_[\w-]{43}$/.test(key))).toBe(true);
        expect(parseToken(text) === undefined || text === parseToken(text)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('are recognised when they are right, and not with anything before, behind or between', () => {
    const characters = fc.constantFrom(...'ABCXYZabcxyz0189_-');
    const right = fc.string({ unit: characters, minLength: 43, maxLength: 43 }).map((text) => `lk_${text}`);
    fc.assert(
      fc.property(right, (key) => {
        expect(parseApiKey(key)).toBe(key);
        for (const wrong of [`${key}\n`, ` ${key}`, key.slice(1), `${key}x`, key.replace('lk_', 'LK_')]) {
          expect(parseApiKey(wrong)).toBeUndefined();
        }
      }),
    );
  });

  it('never grant more than the officer has', () => {
    const all = ['inbox', 'admin', 'publish'] as const;
    expect(narrowPermissions(all, 'all')).toEqual(all);
    expect(narrowPermissions(all, 'absensi')).toEqual(['inbox']);
    expect(narrowPermissions(all, 'publish, inbox')).toEqual(['inbox', 'publish']);
    expect(narrowPermissions(['inbox'], 'admin')).toEqual([]);
    fc.assert(
      fc.property(fc.subarray([...all]), fc.string(), (held, scope) => {
        for (const permission of narrowPermissions(held, scope)) expect(held).toContain(permission);
      }),
    );
  });
});

describe('where the sign-in leads', () => {
  it.each([
    ['/petugas/berkas/L482913075?tab=1', '/petugas/berkas/L482913075?tab=1'],
    ['//jahat.example/', '/petugas'],
    ['/\\jahat.example', '/petugas'],
    ['https://jahat.example', '/petugas'],
    ['javascript:alert(1)', '/petugas'],
    ['/petugas\r\nset-cookie: a=b', '/petugas'],
    ['/petugas/masuk/kunci-sandi', '/petugas'],
    ['', '/petugas'],
    [undefined, '/petugas'],
  ])('%s goes to %s', (wanted, path) => {
    expect(localPath(wanted, '/petugas')).toBe(path);
  });

  it('is always our own site, as the browser reads it', () => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      ':',
      '@',
      '.',
      '?',
      '#',
      '%2f',
      '\t',
      '\n',
      ' ',
      'a',
      'petugas',
      'https:',
      '\u3000',
      'jahat.example',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const wanted = parts.join('');
        expect(new URL(localPath(wanted, '/petugas'), 'https://kota.go.id').origin).toBe('https://kota.go.id');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('names', () => {
  it('a mistyped username finds its neighbours', () => {
    const names = ['petugas.lompoe', 'petugas.lemoe', 'lurah.lompoe', 'camat.ujung'];
    expect(nearestNames('petugas.lompo', names)[0]).toBe('petugas.lompoe');
    expect(nearestNames('lompoe', names)).toEqual(['lurah.lompoe', 'petugas.lompoe']);
    expect(nearestNames('zzzzzzzzzzzzzzzzzzzzzz', names)).toEqual([]);
  });

  it.each([
    ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36', 'Chrome, Android'],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge, Windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1', 'Safari, iOS'],
    ['', '?'],
  ])('a device is told by browser and system only: %s', (userAgent, name) => {
    expect(describeDevice(userAgent)).toBe(name);
  });
});
