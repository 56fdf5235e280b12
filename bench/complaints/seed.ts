// Fills the database with complaints to a size: a report with its case, its task and its problem each. Places lie in the kelurahan's
// squares, two in five around spots where much happens; texts come from the region's labelled ones; times over three years, most of the
// late ones still open. Only what lists and searches read is there: the cases have no events, so `verify` may look only at later ones.
import pg from 'pg';
import { seedStatement } from './seed-statement.ts';
import { labelledSentences, landmarks, since, streets } from './sentences.ts';

export interface ComplaintSeed {
  readonly url: string; // of the database, as its owner
  readonly region: string;
  readonly from: number; // how many there are already
  readonly total: number; // how many there are to be
  readonly now: Date; // the latest report
  readonly model: string; // number of a real report: its case is copied
  readonly waiting: number; // reports that nobody has looked at yet
}
const batch = 50_000;
const tables = ['complaints.problem', 'complaints.report', 'cases."case"', 'cases.task'];

/** How many reports are there already. */
export async function countReports(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: string }>('select count(*) as count from complaints.report');
    return Number(rows[0]?.count ?? 0);
  } finally {
    await client.end();
  }
}

/** Adds problems with one report each; ends with fresh statistics. All or nothing. */
export async function seedComplaints(seed: ComplaintSeed): Promise<void> {
  const client = new pg.Client({ connectionString: seed.url });
  await client.connect();
  try {
    await client.query(`select set_config('loket.region', $1, false)`, [seed.region]);
    await client.query(`set work_mem = '64MB'; set maintenance_work_mem = '256MB'; set synchronous_commit = off`);
    await client.query('begin');
    const indexes = await dropIndexes(client);
    for (let from = seed.from; from < seed.total; from += batch)
      await client.query(seedStatement, valuesOf(seed, from, Math.min(from + batch, seed.total)));
    for (const definition of indexes) await client.query(definition);
    await client.query('commit');
    for (const table of tables) await client.query(`vacuum analyze ${table}`);
    await client.query('checkpoint'); // else it would come in the middle of what is measured
  } finally {
    await client.end();
  }
}

// Built once at the end, indexes cost a fraction of what they do row by row. Those of constraints stay.
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = any($1::regclass[]) and not i.indisprimary
       and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

function valuesOf(seed: ComplaintSeed, from: number, to: number): unknown[] {
  const { region, now, model, waiting, total } = seed;
  const sentences = JSON.stringify(labelledSentences());
  return [region, from, to, now, model, sentences, since, streets, landmarks, waiting / total];
}
