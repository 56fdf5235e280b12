import { describe, expect, it } from 'vitest';
import { loadConfig } from './config.ts';

describe('the settings', () => {
  it('need nothing: one machine, embedded database, Parepare', () => {
    expect(loadConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      region: 'parepare',
      databaseUrl: undefined,
      development: true,
      trustProxy: false,
    });
  });

  it('that are empty count as not set, and the public address has no slash at its end', () => {
    const config = loadConfig({
      PORT: '',
      DATABASE_URL: ' ',
      PUBLIC_URL: 'https://layanan.pareparekota.go.id/',
      TRUST_PROXY: 'true',
    });
    expect(config).toMatchObject({
      port: 3000,
      databaseUrl: undefined,
      publicUrl: 'https://layanan.pareparekota.go.id',
      trustProxy: true,
    });
  });

  it('in production have no simulators', () => {
    expect(loadConfig({ NODE_ENV: 'production' }).development).toBe(false);
  });

  it('name the variable and what it may be when they are wrong, and never repeat a password', () => {
    const wrong: [Record<string, string>, RegExp][] = [
      [{ PORT: '70000' }, /^PORT is "70000" but must be a whole number from 0 to 65535\.$/],
      [{ PORT: '1e3' }, /^PORT /],
      [{ NODE_ENV: 'prod' }, /^NODE_ENV .* development, production, test\.$/],
      [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL /],
      [{ REGION: '../etc' }, /^REGION /],
      [{ SECRET_KEY: 'rahasia' }, /^SECRET_KEY is too short/],
      [{ DATABASE_URL: 'mysql://u:rahasia@h/d' }, /^DATABASE_URL must be/],
      [{ SMTP_URL: 'rahasia' }, /^SMTP_URL must be/],
    ];
    for (const [env, sentence] of wrong) {
      expect(() => loadConfig(env)).toThrow(sentence);
      expect(() => loadConfig(env)).toThrow(
        expect.objectContaining({ name: 'StartupError', message: expect.not.stringContaining('rahasia') }),
      );
    }
  });
});
