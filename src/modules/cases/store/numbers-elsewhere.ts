import type { Db } from '../../../platform/context.ts';

export interface NumberElsewhere {
  readonly caseId: string;
  readonly holder: string; // code of the unit, or `sp4n`
  readonly holderName: string;
  readonly number: string;
  readonly notedAt: Date;
}

/** The latest number counts. */
export async function saveNumberElsewhere(db: Db, row: NumberElsewhere): Promise<void> {
  const { holderName, number, notedAt } = row;
  await db
    .insertInto('cases.numberElsewhere')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['regionId', 'caseId', 'holder'])
        .doUpdateSet({ holderName, number, notedAt })
        .where('cases.numberElsewhere.number', '<>', number),
    )
    .execute();
}
export async function listNumbersElsewhere(db: Db, caseId: string): Promise<NumberElsewhere[]> {
  return db
    .selectFrom('cases.numberElsewhere')
    .select(['caseId', 'holder', 'holderName', 'number', 'notedAt'])
    .where('caseId', '=', caseId)
    .orderBy('notedAt')
    .orderBy('holder')
    .execute();
}
