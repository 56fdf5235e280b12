// Fills complaints.problem and complaints.report to a size by SQL alone: places inside the kelurahan's squares, texts from everyday
// sentences, categories of the region, times over three years, one in ten still open. For measurements only: the reports have no cases.
import pg from 'pg';

export interface ComplaintSeed {
  readonly url: string; // of the database, as its owner
  readonly region: string;
  readonly total: number;
  readonly now: Date; // the latest report
}
const batch = 50_000;

/** Adds `total` problems with one report each; ends with fresh statistics. */
export async function seedComplaints({ url, region, total, now }: ComplaintSeed): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`select set_config('loket.region', $1, false)`, [region]);
    for (let from = 0; from < total; from += batch)
      await client.query(insert, [region, from, Math.min(from + batch, total), now]);
    await client.query('analyze complaints.problem; analyze complaints.report');
  } finally {
    await client.end();
  }
}

// `cell` is the square of rules.ts: rows and columns of 0.0018 degrees, written into one number.
const insert = `
with words as (
  select array['Lampu lorong mati', 'Jalan berlubang', 'Sampah menumpuk', 'Selokan tersumbat', 'Pohon tumbang', 'Air tidak mengalir',
    'Rambu hilang', 'Trotoar rusak', 'Parkir liar', 'Bau menyengat'] as what,
    array['sejak kemarin', 'sejak Senin malam', 'sudah seminggu', 'setelah hujan', 'setiap malam', 'sudah dilaporkan dua kali'] as since,
    array['Depan Masjid Raya', 'Dekat Pasar Lakessi', 'Ujung lorong 3', 'Seberang sekolah', 'Samping puskesmas', 'Depan kantor lurah'] as place,
    array['lampu.mati', 'jalan.berlubang', 'sampah.menumpuk', 'drainase.tersumbat', 'pohon.tumbang', 'air.mati', 'rambu.hilang',
      'trotoar.rusak', 'parkir.liar', 'bau.menyengat'] as category),
area as (select code, row_number() over (order by code) - 1 as nth, count(*) over () as areas from organisation.area where region_id = $1 and level = 'village'),
unit as (select id, row_number() over (order by code) - 1 as nth, count(*) over () as units from organisation.unit where region_id = $1 and kind = 'dinas'),
raw as (
  select n, gen_random_uuid() as id, gen_random_uuid() as case_id, w.*, area.code as area_code, area.nth as area_nth, unit.id as unit_id,
    random() as r1, random() as r2, random() as r3, random() as r4
  from generate_series($2::int, $3::int - 1) n cross join words w
  join area on area.nth = (n::bigint * 7919) % area.areas join unit on unit.nth = (n::bigint * 104729) % unit.units),
made as (
  select *, -4.06 + (area_nth / 5) * 0.012 + r1 * 0.012 as la, 119.62 + (area_nth % 5) * 0.012 + r2 * 0.012 as lo,
    $4::timestamptz - (r3 * interval '1095 days') as opened,
    what[1 + n % 10] || ' ' || since[1 + (n / 10) % 6] as body, category[1 + n % 10] as cat, place[1 + (n / 7) % 6] as spot, r4 < 0.1 as is_open
  from raw),
problem as (
  insert into complaints.problem (region_id, id, code, title, category, unit_id, area_code, place, lat, long, cell, status, level, lead_case, opened_at,
    updated_at, closed_at, closed_how, published, published_at, public_title, public_text)
  select $1, id, 's' || n, body, cat, unit_id, area_code, spot, la, lo, floor((la + 90) / 0.0018)::bigint * 1000000 + floor((lo + 180) / 0.0018)::bigint, case when is_open then 'open' else 'closed' end, 'open', case_id,
    opened, least($4, opened + r4 * interval '20 days'), case when is_open then null else least($4, opened + r4 * interval '20 days') end,
    case when is_open then null when n % 3 = 0 then 'silence' else 'confirmed' end, true, opened, left(body, 60), body || '. ' || spot
  from made)
insert into complaints.report (region_id, case_id, number, kind, problem_id, category, level, lat, long, cell, area_code, place, body, state, status, unit_id, channel,
  reported_at, closed_at)
select $1, case_id, 'S' || n, 'complaint', id, cat, 'open', la, lo, floor((la + 90) / 0.0018)::bigint * 1000000 + floor((lo + 180) / 0.0018)::bigint, area_code, spot, body, case when is_open then 'ditangani' else 'selesai' end,
  case when is_open then 'in_progress' else 'done' end, unit_id, 'web', opened, case when is_open then null else opened + r4 * interval '20 days' end
from made`;
