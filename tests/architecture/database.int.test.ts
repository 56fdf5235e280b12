// What holds for every table, asked of the migrated database itself.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeTableTypes } from '../../scripts/table-types.ts';
import { modules } from '../../src/modules.ts';
import { projectRoot } from '../../src/platform/root.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

// The list of applied migrations belongs to the installation, not to a region.
const ofTheInstallation = ['platform.migration'];
const history = [
  'assets.import',
  'authoring.draft_event',
  'authoring.draft_text',
  'authoring.published_text',
  'calls.miss',
  'cases.access_event',
  'cases.event',
  'catalogue.service_event',
  'catalogue.service_version',
  'complaints.asked',
  'complaints.attachment',
  'complaints.custody',
  'complaints.moderation',
  'complaints.step',
  'crew.photo',
  'crew.visit',
  'dispatch.redaction',
  'dossier.link',
  'federation.heard',
  'identity.auth_event',
  'identity.delegation',
  'identity.delegation_end',
  'organisation.calendar_version',
  'organisation.change_log',
  'organisation.holiday_change',
  'payments.bank_message',
  'payments.entry',
  'triage.label',
  'triage.training',
];

describe('tables', () => {
  test('belong to a module or the platform, in a schema of that name', async () => {
    const owners = new Set(['platform', ...modules.map(({ name }) => name)]);
    const schemas = new Set((await tables()).map((table) => table.split('.')[0]));
    expect([...schemas].filter((schema) => !owners.has(schema ?? ''))).toEqual([]);
  });

  test('carry the region as the first column of their key', async () => {
    const rows = await database.query(`
      select c.oid::regclass::text as name, (
        select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary) as first
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours}`);
    expect(rows.length).toBeGreaterThan(25);
    const others = rows.filter(({ first }) => first !== 'region_id').map(({ name }) => name);
    expect(others).toEqual(ofTheInstallation);
  });

  test('show each region its own rows only, and hold the owner to it too', async () => {
    const rows = await database.query(`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and not (c.relrowsecurity and c.relforcerowsecurity and exists (
        select from pg_policy p where p.polrelid = c.oid and p.polname = 'region_isolation'
          and pg_get_expr(p.polqual, p.polrelid) = '(region_id = current_setting(''loket.region''::text, true))'
          and pg_get_expr(p.polwithcheck, p.polrelid) = '(region_id = current_setting(''loket.region''::text, true))'))`);
    expect(rows.map(({ name }) => name)).toEqual(ofTheInstallation);
  });

  test('of history can be added to by the application, never changed', async () => {
    const rows = await database.query(`
      select c.oid::regclass::text as name, has_table_privilege('loket24_app', c.oid, 'insert') as insert,
        has_table_privilege('loket24_app', c.oid, 'update') or has_table_privilege('loket24_app', c.oid, 'delete')
          or has_table_privilege('loket24_app', c.oid, 'truncate') as change
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours}`);
    const appendOnly = rows.filter(({ insert, change }) => insert && !change).map(({ name }) => String(name));
    expect(appendOnly.sort()).toEqual(history);
  });

  test('keep instants with their zone', async () => {
    const rows = await database.query(`
      select c.oid::regclass::text || '.' || a.attname as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where ${ours} and a.attnum > 0 and not a.attisdropped and a.atttypid in ('timestamp'::regtype, 'time'::regtype)`);
    expect(rows).toEqual([]);
  });

  test('refer to tables of their own schema or of a foundation module', async () => {
    const foundation = ['identity', 'organisation', 'catalogue', 'documents', 'notifications', 'platform'];
    const rows = await database.query(`
      select f.conname as name, n.nspname as "from", m.nspname as "to"
      from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_class d on d.oid = f.confrelid join pg_namespace m on m.oid = d.relnamespace
      where f.contype = 'f' and n.nspname not in ('graphile_worker')`);
    expect(rows.filter(({ from, to }) => from !== to && !foundation.includes(String(to)))).toEqual([]);
  });
});

describe('the types of the tables', () => {
  test('are those of the migrated database', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'loket24-types-'));
    try {
      const fresh = join(folder, 'tables.ts');
      await writeTableTypes(database.owner, fresh);
      const committed = await readFile(join(projectRoot, 'src/platform/database/tables.generated.ts'), 'utf8');
      expect(await readFile(fresh, 'utf8'), 'run: npm run db:types').toBe(committed);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('migrations', () => {
  test('are numbered once each and named after an existing module', async () => {
    const names = await readdir(join(projectRoot, 'db/migrations'));
    const parts = names.map((name) => /^(\d{4})_([a-z]+)_[a-z]+_[a-z0-9_]+[.]sql$/.exec(name));
    expect(names.filter((_, at) => !parts[at])).toEqual([]);
    expect(new Set(parts.map((part) => part?.[1])).size).toBe(names.length);
    const owners = new Set(['platform', ...modules.map(({ name }) => name)]);
    expect(parts.map((part) => part?.[2]).filter((owner) => !owners.has(owner ?? ''))).toEqual([]);
  });
});

const ours = `c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'pg_toast')`;

async function tables(): Promise<string[]> {
  const rows = await database.query(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${ours} order by 1`);
  return rows.map(({ name }) => String(name));
}
