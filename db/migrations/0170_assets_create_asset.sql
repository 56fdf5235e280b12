-- Things of the city somebody can point at: lamp posts, bins, drains. Each has a short code, on a label with a QR code.
create schema if not exists assets;
grant usage on schema assets to loket24_app;

create table assets.asset (
  region_id text not null default current_setting('loket.region'),
  code text not null check (code ~ '^[A-Z0-9][A-Z0-9-]{1,23}$'),
  kind text not null,
  name text not null check (char_length(name) between 1 and 120),
  category text not null, -- of complaints, filled in for whoever scans the label
  owner_code text not null, -- unit that answers for it: of the city, or an outside partner
  area_code text,
  place text not null default '' check (char_length(place) <= 200),
  lat double precision not null check (lat between -90 and 90),
  long double precision not null check (long between -180 and 180),
  active boolean not null default true,
  changed_at timestamptz not null,
  primary key (region_id, code)
);
create index asset_place on assets.asset (region_id, lat, long);
create index asset_kind on assets.asset (region_id, kind, code);
select platform.protect('assets.asset'::regclass);

-- Who brought in which list, and what it did.
create table assets.import (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  at timestamptz not null,
  officer_id uuid not null,
  file_name text not null,
  added integer not null,
  changed integer not null,
  same integer not null,
  primary key (region_id, id)
);
select platform.append_only('assets.import'::regclass);
