// A short code for every question: printed beside it on paper, typed at the counter to jump there. Pure, and always the
// same for the same version, so that a form printed last week still fits.
import type { Field, Page, ServiceDefinition } from '../../../definition/schema.ts';

/** Eligibility is U (umum), documents are D; a page takes the first letter of its name that is still free. */
const taken = ['U', 'D'];
const alphabet = [...'ABCEFGHIJKLMNOPQRSTVWXYZ'];

export interface Codes {
  readonly fields: ReadonlyMap<string, string>; // question id -> K1
  readonly documents: ReadonlyMap<string, string>; // document id -> D1
  readonly pages: ReadonlyMap<string, string>; // page id -> K
}

export function codesOf(def: Pick<ServiceDefinition, 'eligibility' | 'form' | 'documents'>): Codes {
  const fields = new Map<string, string>();
  const pages = new Map<string, string>();
  number(
    fields,
    def.eligibility.map((rule) => rule.ask),
    'U',
  );
  const used = new Set(taken);
  for (const page of def.form) {
    const letter = letterFor(page, used);
    used.add(letter);
    pages.set(page.page, letter);
    number(fields, page.fields, letter);
  }
  const documents = new Map(def.documents.map((rule, index) => [rule.id, `D${index + 1}`]));
  return { fields, documents, pages };
}

function letterFor(page: Page, used: ReadonlySet<string>): string {
  const own = [...page.page.toUpperCase()].filter((letter) => /[A-Z]/.test(letter));
  const free = [...own, ...alphabet].find((letter) => !used.has(letter));
  return free ?? `Z${used.size}`;
}

/** A question asked twice keeps the code of its first place. */
function number(codes: Map<string, string>, fields: readonly Field[], letter: string): void {
  let count = 0;
  for (const field of fields) {
    if (field.type === 'info' || codes.has(field.id)) continue;
    count += 1;
    codes.set(field.id, `${letter}${count}`);
  }
}
