// Whether what was acknowledged is there: its row, its photos, their files, and histories that verify.
import { join } from 'node:path';
import pg from 'pg';
import { createLocalFileStore } from '../../src/platform/files/local-file-store.ts';
import { databaseUrlOf, region } from '../complaints/database.ts';
import type { BenchServer } from '../server.ts';
import type { Acknowledged } from './senders.ts';

interface Kept {
  readonly number: string;
  readonly code: string | null;
  readonly tracking: string;
  readonly files: readonly string[];
}
const found = `
  select r.number, p.code, c.tracking_hash as tracking,
    array(select u.sha256 from complaints.photo f join documents.upload u on u.region_id = f.region_id and u.id = f.upload_id
      where f.region_id = r.region_id and f.case_id = r.case_id) as files
  from complaints.report r join cases."case" c on c.region_id = r.region_id and c.id = r.case_id
  left join complaints.problem p on p.region_id = r.region_id and p.id = r.problem_id
  where r.region_id = $1 and r.reported_at >= $2`;

/** How many of the acknowledged are missing, or lack a photo. */
export async function countLost(
  server: BenchServer,
  acknowledged: readonly Acknowledged[],
  since: Date,
): Promise<number> {
  const client = new pg.Client({ connectionString: await databaseUrlOf(server) });
  await client.connect();
  const { rows } = await client.query<Kept>(found, [region, since]).finally(() => client.end());
  const known = new Map(
    rows.flatMap(
      (row) =>
        [
          [`number ${row.number}`, row],
          [`code ${row.code}`, row],
          [`tracking ${row.tracking}`, row],
        ] as const,
    ),
  );
  const there = await filesThere(server.dataDir, new Set(rows.flatMap(({ files }) => files)));
  const isWhole = ({ by, value, photos }: Acknowledged): boolean => {
    const row = known.get(`${by} ${value}`);
    return row !== undefined && row.files.filter((sha) => there.has(sha)).length >= photos;
  };
  return acknowledged.filter((one) => !isWhole(one)).length;
}

/** Which of these uploads the server's own store gives back. */
async function filesThere(dataDir: string, wanted: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const store = createLocalFileStore(join(dataDir, 'files'));
  const there = new Set<string>();
  for (const sha of wanted) if ((await store.get(`uploads/${sha.slice(0, 2)}/${sha}`)) !== undefined) there.add(sha);
  return there;
}
