import { z } from 'zod';
import { LocalText } from './basics.ts';

export const Letter = z
  .object({
    template: z.string(), // regions/<region>/letters/<template>.typ
    title: LocalText,
    number: z.string(), // "{kode}/{urut:000}/{unit}/{bulan_romawi}/{tahun}"
    classification: z.string(),
    book: z.string().optional(), // counter per (unit, book, year)
    signer: z.string(), // role id
    opening: LocalText,
    rows: z.array(z.object({ label: LocalText, field: z.string() }).strict()).default([]),
    closing: LocalText,
    validMonths: z.number().int().positive().optional(),
  })
  .strict();
export type Letter = z.infer<typeof Letter>;
