// Fills the database to a size: copies of one real case, spread over the kelurahan, a fifth of them still open.
// Copies carry the real case's rows; those beyond the first 100,000 a shorter projection, because the inbox never reads it.
import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';

export interface Seeder {
  readonly codes: readonly string[]; // tracking codes of some of the copies
  growTo(total: number): Promise<void>;
  close(): Promise<void>;
}
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const trackable = 1000;

function newCode(): string {
  return [...randomBytes(20)].map((byte) => alphabet[byte % 32]).join('');
}

export async function createSeeder(url: string, number: string): Promise<Seeder> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the server is stopped first when a measurement fails
  await client.connect();
  await client.query("set loket.region = 'parepare'");
  const codes = Array.from({ length: trackable }, newCode);
  const hashes = codes.map((code) => createHash('sha256').update(code).digest('hex'));
  let total = 1;
  return {
    codes,
    async growTo(target) {
      for (let from = total; from < target; from += 50_000)
        await grow(client, { number, hashes, from, to: Math.min(from + 50_000, target) });
      total = target;
      await client.query('analyze cases."case"; analyze cases.task; analyze cases.event');
    },
    close: () => client.end(),
  };
}

interface Batch {
  readonly number: string;
  readonly hashes: readonly string[];
  readonly from: number;
  readonly to: number;
}

async function grow(client: pg.Client, { number, hashes, from, to }: Batch): Promise<void> {
  const projection = from < 100_000 ? 'model.projection' : "'{}'::json";
  await client.query(
    `with model as (select * from cases."case" where number = $1),
     unit as (select id, row_number() over (order by code) - 1 as nth, count(*) over () as units from organisation.unit where kind = 'kelurahan'),
     fresh as (
       select gen_random_uuid() as id, n, model.*::cases."case" as m, unit.id as unit_id, n % 5 = 0 as open,
              model.due_at + (n % 4000) * interval '1 minute' as due
       from generate_series($2::int, $3::int - 1) n cross join model join unit on unit.nth = n % unit.units),
     new_case as (
       insert into cases."case" (region_id, id, number, service, version_id, unit_id, state, status, waits_for, version, last_hash, submitted_at, due_at, closed_at,
         applicant_short, locale, phone_tail, tracking_hash, submission_key, projection)
       select (m).region_id, id, 'B' || n, (m).service, (m).version_id, unit_id, (m).state, case when open then 'received' else 'done' end, case when open then 'officer' else 'nobody' end,
         1, (m).last_hash, (m).submitted_at, due, case when open then null else (m).submitted_at + interval '1 hour' end, (m).applicant_short, 'id', '7890',
         coalesce(($4::text[])[n], 'bench-' || n), 'bench-' || n, ${projection.replace('model.', '(m).')}
       from fresh),
     new_event as (
       insert into cases.event (region_id, case_id, seq, at, kind, actor_kind, channel, request_id, data, prev_hash, hash)
       select e.region_id, fresh.id, e.seq, e.at, e.kind, e.actor_kind, e.channel, e.request_id, e.data, e.prev_hash, e.hash
       from fresh join cases.event e on e.case_id = (fresh.m).id where fresh.n <= 100000)
     insert into cases.task (region_id, id, case_id, key, kind, role, unit_id, opened_at, due_at, closed_at)
     select (m).region_id, gen_random_uuid(), id, 'diperiksa', 'step', 'petugas', unit_id, (m).submitted_at, due, case when open then null else (m).submitted_at + interval '1 hour' end
     from fresh`,
    [number, from, to, hashes],
  );
}
