// A version is known by its content: the same definition always has the same hash, however its keys were ordered.
import { createHash } from 'node:crypto';
import type { ServiceDefinition } from '../schema.ts';

/** sha256 (hex) over the canonical JSON of a compiled definition: keys sorted, no undefined, no spaces. */
export function definitionHash(definition: ServiceDefinition): string {
  return createHash('sha256').update(canonicalJson(definition)).digest('hex');
}

export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`;
}
