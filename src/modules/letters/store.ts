import { sql } from 'kysely';
import type { Db } from '../../platform/context.ts';
import { only } from '../../platform/database/index.ts';
import type { Letter, LetterFacts } from './types.ts';

export interface Book {
  readonly unitId: string;
  readonly book: string;
  readonly year: number;
}
export interface NewLetter extends Omit<Letter, 'sha256' | 'printedAt'> {
  readonly book: string;
  readonly year: number;
  readonly seq: number;
  readonly signerId: string;
  readonly confirmerId: string | null;
}

/** The next number of a book. The row stays locked until the caller's transaction ends: no gaps, no doubles. */
export async function takeNumber(db: Db, { unitId, book, year }: Book): Promise<number> {
  const row = await only(db, 'letters')
    .insertInto('letters.counter')
    .values({ unitId, book, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['regionId', 'unitId', 'book', 'year']).doUpdateSet({ last: sql<number>`counter.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}

export async function insertLetter(db: Db, letter: NewLetter): Promise<void> {
  const facts = sql<string>`${JSON.stringify(letter.facts)}::jsonb`;
  await only(db, 'letters')
    .insertInto('letters.letter')
    .values({ ...letter, facts })
    .execute();
}

const columns = [
  'id',
  'verifyId',
  'caseId',
  'caseNumber',
  'service',
  'versionId',
  'unitId',
  'number',
  'signedAt',
  'facts',
  'signerKind',
  'sha256',
  'printedAt',
] as const;
const validUntil = sql<string | null>`valid_until::text`.as('validUntil');

function letters(db: Db) {
  return only(db, 'letters').selectFrom('letters.letter').select(columns).select(validUntil);
}
type Row = Awaited<ReturnType<ReturnType<typeof letters>['executeTakeFirst']>>;

function toLetter(row: Row): Letter | undefined {
  // facts and signerKind are written by insertLetter only.
  return row && ({ ...row, facts: row.facts as unknown as LetterFacts } as Letter);
}

export async function findLetter(db: Db, id: string): Promise<Letter | undefined> {
  return toLetter(await letters(db).where('id', '=', id).executeTakeFirst());
}
export async function findByCase(db: Db, caseId: string): Promise<Letter | undefined> {
  return toLetter(await letters(db).where('caseId', '=', caseId).executeTakeFirst());
}
export async function findByVerifyId(db: Db, verifyId: string): Promise<Letter | undefined> {
  return toLetter(await letters(db).where('verifyId', '=', verifyId).executeTakeFirst());
}
export async function findBySha256(db: Db, sha256: string): Promise<Letter | undefined> {
  return toLetter(await letters(db).where('sha256', '=', sha256).limit(1).executeTakeFirst());
}
export async function markPrinted(db: Db, id: string, printed: { sha256: string; at: Date }): Promise<void> {
  await only(db, 'letters')
    .updateTable('letters.letter')
    .set({ sha256: printed.sha256, printedAt: printed.at })
    .where('id', '=', id)
    .execute();
}
