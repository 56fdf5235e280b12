import { describe, expect, it } from 'vitest';
import { offers, type Way, waysOf } from './channels.ts';
import type { ServiceDefinition } from './schema.ts';

type Given = Pick<ServiceDefinition, 'channels' | 'assisted'>;
const all: readonly Way[] = ['web', 'api', 'chat', 'counter', 'paper', 'phone', 'sp4n'];
const waysIn = (given: Given) => all.filter((way) => offers(given, way));

describe('the ways a service is taken in', () => {
  it.each([
    ['pages may be filled in by anybody, with help too', { channels: ['web'] }, all],
    ['the installed application is the same pages', { channels: ['mobile'] }, all],
    ['pages without help', { channels: ['web'], assisted: false }, ['web', 'api', 'chat', 'sp4n']],
    [
      'help only where it is named',
      { channels: ['web', 'loket'], assisted: false },
      ['web', 'api', 'chat', 'counter', 'paper', 'sp4n'],
    ],
    ['a counter alone', { channels: ['loket'] }, ['counter', 'paper', 'sp4n']],
    ['a telephone alone', { channels: ['telepon'] }, ['phone', 'sp4n']],
    ['messages alone', { channels: ['sms'] }, ['chat', 'sp4n']],
  ] as readonly (readonly [string, Given, readonly Way[]])[])('%s', (_name, given, expected) => {
    expect(waysIn(given)).toEqual(expected);
  });

  it('names what people can turn to, and never nothing', () => {
    expect(waysOf({ channels: ['loket', 'telepon'] })).toEqual(['loket', 'telepon']);
    expect(waysOf({ channels: ['mobile'] })).toEqual(['web', 'loket', 'telepon', 'sms']);
    for (const one of ['loket', 'web', 'mobile', 'telepon', 'sms'] as const)
      expect(waysOf({ channels: [one], assisted: false })).not.toEqual([]);
  });
});
