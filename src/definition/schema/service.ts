import { z } from 'zod';
import { Id, LocalText } from './basics.ts';
import { Condition } from './conditions.ts';
import { DocumentRule } from './documents.ts';
import { Eligibility, Page } from './fields.ts';
import { Letter } from './letter.ts';
import { confidences, Standard } from './standard.ts';
import { ClockRule, Workflow } from './workflow.ts';

export const NamedCondition = z.object({ label: LocalText, when: Condition }).strict();
export type NamedCondition = z.infer<typeof NamedCondition>;
/** A cell of a table: money in whole rupiah, a rate, or a word. */
const Cell = z.union([z.string(), z.number()]);
/** A table of the region as it was in force at publication, copied into the definition so that no later edit moves a fee. */
export const PinnedTable = z
  .object({
    title: LocalText,
    key: Id, // the column that finds a row
    legal: z.string().optional(),
    source: z.string().optional(),
    confidence: z.enum(confidences),
    rows: z.array(z.record(z.string(), Cell)).min(1),
  })
  .strict();
export type PinnedTable = z.infer<typeof PinnedTable>;
/**
 * A look-up in a table of the region: the row whose `key` equals the answer gives `column`. The loader copies that column
 * into `values` and the table's title and article into `source`.
 */
export const Derivation = z
  .object({
    from: Id,
    table: Id,
    key: Id.optional(),
    column: Id,
    label: LocalText,
    values: z.record(z.string(), Cell).optional(),
    source: LocalText.optional(),
  })
  .strict();
export type Derivation = z.infer<typeof Derivation>;
/** `ask` maps what the register needs to questions: `{nik: nik, name: nama}`; empty takes the questions of those names. */
export const RegisterQuery = z.object({ register: Id, ask: z.record(z.string(), Id).default({}) }).strict();
export type RegisterQuery = z.infer<typeof RegisterQuery>;

export const ServiceDefinition = z
  .object({
    service: Id,
    title: LocalText,
    summary: LocalText,
    words: z.array(z.string()).default([]), // everyday words and synonyms for search
    lifeEvents: z.array(z.string()).default([]),
    sector: z.string(),
    popularity: z.number().int().default(0),
    channels: z.array(z.enum(['loket', 'web', 'mobile', 'telepon', 'sms'])).min(1),
    assisted: z.boolean().optional(), // false: nobody else fills in its pages, unless `channels` names the counter or the telephone
    unit: z
      .object({
        code: z.string().optional(),
        kind: z.enum(['kelurahan', 'kecamatan', 'puskesmas']).optional(),
        routeBy: z.string().optional(),
      })
      .strict(),
    standard: Standard,
    eligibility: z.array(Eligibility).default([]),
    form: z.array(Page).min(1),
    documents: z.array(DocumentRule).default([]),
    declare: z.array(LocalText).default([]),
    clocks: z.array(ClockRule).min(1), // ids 'promise' and, where known, 'legal'
    workflow: Workflow,
    letter: Letter.optional(),
    confidential: z.union([z.boolean(), Condition]).default(false), // who applies is not named in lists; with a condition: when it holds
    reveal: z.enum(['on-request', 'with-reason']).optional(), // how an officer opens a personal answer: asking (the usual), or by writing why
    number: z.enum(['P', 'L']).optional(), // letter of its numbers: an application (the usual), or a report (laporan)
    called: z.enum(['permohonan', 'laporan', 'pesan']).optional(), // the word for what is sent; without it the letter of the number decides
    conditions: z.record(z.string(), NamedCondition).optional(), // reusable by `{use: name}`; the loader writes them out
    derive: z.record(z.string(), Derivation).optional(), // values that follow from an answer, usable like a question
    registers: z.array(RegisterQuery).optional(), // what is looked up, and from which questions
    retention: Id.optional(), // class of every personal question that names none
    tables: z.record(z.string(), PinnedTable).optional(), // of the fee, copied at publication
  })
  .strict();
/** A compiled definition: what every channel, clock, page and letter is made from. Pinned on a case by its version. */
export type ServiceDefinition = z.infer<typeof ServiceDefinition>;
