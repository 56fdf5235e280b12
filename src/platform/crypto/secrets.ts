import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startupError, systemCode } from '../startup-error.ts';

/** Keys derived from one master secret (SECRET_KEY, or DATA_DIR/secret.key made on first start). */
export interface Secrets {
  /** HMAC-SHA256 of the parts under a key derived for `purpose`. */
  sign(purpose: string, ...parts: string[]): Buffer;
}

export function createSecrets(master: string): Secrets {
  const keys = new Map<string, Buffer>();
  return {
    sign(purpose, ...parts) {
      let key = keys.get(purpose);
      if (key === undefined) {
        key = Buffer.from(hkdfSync('sha256', master, 'loket24', purpose, 32));
        keys.set(purpose, key);
      }
      const mac = createHmac('sha256', key);
      // Each part carries its length, so ('ab', 'c') and ('a', 'bc') differ.
      for (const part of parts) mac.update(`${Buffer.byteLength(part)}:`).update(part);
      return mac.digest();
    },
  };
}

/** The master secret: SECRET_KEY when set, else DATA_DIR/secret.key, made on the first start and readable only by its owner. */
export async function loadMasterSecret(options: { secretKey: string | undefined; dataDir: string }): Promise<string> {
  if (options.secretKey !== undefined) return options.secretKey;
  const path = join(options.dataDir, 'secret.key');
  const existing = await readSecret(path);
  if (existing !== undefined) return existing;
  // link() refuses to replace, so of two processes that start together one key wins and both read it.
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true });
  await link(draft, path).catch((error: unknown) => {
    if (systemCode(error) !== 'EEXIST') throw error;
  });
  await rm(draft, { force: true });
  const made = await readSecret(path);
  if (made === undefined) throw startupError(`The key file ${path} could not be made.`);
  return made;
}

async function readSecret(path: string): Promise<string | undefined> {
  const content = await readFile(path, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (content === undefined) return undefined;
  const secret = content.trim();
  if (secret.length >= 32) return secret;
  throw startupError(`The key file ${path} is damaged: restore it from a backup, links and sessions depend on it.`);
}
