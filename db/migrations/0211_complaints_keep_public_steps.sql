-- What everybody may know of how a problem went: steps of the report that leads it, in words of their own, never in those of a person.
create table complaints.step (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  problem_id uuid not null,
  case_id uuid not null, -- of the report that led it then
  what text not null check (what in ('forwarded', 'replied', 'offered', 'accepted', 'declined', 'returned', 'solved', 'confirmed',
    'not-solved', 'silence', 'answered', 'refused', 'withdrawn')),
  unit_id uuid not null, -- responsible after it
  to_unit uuid, -- asked to take it
  at timestamptz not null,
  primary key (region_id, problem_id, at, id)
);
select platform.append_only('complaints.step'::regclass);

create view complaints.published_step with (security_invoker = true, security_barrier = true) as
  select s.region_id, s.id, s.problem_id, s.what, s.unit_id, s.to_unit, s.at
  from complaints.step s
  join complaints.problem p on p.region_id = s.region_id and p.id = s.problem_id
  join complaints.report r on r.region_id = s.region_id and r.case_id = s.case_id
  where r.level <> 'secret' and p.published and p.level <> 'secret' and p.merged_into is null;
grant select on complaints.published_step to loket24_app;

-- News by e-mail. An address that was not confirmed goes after two days, a confirmed one when its owner says so or the matter is over.
create table complaints.news (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  problem_id uuid not null,
  who_hash text not null, -- keyed hash of the address
  email text not null,
  locale text not null check (locale in ('id', 'en')),
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  seen_at timestamptz not null, -- steps up to here are known to them
  told_at timestamptz,
  primary key (region_id, id),
  constraint news_once unique (region_id, problem_id, who_hash)
);
create index news_who on complaints.news (region_id, who_hash, asked_at);
select platform.protect('complaints.news'::regclass);
