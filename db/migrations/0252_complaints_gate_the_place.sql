-- The landmark as everybody reads it. People write names, telephones and number plates into it as they do into the text; what the public gets is
-- what an officer let through. Of problems published before nobody has looked at it: they show their kelurahan alone until somebody does.
-- squawk-ignore ban-drop-table
drop view complaints.published_problem;
-- squawk-ignore ban-drop-column
alter table complaints.problem drop column words;
alter table complaints.problem add column public_place text;
-- squawk-ignore adding-field-with-default
alter table complaints.problem add column words tsvector generated always as (
  to_tsvector('indonesian'::regconfig, coalesce(public_title, '') || ' ' || coalesce(public_text, '') || ' ' || coalesce(public_place, ''))
) stored;
-- squawk-ignore require-concurrent-index-creation
create index problem_words on complaints.problem using gin (words) where published;

create view complaints.published_problem with (security_invoker = true) as
  select p.region_id, p.id, p.code, p.public_title as title, p.public_text as text, p.category, p.unit_id, p.area_code, p.public_place as place,
    p.lat, p.long, p.cell, p.status, p.priority, p.reports, p.supporters, p.opened_at, p.updated_at, p.due_at, p.closed_at,
    p.closed_how, p.reopened, p.published_at, p.asset_id, p.words, p.category_group
  from complaints.problem p
  where p.published and p.level <> 'secret' and p.merged_into is null;
grant select on complaints.published_problem to loket24_app;

-- A photo everybody sees is named by its original: whoever reads that is given the covered copy, and the newest one when it is covered again.
alter table complaints.photo no force row level security;
update complaints.photo set public_upload_id = upload_id where public_upload_id <> upload_id;
alter table complaints.photo force row level security;
