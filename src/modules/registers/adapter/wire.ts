// The wire format of a register, version 1 (docs/registers.md). The adapter reads it strictly: what was not asked for is dropped.
import { z } from 'zod';

export const lookUpPath = '/v1/lookups';
export const keyHeader = 'x-api-key';
export const simulatorHeader = 'x-loket24-simulator';

export const LookUpRequest = z.object({
  register: z.string(),
  about: z.record(z.string(), z.string()),
  statements: z.array(z.string()),
  facts: z.array(z.string()),
  purpose: z.string(),
  reference: z.string(),
});
export type LookUpRequest = z.infer<typeof LookUpRequest>;

export const LookUpResponse = z.object({
  found: z.boolean(),
  statements: z.record(z.string(), z.boolean()).default({}),
  facts: z.record(z.string(), z.unknown()).default({}),
});
export type LookUpResponse = z.infer<typeof LookUpResponse>;

/** Only what was asked for, however much was sent. */
export function narrowed(request: LookUpRequest, response: LookUpResponse): LookUpResponse {
  const pick = <V>(record: Readonly<Record<string, V>>, names: readonly string[]): Record<string, V> =>
    Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name)));
  if (!response.found) return { found: false, statements: {}, facts: {} };
  return {
    found: true,
    statements: pick(response.statements, request.statements),
    facts: pick(response.facts, request.facts),
  };
}
