-- Assisted channels: what an officer is typing in for somebody, where he sits, and the equipment of his counter.
create schema if not exists assisted;
grant usage on schema assisted to loket24_app;

create table assisted.entry (
  region_id text not null default current_setting('loket.region'),
  id uuid not null, -- made with the form; becomes the submission key: one form, one case
  officer_id uuid not null,
  service text not null,
  version_id uuid not null,
  mode text not null check (mode in ('counter', 'paper')),
  answers jsonb not null default '{}', -- raw, as typed; emptied when sent
  documents jsonb not null default '[]',
  seen text[] not null default '{}', -- documents whose original the officer held in hand
  note jsonb not null default '{}', -- identity, time of receipt, how it was confirmed
  confirmed jsonb, -- what the citizen said on the second screen, about which answers
  case_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  sent_at timestamptz,
  primary key (region_id, id)
);
create index entry_age on assisted.entry (region_id, updated_at);
select platform.protect('assisted.entry'::regclass);

create table assisted.counter (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  printer_host text, -- an address inside the office, never a name
  printer_port integer check (printer_port between 1 and 65535),
  paper_mm integer not null default 80 check (paper_mm in (58, 80)),
  confirms boolean not null default false, -- the citizen confirms before sending
  primary key (region_id, id),
  constraint counter_name_key unique (region_id, unit_id, name)
);
select platform.protect('assisted.counter'::regclass);

-- One row per officer: the counter he sits at and what his second screen shows.
create table assisted.seat (
  region_id text not null default current_setting('loket.region'),
  officer_id uuid not null,
  counter_id uuid,
  entry_id uuid,
  shown_at timestamptz,
  primary key (region_id, officer_id)
);
select platform.protect('assisted.seat'::regclass);
