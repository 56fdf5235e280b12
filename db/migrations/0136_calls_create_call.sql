-- Calls and what is filled in during them. A caller's number is kept as a keyed hash and its last digits, never whole.
create schema if not exists calls;
grant usage on schema calls to loket24_app;

create table calls.incoming (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  exchange_id text not null, -- the telephone exchange's own id of the call
  caller_hash text not null,
  caller_tail text not null,
  cases uuid[] not null default '{}', -- open ones of this number: a screen says how many, never which
  state text not null check (state in ('masuk', 'dijawab', 'selesai')),
  at timestamptz not null,
  primary key (region_id, id),
  constraint incoming_exchange_key unique (region_id, exchange_id)
);
create index incoming_recent on calls.incoming (region_id, at);
select platform.protect('calls.incoming'::regclass);

create table calls.call (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  officer_id uuid not null,
  caller_hash text, -- none when the number was withheld
  caller_tail text,
  cases uuid[] not null default '{}', -- open ones of this number; shown only once the caller said who they are
  verified uuid[] not null default '{}',
  verified_at timestamptz,
  started_at timestamptz not null,
  ended_at timestamptz,
  summary text check (char_length(summary) <= 160),
  primary key (region_id, id)
);
create index call_age on calls.call (region_id, started_at);
select platform.protect('calls.call'::regclass);

-- Wrong answers about who somebody is: they lock the number for everybody.
create table calls.miss (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  call_id uuid not null,
  caller_hash text not null,
  officer_id uuid not null,
  at timestamptz not null,
  primary key (region_id, caller_hash, at, id)
);
select platform.append_only('calls.miss'::regclass);

create table calls.script (
  region_id text not null default current_setting('loket.region'),
  id uuid not null, -- becomes the submission key: one script, one case
  ticket text not null,
  call_id uuid,
  officer_id uuid not null,
  service text not null,
  version_id uuid not null,
  answers jsonb not null default '{}', -- raw, as typed; emptied when sent or handed over
  asked text[] not null default '{}', -- questions that were put to the caller
  created_at timestamptz not null,
  updated_at timestamptz not null,
  sent_at timestamptz,
  primary key (region_id, id),
  constraint script_ticket_key unique (region_id, ticket)
);
create index script_age on calls.script (region_id, updated_at);
select platform.protect('calls.script'::regclass);
