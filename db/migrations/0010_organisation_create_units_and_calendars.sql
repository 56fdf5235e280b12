-- Who serves whom and when: units, areas, office calendars by version, settings of the region.
create schema organisation;
grant usage on schema organisation to loket24_app;

-- A random token that changes with every load. Processes compare it to know whether their memory is stale;
-- random, because a number that was rolled back could come again with other content behind it.
create table organisation.revision (
  region_id text not null default current_setting('loket.region'),
  token uuid not null,
  changed_at timestamptz not null,
  primary key (region_id)
);
select platform.protect('organisation.revision'::regclass);

create table organisation.region_setting (
  region_id text not null default current_setting('loket.region'),
  code text not null,
  name text not null,
  timezone text not null,
  zone_label text not null check (zone_label in ('WIB', 'WITA', 'WIT')),
  settings jsonb not null default '{}'::jsonb,
  primary key (region_id)
);
select platform.protect('organisation.region_setting'::regclass);

create table organisation.area (
  region_id text not null default current_setting('loket.region'),
  code text not null,
  name text not null,
  level text not null check (level in ('regency', 'district', 'village')),
  parent_code text,
  active boolean not null default true,
  primary key (region_id, code)
);
select platform.protect('organisation.area'::regclass);

create table organisation.unit (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  code text not null,
  name text not null,
  name_en text,
  short text not null,
  kind text not null,
  parent_id uuid,
  area_code text,
  covers text[] not null default '{}',
  confidence text not null check (confidence in ('sourced', 'typical')),
  details jsonb not null default '{}'::jsonb,
  active boolean not null default true,
  primary key (region_id, id),
  constraint unit_code_key unique (region_id, code),
  constraint unit_parent_fkey foreign key (region_id, parent_id) references organisation.unit (region_id, id)
);
create index unit_parent_idx on organisation.unit (region_id, parent_id);
select platform.protect('organisation.unit'::regclass);

-- A case keeps the id of the calendar it was promised with, so a version is never changed, only followed by another.
create table organisation.calendar_version (
  region_id text not null default current_setting('loket.region'),
  id text not null,
  code text not null,
  version integer not null check (version > 0),
  calendar jsonb not null,
  content_hash text not null,
  created_at timestamptz not null,
  primary key (region_id, id),
  constraint calendar_version_key unique (region_id, code, version)
);
select platform.append_only('organisation.calendar_version'::regclass);

create table organisation.change_log (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  at timestamptz not null,
  subject text not null check (subject in ('region', 'area', 'unit', 'calendar')),
  code text not null,
  kind text not null check (kind in ('added', 'changed', 'withdrawn', 'restored')),
  change jsonb not null,
  primary key (region_id, id)
);
create index change_log_subject_idx on organisation.change_log (region_id, subject, code, at);
select platform.append_only('organisation.change_log'::regclass);
