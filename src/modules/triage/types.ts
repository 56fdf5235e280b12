// The nouns: categories of reports as content, and what the classifier says about a text.
import { z } from 'zod';

const Text = z.object({ id: z.string().min(1), en: z.string().min(1) }).strict();
const Words = z.array(z.string().min(2).max(120));
const Time = z
  .object({ amount: z.number().positive(), unit: z.enum(['clock-hours', 'calendar-days', 'working-days']) })
  .strict();

export const priorityNames = ['darurat', 'tinggi', 'sedang', 'rendah'] as const;
export const Category = z
  .object({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/),
    name: Text,
    group: z.string(),
    agency: z.string(), // a unit's code, or a kind that is found by the place: kelurahan; or unit-terlapor
    fallback: z.string().optional(), // who has it when the reporter names no unit
    'also-notify': z.array(z.string()).default([]),
    priority: z.enum(priorityNames),
    class: z.string(),
    respond: Time,
    resolve: Time,
    keywords: Words,
    words: Words.default([]),
    services: z.array(z.string()).default([]),
    confidential: z.boolean().default(false),
    confidence: z.enum(['sourced', 'typical']),
    sources: z.array(z.string()).default([]),
  })
  .strict();
export type Category = z.infer<typeof Category>;
export const CategoryFile = z
  .object({
    groups: z.array(z.object({ id: z.string(), name: Text }).strict()).min(1),
    categories: z.array(Category).min(1),
  })
  .strict();
export const GlossaryFile = z
  .object({ words: z.array(z.object({ said: Words.min(1), language: z.string(), means: z.string() }).strict()) })
  .strict();
export const Labelled = z.object({ text: z.string().min(3), category: z.string() });

export interface Content {
  readonly groups: z.infer<typeof CategoryFile>['groups'];
  readonly categories: readonly Category[];
  readonly glossary: z.infer<typeof GlossaryFile>['words'];
  readonly labelled: readonly z.infer<typeof Labelled>[];
}

export interface Suggestion {
  readonly categories: readonly {
    readonly id: string;
    readonly name: Category['name'];
    readonly agency: string;
    readonly fallback: string | undefined; // who has it when the agency is not known from the place
    readonly priority: Category['priority'];
    readonly share: number; // 0 to 1
    readonly because: readonly string[]; // words that spoke for it
  }[]; // the three likeliest; none for a text that says nothing known
  readonly danger: readonly string[]; // words that mean danger to life now; empty: none
  readonly area: string | undefined; // code of a kelurahan the text names
}
export interface Training {
  readonly id: string;
  readonly at: Date;
  readonly revision: string;
  readonly labels: number;
  readonly texts: number;
  readonly firstRight: number; // share, 0 to 1
  readonly thirdRight: number; // among the first three
  readonly used: boolean;
}
