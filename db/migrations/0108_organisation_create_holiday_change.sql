-- Holidays an administrator added or took away. Applied over the files of the region at every load, so that loading undoes nothing.
create table organisation.holiday_change (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  at timestamptz not null,
  calendar text not null, -- a calendar's code: 'jam-kantor'
  day date not null,
  action text not null check (action in ('add', 'remove')),
  name text not null,
  kind text not null check (kind in ('national', 'cuti-bersama')),
  decree text not null,
  officer_id uuid,
  primary key (region_id, id)
);
create index holiday_change_order_idx on organisation.holiday_change (region_id, calendar, at, id);
select platform.append_only('organisation.holiday_change'::regclass);
