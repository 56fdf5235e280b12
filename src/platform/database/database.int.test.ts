import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import type { Db } from '../context.ts';
import { jobQueue } from '../jobs/enqueue.ts';
import { inTransaction, jsonb } from './index.ts';

let database: TestDatabase;
let here: Db;
let elsewhere: Db;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.query(`
    create schema sample;
    create table sample.note (
      region_id text not null default current_setting('loket.region'),
      id int not null, body jsonb, amount bigint, day date, primary key (region_id, id));
    create table sample.trace (region_id text not null default current_setting('loket.region'), id int not null, primary key (region_id, id));
    select platform.protect('sample.note'::regclass);
    select platform.append_only('sample.trace'::regclass);`);
  here = database.open('parepare').db;
  elsewhere = database.open('wajo').db;
});
afterAll(() => database.drop());

async function notes(db: Db): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from sample.note order by id`.execute(db);
  return rows.map(({ id }) => id);
}

describe('row-level security', () => {
  it('shows and writes only rows of the region of the connection', async () => {
    await sql`insert into sample.note (id) values (1)`.execute(here);
    await sql`insert into sample.note (id) values (2)`.execute(elsewhere);
    expect(await notes(here)).toEqual([1]);
    expect(await notes(elsewhere)).toEqual([2]);
  });

  it('refuses a row that claims another region', async () => {
    await expect(sql`insert into sample.note (region_id, id) values ('wajo', 9)`.execute(here)).rejects.toThrow(
      /row-level security/,
    );
  });

  it('lets nobody change or remove a row of an append-only table', async () => {
    await sql`insert into sample.trace (id) values (1)`.execute(here);
    await expect(sql`update sample.trace set id = 2`.execute(here)).rejects.toThrow(/permission denied/);
    await expect(sql`delete from sample.trace`.execute(here)).rejects.toThrow(/permission denied/);
  });

  it('keeps the application role out of the job queue and of schema changes', async () => {
    await expect(sql`select * from graphile_worker._private_jobs`.execute(here)).rejects.toThrow(/permission denied/);
    await expect(sql`create table sample.other (id int)`.execute(here)).rejects.toThrow(/permission denied/);
    await expect(sql`create table public.other (id int)`.execute(here)).rejects.toThrow(/permission denied/);
  });

  it('comes back to the application role after RESET ROLE', async () => {
    const { rows } = await here.connection().execute(async (db) => {
      await sql`reset role`.execute(db);
      return sql<{ role: string }>`select current_user as role`.execute(db);
    });
    expect(rows).toEqual([{ role: 'loket24_app' }]);
  });
});

describe('inTransaction', () => {
  it('undoes everything when the work throws', async () => {
    const failing = inTransaction({ db: here }, async (ctx) => {
      await sql`insert into sample.note (id) values (50)`.execute(ctx.db);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await notes(here)).not.toContain(50);
  });

  it('joins the transaction it is called in', async () => {
    const failing = inTransaction({ db: here }, async (ctx) => {
      await inTransaction(ctx, (ctx) => sql`insert into sample.note (id) values (51)`.execute(ctx.db));
      throw new Error('outer');
    });
    await expect(failing).rejects.toThrow('outer');
    expect(await notes(here)).not.toContain(51);
  });

  it('drops a job that was enqueued in an undone transaction and keeps one of a finished transaction', async () => {
    const add = (db: Db, key: string) => jobQueue.add(db, 'sample' as never, { key } as never, { key });
    await inTransaction({ db: here }, (ctx) => add(ctx.db, 'kept'));
    await inTransaction({ db: here }, async (ctx) => {
      await add(ctx.db, 'lost');
      throw new Error('undo');
    }).catch(() => undefined);
    const rows = await database.query('select key from graphile_worker.jobs order by key');
    expect(rows).toEqual([{ key: 'parepare/kept' }]);
  });
});

describe('values', () => {
  it('reads whole numbers as numbers, days as text and jsonb keys as written', async () => {
    await sql`insert into sample.note (id, body, amount, day) values (70, ${jsonb([{ snake_key: 1 }])}, ${9_007_199_254}, '2026-03-20')`.execute(
      here,
    );
    const { rows } = await sql`select body, amount, day from sample.note where id = 70`.execute(here);
    expect(rows).toEqual([{ body: [{ snake_key: 1 }], amount: 9_007_199_254, day: '2026-03-20' }]);
  });
});
