-- Who stands in whose place for some days, by which letter. Nothing is ever changed: an end is a row of its own.
create table identity.delegation (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  kind text not null check (kind in ('plh', 'plt', 'an')),
  unit_id uuid not null,
  role text not null,
  post text not null, -- as letters print it: "Lurah Lompoe"
  from_officer_id uuid, -- null: the post is vacant
  to_officer_id uuid not null,
  first_day date not null,
  last_day date not null,
  instrument_number text not null,
  instrument_date date not null,
  instrument_text text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (region_id, id),
  constraint delegation_days_check check (first_day <= last_day),
  constraint delegation_vacant_check check ((kind = 'plt') = (from_officer_id is null)),
  constraint delegation_unit_fkey foreign key (region_id, unit_id) references organisation.unit (region_id, id),
  constraint delegation_to_fkey foreign key (region_id, to_officer_id) references identity.officer (region_id, id)
);
create index delegation_last_day_idx on identity.delegation (region_id, last_day);
select platform.append_only('identity.delegation'::regclass);

create table identity.delegation_end (
  region_id text not null default current_setting('loket.region'),
  delegation_id uuid not null,
  ended_at timestamptz not null,
  ended_by uuid not null,
  reason text not null,
  primary key (region_id, delegation_id),
  constraint delegation_end_fkey foreign key (region_id, delegation_id) references identity.delegation (region_id, id)
);
select platform.append_only('identity.delegation_end'::regclass);
