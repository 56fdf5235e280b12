-- The dispatcher's list: whose a report is to sort, which pile it lies on, when its present step should be done, danger first.
-- squawk-ignore adding-field-with-default
alter table complaints.report
  add column verifier_unit uuid, -- whose verifiers may see it
  add column pile text not null default 'office' check (pile in ('sort', 'office', 'reporter', 'joined', 'done')),
  add column calm boolean not null default true, -- false, danger to life by priority or by its words, sorts first
  add column step_due_at timestamptz not null default '9999-12-31T00:00:00Z'; -- of the step that is waited for

-- Of all regions at once.
alter table complaints.report no force row level security;
alter table cases."case" no force row level security;
alter table cases.task no force row level security;
update complaints.report r set
  verifier_unit = (c.projection -> 'roleUnits' ->> 'verifikator')::uuid,
  pile = case
    when r.closed_at is not null then 'done'
    when r.state = 'diverifikasi' then 'sort'
    when r.state = 'bergabung' then 'joined'
    when r.status = 'needs-you' then 'reporter'
    else 'office' end,
  calm = r.priority <> 'urgent',
  step_due_at = coalesce(
    least(
      (select min(t.due_at) from cases.task t where t.region_id = c.region_id and t.case_id = c.id and t.closed_at is null),
      (select min((k ->> 'dueAt')::timestamptz) from json_array_elements(c.projection -> 'clocks') k
        where k -> 'events' -> -1 ->> 'type' not in ('stop', 'pause'))),
    c.lapse_at, '9999-12-31T00:00:00Z')
from cases."case" c
where c.region_id = r.region_id and c.id = r.case_id;
alter table complaints.report force row level security;
alter table cases."case" force row level security;
alter table cases.task force row level security;

-- squawk-ignore require-concurrent-index-creation
create index report_desk on complaints.report (region_id, verifier_unit, pile, calm, step_due_at, case_id);
-- squawk-ignore require-concurrent-index-creation
create index report_desk_open on complaints.report (region_id, verifier_unit, calm, step_due_at, case_id) where closed_at is null;
-- squawk-ignore require-concurrent-index-creation
create index report_desk_category on complaints.report (region_id, category, calm, step_due_at, case_id) where closed_at is null;
-- squawk-ignore require-concurrent-index-creation
create index report_desk_area on complaints.report (region_id, area_code, calm, step_due_at, case_id) where closed_at is null;
-- squawk-ignore require-concurrent-index-creation
create index report_desk_unit on complaints.report (region_id, unit_id, pile, calm, step_due_at, case_id);
-- squawk-ignore require-concurrent-index-creation
create index report_desk_unit_open on complaints.report (region_id, unit_id, calm, step_due_at, case_id) where closed_at is null;

-- Row-level security lets no text search use its index. This is the one door for officers; the list is narrowed to their seats afterwards.
create function complaints.find_reports(p_query text, p_limit integer) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.case_id from complaints.report r
  where r.region_id = current_setting('loket.region')
    and to_tsvector('indonesian'::regconfig, r.body) @@ websearch_to_tsquery('indonesian', p_query)
  limit p_limit
$$;
revoke all on function complaints.find_reports from public;
grant execute on function complaints.find_reports to loket24_app;

-- Returned to the verifier as the wrong office, and taken back by the verifier, are part of the way of a report as well.
alter table complaints.custody drop constraint custody_what_check;
-- squawk-ignore constraint-missing-not-valid
alter table complaints.custody add constraint custody_what_check
  check (what in ('assigned', 'offered', 'accepted', 'refused', 'returned', 'recalled'));
