// Encryption at rest of the few values that must be read again: authenticator keys, addresses of followers.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Secrets } from './secrets.ts';

const nonceBytes = 12;
const tagBytes = 16;

/** What a sealed value belongs to: `purpose` has a key of its own, `owner` is bound in, so a value copied to another row does not open. */
export interface SealedFor {
  readonly purpose: `${string}.seal`;
  readonly owner: string;
}

/** AES-256-GCM: nonce, tag, text. */
export function seal(secrets: Secrets, { purpose, owner }: SealedFor, plain: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', secrets.sign(purpose), nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(owner));
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** Throws when the key, the owner or a single bit is another. */
export function unseal(secrets: Secrets, { purpose, owner }: SealedFor, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  const nonce = bytes.subarray(0, nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', secrets.sign(purpose), nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(owner));
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
}
