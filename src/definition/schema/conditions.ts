// Conditions: data only, typed against the field, printable as a sentence.
import { z } from 'zod';

const Scalar = z.union([z.string(), z.number(), z.boolean()]);
export const Test = z
  .object({
    is: Scalar.optional(),
    isNot: Scalar.optional(),
    in: z.array(Scalar).min(1).optional(),
    gt: z.number().optional(),
    lt: z.number().optional(),
    after: z.string().optional(),
    before: z.string().optional(),
    within: z.string().optional(),
    answered: z.boolean().optional(),
  })
  .strict();
export type Test = z.infer<typeof Test>;
/** A condition of `conditions`, by its name; the loader writes `when` out, so that a pinned definition needs no look-up. */
export interface NamedUse {
  use: string;
  when: Condition;
}
/** `{field: {is: x}}`, `{all: [...]}`, `{any: [...]}`, `{not: ...}`, `{use: name}`; several keys in one object mean all of them. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | NamedUse
  | { [field: string]: Test };
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.object({ all: z.array(Condition).min(1) }).strict(),
    z.object({ any: z.array(Condition).min(1) }).strict(),
    z.object({ not: Condition }).strict(),
    z.object({ use: z.string(), when: Condition }).strict(),
    z.record(z.string(), Test),
  ]),
) as z.ZodType<Condition>;
