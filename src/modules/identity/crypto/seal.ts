// Encryption at rest of the few secrets that must be read again (authenticator keys).
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Secrets } from '../../../platform/crypto/secrets.ts';

const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM: nonce, tag, text. `owner` is bound in, so a sealed value copied to another officer does not open. */
export function seal(secrets: Secrets, owner: string, plain: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', secrets.sign('identity.seal'), nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(owner));
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** Throws when the key, the owner or a single bit is another. */
export function unseal(secrets: Secrets, owner: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  const nonce = bytes.subarray(0, nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', secrets.sign('identity.seal'), nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(owner));
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
}
