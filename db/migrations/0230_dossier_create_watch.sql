-- What officers tie to a case besides its steps: who watches it, and which other cases it belongs with.
create schema if not exists dossier;
grant usage on schema dossier to loket24_app;

-- An officer watches a case. It opens nothing: whether he may see the case is asked again at each reading.
create table dossier.watch (
  region_id text not null default current_setting('loket.region'),
  officer_id uuid not null,
  case_id uuid not null,
  added_by uuid, -- the head who added him; none when he did it himself
  seen_version integer not null, -- of the case, when he looked at it last
  at timestamptz not null,
  ended_at timestamptz,
  primary key (region_id, officer_id, case_id)
);
create index watch_case on dossier.watch (region_id, case_id) where ended_at is null;
create index watch_officer on dossier.watch (region_id, officer_id, at desc) where ended_at is null;
select platform.protect('dossier.watch'::regclass);

-- Two cases were linked, or that was undone. History: of each pair the row with the highest seq holds.
create table dossier.link (
  region_id text not null default current_setting('loket.region'),
  low_case uuid not null,
  high_case uuid not null,
  seq integer not null check (seq > 0),
  what text not null check (what in ('linked', 'undone')),
  kind text not null check (kind in ('related', 'caused-by', 'continues')),
  subject_case uuid not null, -- the one the kind speaks of: it was caused by the other, or continues it
  reason text,
  officer_id uuid not null,
  request_id text not null, -- pressed twice it is one
  at timestamptz not null,
  primary key (region_id, low_case, high_case, seq),
  constraint link_pair check (low_case < high_case and subject_case in (low_case, high_case)),
  constraint link_reason check (what = 'undone' or reason is not null),
  constraint link_once unique (region_id, request_id)
);
create index link_high on dossier.link (region_id, high_case);
select platform.append_only('dossier.link'::regclass);
