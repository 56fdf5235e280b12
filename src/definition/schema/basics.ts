// Nouns every part of the language uses: texts in two languages, ids, durations, options.
import { z } from 'zod';

export const LocalText = z.union([
  z
    .string()
    .min(1)
    .transform((id) => ({ id }) as { id: string; en?: string }),
  z.object({ id: z.string().min(1), en: z.string().min(1).optional() }).strict(),
]);
export type LocalText = { id: string; en?: string | undefined };

export const Id = z.string().regex(/^[a-z][a-z0-9_-]*$/);

export const Option = z.object({ value: z.string().min(1), label: LocalText }).strict();
export type Option = { value: string; label: LocalText };

export const Duration = z
  .object({
    amount: z.number().positive(),
    unit: z.enum(['working-days', 'working-hours', 'calendar-days', 'clock-hours']),
  })
  .strict();
export type Duration = z.infer<typeof Duration>;

/** One statement of a register about this case, `<register>.<fact>`: `population.match`, `business.nib-active`. */
export const RegisterFact = z.string().regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/);
