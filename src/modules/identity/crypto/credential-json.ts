import { z } from 'zod';

const Text = z.string().max(20_000);
const Shape = z.object({
  id: Text,
  rawId: Text,
  type: z.literal('public-key'),
  response: z.record(z.string(), z.union([Text, z.array(Text), z.number(), z.null()])),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).nullish(),
});

/** The JSON a browser's passkey answer arrives as; undefined for anything of another shape. The verifier checks every value. */
export function parseCredential<T extends { readonly id: string }>(text: string): T | undefined {
  try {
    const result = Shape.safeParse(JSON.parse(text));
    // The verifier takes the specification's type, of which this is the outline; it reads each member defensively.
    return result.success ? (result.data as unknown as T) : undefined;
  } catch {
    return undefined;
  }
}
