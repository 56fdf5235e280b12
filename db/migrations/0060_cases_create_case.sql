-- The core: cases, their append-only events, and the projections folded from them.
create schema if not exists cases;
grant usage on schema cases to loket24_app;

create table cases.event (
  region_id text not null default current_setting('loket.region'),
  case_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  kind text not null,
  actor_kind text not null check (actor_kind in ('applicant', 'officer', 'system')),
  actor_id uuid,
  actor_role text,
  actor_unit_id uuid,
  channel text not null,
  request_id text not null,
  data json not null, -- json, not jsonb: the bytes that were hashed stay as they were written
  prev_hash text not null,
  hash text not null,
  primary key (region_id, case_id, seq)
);
create unique index event_request_key on cases.event (region_id, case_id, request_id, seq) where seq > 1;

create table cases."case" (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  number text not null,
  service text not null,
  version_id uuid not null,
  unit_id uuid not null,
  state text not null,
  status text not null check (status in ('received', 'in-progress', 'needs-you', 'done', 'refused', 'cancelled')),
  waits_for text not null check (waits_for in ('applicant', 'officer', 'tasks', 'system', 'nobody')),
  version integer not null,
  last_hash text not null,
  submitted_at timestamptz not null,
  due_at timestamptz,
  lapse_at timestamptz,
  closed_at timestamptz,
  applicant_short text not null,
  locale text not null check (locale in ('id', 'en')),
  email text,
  phone_tail text, -- last four digits: with the number they open the tracking page
  tracking_hash text not null,
  submission_key text not null,
  projection json not null,
  primary key (region_id, id),
  constraint case_number_key unique (region_id, number),
  constraint case_tracking_key unique (region_id, tracking_hash),
  constraint case_submission_key unique (region_id, submission_key)
);
create index case_waiting on cases."case" (region_id, unit_id, waits_for, due_at) where closed_at is null;
create index case_lapse on cases."case" (region_id, lapse_at) where lapse_at is not null and closed_at is null;

create table cases.task (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  case_id uuid not null,
  key text not null,
  kind text not null check (kind in ('step', 'check', 'opinion', 'inspection')),
  role text not null,
  unit_id uuid not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  assignee uuid,
  closed_at timestamptz,
  primary key (region_id, id)
);
create index task_inbox on cases.task (region_id, unit_id, role, due_at, id) where closed_at is null;
create index task_case on cases.task (region_id, case_id);

-- Every reading of personal data by an officer; its owner sees it on the tracking page.
create table cases.access_event (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  case_id uuid not null,
  at timestamptz not null,
  officer_id uuid not null,
  office text not null,
  role text not null,
  reason text not null,
  subject text not null, -- what was read: 'case', 'document:<id>', 'field:<id>', 'letter'
  primary key (region_id, case_id, at, id)
);

select platform.append_only('cases.event'::regclass);
select platform.append_only('cases.access_event'::regclass);
select platform.protect('cases."case"'::regclass);
select platform.protect('cases.task'::regclass);
