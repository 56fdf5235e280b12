// A version is known by its content: the same definition always has the same hash, however its keys were ordered.
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../lib/canonical-json.ts';
import type { ServiceDefinition } from '../schema.ts';

/** sha256 (hex) over the canonical JSON of a compiled definition: keys sorted, no undefined, no spaces. */
export function definitionHash(definition: ServiceDefinition): string {
  return createHash('sha256').update(canonicalJson(definition)).digest('hex');
}
