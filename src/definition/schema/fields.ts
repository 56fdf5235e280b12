// Questions, the pages they stand on, and the eligibility asked before them.
import { z } from 'zod';
import { Id, LocalText, Option, RegisterFact } from './basics.ts';
import { Condition } from './conditions.ts';

export const fieldTypes = [
  'text',
  'long-text',
  'name',
  'nik',
  'no-kk',
  'npwp',
  'nib',
  'phone',
  'email',
  'date',
  'integer',
  'decimal',
  'money',
  'yesno',
  'choice',
  'choices',
  'area',
  'address',
  'location',
  'file',
  'declaration',
  'group',
  'info',
] as const;
export type FieldType = (typeof fieldTypes)[number];

const SpokenChannel = z.enum(['phone', 'chat', 'sms', 'counter']);
type SpokenChannel = z.infer<typeof SpokenChannel>;

export interface Field {
  id: string;
  type: FieldType;
  label: LocalText;
  hint?: LocalText | undefined;
  required: boolean;
  when?: Condition | undefined;
  options?: Option[] | undefined;
  min?: number | undefined;
  max?: number | undefined; // length, value, or number of rows, by type
  after?: string | undefined;
  before?: string | undefined; // dates: ISO or 'today'
  notBefore?: string | undefined; // dates: never before the day answered to this earlier question
  notSameAs?: string[] | undefined; // never the same answer as one of these earlier questions
  unique?: string | undefined; // group: no two rows answer this question of theirs alike
  level?: 'kelurahan' | 'rt-rw' | undefined;
  personal?: boolean | undefined; // masked on staff lists, its reading is logged; nik, no-kk, phone, name, address default true
  fields?: Field[] | undefined; // group
  /** `<source>.<fact>` this question is filled from: `profile.nama`, `population.name`; `never` when it means somebody or somewhere else. */
  prefill?: string | undefined;
  lock?: 'when-verified' | undefined; // a value a register or an officer confirmed is shown, not asked
  retention?: string | undefined; // retention class of the region; default: the service's
  say?: Partial<Record<SpokenChannel, LocalText>> | undefined; // other words where it is spoken or typed into a chat
  on?: Partial<Record<SpokenChannel, 'ask' | 'skip' | 'link'>> | undefined; // how a channel that cannot ask it goes on
}
export const Field: z.ZodType<Field> = z.lazy(() =>
  z
    .object({
      id: Id,
      type: z.enum(fieldTypes),
      label: LocalText,
      hint: LocalText.optional(),
      required: z.boolean().default(true),
      when: Condition.optional(),
      options: z.array(Option).min(2).optional(),
      min: z.number().optional(),
      max: z.number().optional(),
      after: z.string().optional(),
      before: z.string().optional(),
      notBefore: Id.optional(),
      notSameAs: z.array(Id).min(1).optional(),
      unique: Id.optional(),
      level: z.enum(['kelurahan', 'rt-rw']).optional(),
      personal: z.boolean().optional(),
      fields: z.array(Field).min(1).optional(),
      prefill: z.union([RegisterFact, z.literal('never')]).optional(),
      lock: z.enum(['when-verified']).optional(),
      retention: Id.optional(),
      say: z.partialRecord(SpokenChannel, LocalText).optional(),
      on: z.partialRecord(SpokenChannel, z.enum(['ask', 'skip', 'link'])).optional(),
    })
    .strict(),
) as z.ZodType<Field>;
export const Page = z
  .object({
    page: Id,
    title: LocalText,
    hint: LocalText.optional(),
    when: Condition.optional(),
    fields: z.array(Field).min(1),
  })
  .strict();
export type Page = z.infer<typeof Page>;

/** Asked before any personal data. `needs` false: not eligible; `stop: false` only advises. `offer` names a service slug. */
export const Eligibility = z
  .object({
    id: Id,
    ask: Field,
    needs: Condition,
    else: z.object({ say: LocalText, offer: z.string().optional(), stop: z.boolean().default(true) }).strict(),
  })
  .strict();
export type Eligibility = z.infer<typeof Eligibility>;
