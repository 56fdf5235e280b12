-- The authoring desk: one draft per service, every saved text kept, every step recorded.
create schema if not exists authoring;
grant usage on schema authoring to loket24_app;

create table authoring.draft (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  service text not null,
  row_version integer not null, -- who saves says which one was changed
  state text not null check (state in ('editing', 'waiting', 'closed')),
  text text not null, -- the service file, comments and all
  examples text not null default '', -- its test cases
  base_version_id uuid, -- the version it began from; none for a new service
  started_by uuid not null,
  started_at timestamptz not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  editors uuid[] not null, -- everybody who changed a word: none of them may approve it
  note text not null default '', -- to the approver
  returned text not null default '', -- why it came back
  primary key (region_id, id)
);
create unique index draft_open on authoring.draft (region_id, service) where state <> 'closed';
select platform.protect('authoring.draft'::regclass);

create table authoring.draft_text (
  region_id text not null default current_setting('loket.region'),
  draft_id uuid not null,
  row_version integer not null,
  text text not null,
  examples text not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (region_id, draft_id, row_version)
);
select platform.append_only('authoring.draft_text'::regclass);

create table authoring.draft_event (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  draft_id uuid not null,
  service text not null,
  at timestamptz not null,
  kind text not null,
  officer_id uuid not null,
  row_version integer not null,
  note text not null default '',
  primary key (region_id, id)
);
create index draft_event_of on authoring.draft_event (region_id, service, at);
select platform.append_only('authoring.draft_event'::regclass);

-- The text a version was published from, so that the next draft begins with its comments.
create table authoring.published_text (
  region_id text not null default current_setting('loket.region'),
  version_id uuid not null,
  text text not null,
  examples text not null,
  primary key (region_id, version_id)
);
select platform.append_only('authoring.published_text'::regclass);
