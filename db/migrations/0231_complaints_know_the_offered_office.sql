-- Which office was asked to take a report over, as long as it has not answered: its receivers find it in their list.
alter table complaints.report add column offered_unit uuid;

-- Of all regions at once.
alter table complaints.report no force row level security;
alter table cases."case" no force row level security;
update complaints.report r set offered_unit = (c.projection -> 'roleUnits' ->> 'penerima')::uuid
from cases."case" c
where c.region_id = r.region_id and c.id = r.case_id and r.state = 'dialihkan';
alter table complaints.report force row level security;
alter table cases."case" force row level security;

-- squawk-ignore require-concurrent-index-creation
create index report_offered on complaints.report (region_id, offered_unit, calm, step_due_at, case_id) where offered_unit is not null;
