-- All that public code may read: published, not secret, no column about a person. Row-level security holds as for the tables.
create view complaints.published_problem with (security_invoker = true, security_barrier = true) as
  select p.region_id, p.id, p.code, p.public_title as title, p.public_text as text, p.category, p.unit_id, p.area_code, p.place,
    p.lat, p.long, p.cell, p.status, p.priority, p.reports, p.supporters, p.opened_at, p.updated_at, p.due_at, p.closed_at,
    p.closed_how, p.reopened, p.published_at, p.asset_id, p.words
  from complaints.problem p
  where p.published and p.level <> 'secret' and p.merged_into is null;

create view complaints.published_report with (security_invoker = true, security_barrier = true) as
  select r.region_id, r.case_id, r.problem_id, r.kind, r.category, r.area_code, r.public_text as text, r.status, r.channel,
    r.reported_at, r.closed_at
  from complaints.report r
  join complaints.problem p on p.region_id = r.region_id and p.id = r.problem_id
  where r.level <> 'secret' and p.published and p.level <> 'secret' and p.merged_into is null;

create view complaints.published_photo with (security_invoker = true, security_barrier = true) as
  select f.region_id, f.id, f.problem_id, f.public_upload_id as upload_id, f.kind, f.distance_m, f.position, f.at
  from complaints.photo f
  join complaints.problem p on p.region_id = f.region_id and p.id = f.problem_id
  join complaints.report r on r.region_id = f.region_id and r.case_id = f.case_id
  where f.public_upload_id is not null and r.level <> 'secret' and p.published and p.level <> 'secret' and p.merged_into is null;

grant select on complaints.published_problem, complaints.published_report, complaints.published_photo to loket24_app;
