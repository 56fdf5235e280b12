import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from './seal.ts';
import { createSecrets } from './secrets.ts';

const secrets = createSecrets('k'.repeat(32));
const first = { purpose: 'identity.seal', owner: 'parepare/1' } as const;

describe('sealed values', () => {
  it('open for their owner with the right key, whatever the text', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = Buffer.from(bytes).toString('latin1');
        expect(unseal(secrets, first, seal(secrets, first, text))).toBe(text);
      }),
    );
  });

  it('do not open for another owner, another purpose, another key, or with one bit changed', () => {
    const sealed = seal(secrets, first, 'JBSWY3DPEHPK3PXP');
    expect(() => unseal(secrets, { ...first, owner: 'parepare/2' }, sealed)).toThrow();
    expect(() => unseal(secrets, { ...first, purpose: 'other.seal' }, sealed)).toThrow();
    expect(() => unseal(createSecrets('x'.repeat(32)), first, sealed)).toThrow();
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => unseal(secrets, first, changed)).toThrow();
    }
  });
});
