-- A service may be closed for a while or for good, and a version may come into force later. Both outlive a region load.
create table catalogue.closing (
  region_id text not null default current_setting('loket.region'),
  slug text not null,
  kind text not null check (kind in ('suspended', 'retired')),
  reason jsonb not null, -- public, in plain words
  reopens_on date, -- suspended: when it is expected to open again
  successor text, -- retired: the service that takes its place
  since timestamptz not null,
  primary key (region_id, slug)
);
select platform.protect('catalogue.closing'::regclass);

-- A version that waits for its time. Settled once: in force, or cancelled.
create table catalogue.planned_version (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  slug text not null,
  version_id uuid not null,
  effective_at timestamptz not null,
  planned_at timestamptz not null,
  planned_by text not null,
  outcome text check (outcome in ('in-force', 'cancelled')),
  settled_at timestamptz,
  primary key (region_id, id)
);
create unique index planned_version_open on catalogue.planned_version (region_id, slug) where outcome is null;
select platform.protect('catalogue.planned_version'::regclass);

-- What happened to a service and who did it.
create table catalogue.service_event (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  slug text not null,
  at timestamptz not null,
  kind text not null,
  actor text not null, -- officer id, or the name of the part of the system
  version_id uuid,
  details jsonb not null default '{}',
  primary key (region_id, id)
);
create index service_event_of on catalogue.service_event (region_id, slug, at);
select platform.append_only('catalogue.service_event'::regclass);
