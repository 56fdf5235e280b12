-- Visits of the crew to reported places. History: what was done, how long it took, what was used, and the photos taken there.
create schema if not exists crew;
grant usage on schema crew to loket24_app;

create table crew.visit (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  case_id uuid not null,
  officer_id uuid not null,
  unit_id uuid not null, -- whose crew it was
  key text not null, -- made where the visit was filled in: sent again it is the same visit
  visited_at timestamptz not null, -- by the phone's clock when that can be true, else when it came
  minutes integer check (minutes between 0 and 1440),
  work text not null, -- what was done; the reporter reads it when it is reported solved
  note text, -- for the office
  materials jsonb not null default '[]', -- [{what, amount, unit}]
  at timestamptz not null,
  primary key (region_id, id),
  constraint visit_once unique (region_id, officer_id, key)
);
create index visit_case on crew.visit (region_id, case_id, at);
create index visit_unit on crew.visit (region_id, unit_id, at);
select platform.append_only('crew.visit'::regclass);

create table crew.photo (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  visit_id uuid not null,
  case_id uuid not null,
  key text not null, -- of this photo, as for the visit
  upload_id uuid not null,
  kind text not null check (kind in ('before', 'after')),
  source text check (source in ('phone', 'photo')), -- who said where it was taken; none when nobody did
  lat double precision,
  long double precision,
  distance_m integer check (distance_m >= 0), -- from the reported point
  at timestamptz not null,
  primary key (region_id, visit_id, id),
  constraint photo_once unique (region_id, visit_id, key),
  constraint photo_place check ((lat is null) = (long is null))
);
create index photo_case on crew.photo (region_id, case_id, at);
select platform.append_only('crew.photo'::regclass);
