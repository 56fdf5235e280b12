// The published standard (PermenPANRB 15/2014: 6 + 8 components).
import { z } from 'zod';
import { Duration, Id, LocalText } from './basics.ts';

export const confidences = ['sourced', 'typical'] as const;
/** A look-up in a tariff, or a named, tested function of `definition/fees`; `of` names the questions it reads. `key`: the question whose answer finds the row. */
export const FeeRule = z.union([
  z.object({ table: Id, key: Id, column: Id }).strict(),
  z.object({ function: Id, of: z.record(z.string(), Id), table: Id.optional(), column: Id.optional() }).strict(),
]);
export type FeeRule = z.infer<typeof FeeRule>;

export const Standard = z
  .object({
    legal: z.array(z.string().min(1)).min(1),
    procedure: z
      .array(z.object({ who: z.enum(['pemohon', 'petugas', 'verifikator', 'pejabat']), text: LocalText }).strict())
      .min(1),
    promise: Duration,
    promiseNote: LocalText.optional(),
    legalLimit: Duration.optional(),
    legalLimitBasis: z.string().optional(), // default: UU 30/2014 art. 53 as amended, see compiler
    fee: z
      .object({
        amount: z.number().int().nonnegative().nullable(),
        by: FeeRule.optional(), // how a fee that depends on the answers is found; amount is null then
        legal: z.string().optional(),
        account: z.string().optional(), // kode rekening pendapatan, printed on the bill
        note: LocalText.optional(),
      })
      .strict(),
    product: LocalText,
    hours: z.object({ accept: z.enum(['24-jam', 'jam-kantor']), process: z.enum(['24-jam', 'jam-kantor']) }).strict(),
    internal: z.record(z.string(), LocalText).default({}), // the eight others: facilities, competence, supervision, staff, guarantee, safety, evaluation
    confidence: z.enum(confidences),
    evidence: z.record(z.string(), z.enum(confidences)).default({}),
    sources: z
      .array(z.object({ url: z.string(), region: z.string().optional(), about: z.string().optional() }).strict())
      .default([]),
  })
  .strict();
export type Standard = z.infer<typeof Standard>;
