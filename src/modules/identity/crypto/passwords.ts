import { type Algorithm, hash, verify } from '@node-rs/argon2';

// OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. Raise here; log-in rehashes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const currentPrefix = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`;
const argon2id: Algorithm.Argon2id = 2; // the package's const enum does not exist at run time

export async function hashPassword(password: string): Promise<string> {
  return await hash(normal(password), { ...cost, algorithm: argon2id });
}

/**
 * True when the password belongs to the stored hash. Without a hash (unknown name, no password set) the same work is
 * done against a hash nobody has the password of, so the two cannot be told apart from outside.
 */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await nobodysHash()), normal(password));
  return matches && stored !== undefined;
}

export function isRehashDue(stored: string): boolean {
  return !stored.startsWith(currentPrefix);
}

let nobody: Promise<string> | undefined;
function nobodysHash(): Promise<string> {
  nobody ??= hashPassword(crypto.randomUUID());
  return nobody;
}

// One keyboard may send "é" as one sign, another as two.
function normal(password: string): string {
  return password.normalize('NFC');
}
