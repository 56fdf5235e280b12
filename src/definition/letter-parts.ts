// The parts a letter template may read (`data.<part>`), and the parts of those that have any. The letters module checks
// that this is exactly what it gives (docs/letters.md tells template writers).
export const letterParts: Readonly<Record<string, readonly string[]>> = {
  paper: [],
  letterhead: ['lines', 'address', 'contact'],
  title: [],
  number: [],
  subject: [],
  legalBasis: [],
  opening: [],
  rows: [],
  table: ['caption', 'columns', 'rows'],
  witnesses: [],
  provisions: ['heading', 'items'],
  closing: [],
  addressee: ['name', 'place'],
  reasons: [],
  objection: ['heading', 'text', 'items'],
  confirmation: ['heading', 'text', 'number', 'date', 'signer'],
  place: [],
  date: [],
  signer: ['onBehalfOf', 'acting', 'title', 'name', 'rank', 'nip'],
  validUntil: [],
  copies: [],
  verification: ['qr', 'url', 'id'],
  signerKind: [],
  footer: [],
};

const methods = ['at', 'keys', 'values', 'pairs', 'len', 'insert', 'remove'];

/** What a Typst template reads of `data`: `data.title`, `data.signer.name`, `ada("subject")`, `data.at("paper")`. */
export function partsRead(template: string): string[] {
  const code = template.replace(/\/\/[^\n]*/g, '');
  const dotted = [...code.matchAll(/\bdata\.([a-zA-Z]+)(?:\.([a-zA-Z]+)\b(?!\s*\())?/g)].flatMap(
    ([, head = '', tail]) =>
      methods.includes(head) ? [] : [tail === undefined || methods.includes(tail) ? head : `${head}.${tail}`],
  );
  const named = [...code.matchAll(/\bada\(\s*"([a-zA-Z]+)"\s*(?:,\s*sumber:\s*data\.([a-zA-Z]+)\s*)?\)/g)].map(
    ([, part = '', of]) => (of === undefined ? part : `${of}.${part}`),
  );
  const asked = [...code.matchAll(/\bdata\.at\(\s*"([a-zA-Z]+)"/g)].map(([, part = '']) => part);
  return [...new Set([...dotted, ...named, ...asked])];
}
