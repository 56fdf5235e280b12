import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSecrets } from '../../../platform/crypto/secrets.ts';
import { parseCredential } from './credential-json.ts';
import { hashPassword, isRehashDue, verifyPassword } from './passwords.ts';
import { relyingParty } from './relying-party.ts';
import { hashRecoveryCode, newRecoveryCodes, newToken, parseRecoveryCode } from './tokens.ts';
import { matchTotpStep, newTotpSecret, totpCode, totpUri } from './totp.ts';

const secrets = createSecrets('k'.repeat(32));

describe('passwords', () => {
  it('verify against their own argon2id hash only', async () => {
    const hash = await hashPassword('kapal kayu biru');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(hash, 'kapal kayu biru')).toBe(true);
    expect(await verifyPassword(hash, 'kapal kayu hijau')).toBe(false);
  });

  it('are refused without a hash, by the same work', async () => {
    expect(await verifyPassword(undefined, 'kapal kayu biru')).toBe(false);
  });

  it('are the same however the keyboard writes an accent', async () => {
    expect(await verifyPassword(await hashPassword('caf\u00e9 pelabuhan'), 'cafe\u0301 pelabuhan')).toBe(true);
  });

  it('are hashed anew when the cost has changed', () => {
    expect(isRehashDue('$argon2id$v=19$m=4096,t=1,p=1$abc$def')).toBe(true);
    expect(isRehashDue('$argon2id$v=19$m=19456,t=2,p=1$abc$def')).toBe(false);
  });
});

describe('codes of an authenticator app', () => {
  // RFC 6238, appendix B, SHA1, cut to six digits.
  it('are those of the standard', () => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect(totpCode(secret, new Date(59_000))).toBe('287082');
    expect(totpCode(secret, new Date(1_111_111_109_000))).toBe('081804');
    expect(matchTotpStep(secret, '287 082', new Date(59_000))).toBe(1);
  });

  it('are good one step early or late, not two', () => {
    const secret = newTotpSecret();
    const now = new Date('2026-11-22T13:00:10Z');
    const at = (steps: number) =>
      matchTotpStep(secret, totpCode(secret, new Date(now.getTime() + steps * 30_000)), now);
    const step = Math.floor(now.getTime() / 30_000);
    expect([at(-1), at(0), at(1)]).toEqual([step - 1, step, step + 1]);
  });

  it('are six digits and nothing else', () => {
    const secret = newTotpSecret();
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (!/^\s*(\d\s*){6}$/.test(text)) expect(matchTotpStep(secret, text, new Date(0))).toBeUndefined();
      }),
    );
  });

  it('reach the app by an address that names officer and city', () => {
    const uri = new URL(
      totpUri({ secret: 'JBSWY3DPEHPK3PXP', username: 'lurah.lompoe', issuer: 'Loket24 Kota Parepare' }),
    );
    expect(uri.searchParams.get('secret')).toBe('JBSWY3DPEHPK3PXP');
    expect(uri.searchParams.get('issuer')).toBe('Loket24 Kota Parepare');
  });
});

describe('tokens and recovery codes', () => {
  it('never repeat', () => {
    expect(new Set(Array.from({ length: 1000 }, newToken)).size).toBe(1000);
    expect(new Set(Array.from({ length: 100 }, newRecoveryCodes).flat()).size).toBe(1000);
  });

  it('recovery codes are read back with small letters, spaces and without the hyphen', () => {
    const [code = ''] = newRecoveryCodes();
    const hash = hashRecoveryCode(secrets, 'officer', code);
    for (const typed of [code, code.toLowerCase(), code.replace('-', ' '), ` ${code.replace('-', '')} `]) {
      const parsed = parseRecoveryCode(typed) ?? '';
      expect(hashRecoveryCode(secrets, 'officer', parsed).equals(hash)).toBe(true);
    }
    expect(parseRecoveryCode('000000')).toBeUndefined();
  });
});

describe('for which address a passkey is good', () => {
  it.each([
    ['https://layanan.pareparekota.go.id', 'jahat.example', 'layanan.pareparekota.go.id'],
    ['http://127.0.0.1:3000', 'localhost:3000', 'localhost'],
    ['http://127.0.0.1:3000', '127.0.0.1:3000', undefined],
    ['http://127.0.0.1:3000', 'jahat.example', undefined],
    ['http://127.0.0.1:3000', 'localhost:3000.jahat.example', undefined],
    ['http://layanan.pareparekota.go.id', 'localhost:3000', undefined],
    ['https://10.0.0.5', '10.0.0.5', undefined],
  ])('%s asked as %s: %s', (publicUrl, host, id) => {
    expect(relyingParty(publicUrl, host)?.id).toBe(id);
  });

  it('reads a credential from any text without failing', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseCredential(text)));
    expect(parseCredential('{"id":1}')).toBeUndefined();
  });
});
