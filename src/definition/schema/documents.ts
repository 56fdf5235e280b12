import { z } from 'zod';
import { Id, LocalText, RegisterFact } from './basics.ts';
import { Condition } from './conditions.ts';

export const DocumentRule = z
  .object({
    id: Id,
    label: LocalText,
    note: LocalText.optional(),
    why: LocalText.optional(),
    legal: z.string().optional(),
    kind: z.enum(['file', 'data', 'original-shown']).default('file'), // only 'file' is uploaded; the others are told
    accept: z.array(z.enum(['jpg', 'png', 'webp', 'heic', 'pdf', 'audio'])).default(['jpg', 'png', 'webp', 'pdf']),
    required: z.enum(['hard', 'soft', 'no']).default('hard'),
    when: Condition.optional(),
    evidenceOf: z.string().optional(),
    waivedBy: z.string().optional(),
    waivedByRegister: RegisterFact.optional(), // this statement makes the paper unnecessary: `population.match`
    max: z.number().int().positive().default(1),
  })
  .strict();
export type DocumentRule = z.infer<typeof DocumentRule>;
