// One batch of generated complaints. $1 region, $2 from, $3 to, $4 the latest moment, $5 number of the report whose case is copied,
// $6 sentences, $7 times, $8 streets, $9 landmarks, $10 share that nobody has looked at yet.
// `cell` is the square of the module's rules: rows and columns of 0.0018 degrees, written into one number.
// Ids are made as of the moment of the report, as they would have been: indexes by id then grow at their end.
export const seedStatement = `
with
model as (select * from cases."case" where number = $5),
area as (select code, row_number() over (order by code) - 1 as nth, count(*) over () as areas from organisation.area where region_id = $1 and level = 'village'),
unit as (select id, code, kind, row_number() over (order by code) - 1 as nth, count(*) over () as units from organisation.unit where region_id = $1),
dispatch as (select id from unit where code = 'diskominfo'),
office as (select id, row_number() over (order by code) - 1 as nth, count(*) over () as offices from unit where kind = 'dinas'),
sentence as (
  select text, category, coalesce((select id from unit where unit.code = agency), (select id from office where office.nth = 0)) as unit_id, ordinality - 1 as nth
  from rows from (json_to_recordset($6::json) as (text text, category text, agency text)) with ordinality as s (text, category, agency, ordinality)),
raw as (
  select n, random() as r1, random() as r2, random() as r3, random() as r4, random() as r5, random() as r6, random() as r7, random() as r8, random() as r9
  from generate_series($2::int, $3::int - 1) n),
placed as (
  select raw.*, area.code as area_code, sentence.text, sentence.category, sentence.unit_id as handler,
    $4::timestamptz - (r3 * interval '1095 days') as opened, r3 * 1095 as age,
    -- Two in five lie around one of 400 spots, the first of them the busiest; about 60 m away, as a bell.
    case when r6 < 0.4 then floor(400 * r7 * r7) end as spot,
    sqrt(-2 * ln(greatest(r1, 1e-9))) * cos(6.2831853 * r2) * 0.0005 as off_lat, sqrt(-2 * ln(greatest(r1, 1e-9))) * sin(6.2831853 * r2) * 0.0005 as off_long,
    area.nth as area_nth
  from raw join area on area.nth = (n::bigint * 7919) % area.areas
  join sentence on sentence.nth = floor(r8 * (select count(*) from sentence))),
made as (
  select placed.*, uuidv7(opened - clock_timestamp()) as id, uuidv7(opened - clock_timestamp()) as case_id, uuidv7(opened - clock_timestamp()) as task_id,
    case when spot is null then -4.06 + (area_nth / 5) * 0.012 + r1 * 0.012 else -4.055 + ((spot::int * 7) % 20) * 0.0024 + off_lat end as la,
    case when spot is null then 119.62 + (area_nth % 5) * 0.012 + r2 * 0.012 else 119.625 + (spot::int / 20) * 0.0024 + off_long end as lo,
    text || ' ' || ($7::text[])[1 + n % 8] || ', ' || ($8::text[])[1 + (n / 8) % 20] || ' nomor ' || (1 + n % 211) || '.' as body,
    ($9::text[])[1 + (n / 7) % 10] || ', ' || ($8::text[])[1 + (n / 8) % 20] as place,
    case when r4 < $10 then 'diverifikasi' when r5 < (case when age < 60 then 0.7 else 0.04 end) then 'ditangani' end as running,
    case when r9 < 0.05 then 'secret' when r9 < 0.15 then 'anonymous' else 'open' end as level
  from placed),
timed as (
  select made.*, floor((la + 90) / 0.0018)::bigint * 1000000 + floor((lo + 180) / 0.0018)::bigint as cell,
    -- What nobody has looked at came in the last days.
    case when running = 'diverifikasi' then $4::timestamptz - r5 * interval '5 days' else opened end as reported,
    case when running is null then least($4::timestamptz, opened + r4 * interval '20 days') end as closed,
    case when running = 'diverifikasi' then (select id from dispatch) else handler end as unit_id,
    level <> 'secret' and running is distinct from 'diverifikasi' and r7 < 0.95 as published
  from made),
problem as (
  insert into complaints.problem (region_id, id, code, title, category, unit_id, area_code, place, public_place, lat, long, cell, status, level, lead_case, reports,
    secret_reports, supporters, opened_at, updated_at, due_at, closed_at, closed_how, published, published_at, public_title, public_text)
  select $1, id, 's' || n, left(body, 80), category, unit_id, area_code, place, place, la, lo, cell, case when running is null then 'closed' else 'open' end, level,
    case_id, case level when 'secret' then 0 else 1 end, case level when 'secret' then 1 else 0 end, floor(r8 * r8 * 12)::int, reported,
    coalesce(closed, least($4::timestamptz, reported + r4 * interval '5 days')), reported + interval '7 days', closed,
    case when running is null then case when n % 3 = 0 then 'silence' else 'confirmed' end end,
    published, case when published then reported + interval '3 hours' end, case when published then left(body, 60) end, case when published then body end
  from timed),
report as (
  insert into complaints.report (region_id, case_id, number, kind, problem_id, category, level, lat, long, cell, area_code, place, body, state, status, unit_id,
    channel, reported_at, attached_at, due_at, closed_at, verifier_unit, pile, calm, step_due_at)
  select $1, case_id, 'S' || n, 'complaint', id, category, level, la, lo, cell, area_code, place, body, coalesce(running, 'selesai'),
    case running when 'diverifikasi' then 'received' when 'ditangani' then 'in-progress' else 'done' end, unit_id,
    (array['web', 'api', 'phone', 'counter'])[1 + n % 4], reported, reported, reported + interval '7 days', closed,
    (select id from dispatch), case when running is null then 'done' when running = 'diverifikasi' then 'sort' else 'office' end, r9 < 0.98,
    case when running is null then '9999-12-31T00:00:00Z'::timestamptz else reported + interval '3 days' end
  from timed),
new_case as (
  insert into cases."case" (region_id, id, number, service, version_id, unit_id, state, status, waits_for, version, last_hash, submitted_at, due_at, closed_at,
    applicant_short, locale, phone_tail, tracking_hash, submission_key, projection)
  select $1, timed.case_id, 'S' || n, m.service, m.version_id, timed.unit_id, coalesce(running, 'selesai'),
    case running when 'diverifikasi' then 'received' when 'ditangani' then 'in-progress' else 'done' end, case when running is null then 'nobody' else 'officer' end,
    1, m.last_hash, reported, reported + interval '7 days', closed, m.applicant_short, 'id', '7890', 'seed-' || n, 'seed-' || n,
    case when running is null then '{}'::json else m.projection end
  from timed cross join model m)
insert into cases.task (region_id, id, case_id, key, kind, role, unit_id, opened_at, due_at, closed_at)
select $1, task_id, case_id, coalesce(running, 'ditangani'), 'step', case running when 'diverifikasi' then 'verifikator' else 'petugas' end, unit_id, reported,
  reported + interval '7 days', closed
from timed`;
