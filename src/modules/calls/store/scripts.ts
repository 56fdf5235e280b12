import type { Db } from '../../../platform/context.ts';
import { jsonb, only } from '../../../platform/database/index.ts';
import type { Script } from '../types.ts';

const columns = [
  'id',
  'ticket',
  'callId',
  'officerId',
  'service',
  'versionId',
  'answers',
  'asked',
  'createdAt',
  'updatedAt',
  'sentAt',
] as const;
type Row = Omit<Script, 'answers'> & { answers: unknown };
const toScript = (row: Row): Script => row as Script; // answers are written by saveScript only

export async function insertScript(db: Db, script: Script): Promise<void> {
  await only(db, 'calls')
    .insertInto('calls.script')
    .values({ ...script, answers: jsonb(JSON.parse(JSON.stringify(script.answers))), asked: [...script.asked] })
    .execute();
}
export async function findScript(db: Db, id: string): Promise<Script | undefined> {
  const row = await only(db, 'calls')
    .selectFrom('calls.script')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toScript(row);
}
export async function findScriptByTicket(db: Db, ticket: string): Promise<Script | undefined> {
  const row = await only(db, 'calls')
    .selectFrom('calls.script')
    .select(columns)
    .where('ticket', '=', ticket)
    .executeTakeFirst();
  return row && toScript(row);
}
export async function lockScript(db: Db, id: string): Promise<Script | undefined> {
  const row = await only(db, 'calls')
    .selectFrom('calls.script')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toScript(row);
}
export async function saveScript(db: Db, script: Script): Promise<void> {
  const { answers, asked, updatedAt, sentAt } = script;
  await only(db, 'calls')
    .updateTable('calls.script')
    .set({ answers: jsonb(JSON.parse(JSON.stringify(answers))), asked: [...asked], updatedAt, sentAt })
    .where('id', '=', script.id)
    .execute();
}
export async function removeOldScripts(db: Db, before: Date): Promise<void> {
  await only(db, 'calls').deleteFrom('calls.script').where('updatedAt', '<', before).execute();
}
