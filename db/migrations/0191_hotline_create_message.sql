-- Messages to the mayor. Each is a case; what is here follows from its events, but for the roster of duty.
create schema if not exists hotline;
grant usage on schema hotline to loket24_app;

create table hotline.message (
  region_id text not null default current_setting('loket.region'),
  case_id uuid not null,
  number text not null,
  kind text not null check (kind in ('complaint', 'proposal', 'thanks')),
  level text not null check (level in ('open', 'anonymous')),
  area_code text,
  body text not null, -- the sender's own name, and every number and address in it, taken out
  photos integer not null default 0,
  named boolean not null, -- the sender left a name
  reachable boolean not null, -- the sender left a telephone number
  suggested_unit uuid, -- whose head would answer, as the words of the message say
  unit_id uuid, -- whose head was asked last
  state text not null, -- of the case
  status text not null,
  waits_for_mayor boolean not null,
  overdue boolean not null default false, -- the head was silent, or the sender said that the answer was not enough
  channel text not null,
  received_at timestamptz not null,
  moved_at timestamptz not null, -- of the last step of the case: a form that saw an earlier one is refused
  closed_at timestamptz,
  primary key (region_id, case_id),
  constraint message_number_key unique (region_id, number)
);
create index message_waiting on hotline.message (region_id, overdue desc, moved_at, case_id) where waits_for_mayor;
create index message_age on hotline.message (region_id, received_at desc);
select platform.protect('hotline.message'::regclass);

-- A head of office was asked: for an answer to the sender, or to explain it to the mayor.
create table hotline.request (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  case_id uuid not null,
  unit_id uuid not null,
  what text not null check (what in ('answer', 'explanation')),
  officer_id uuid, -- who asked
  asked_at timestamptz not null,
  due_at timestamptz not null, -- never more than 48 hours later
  returned_at timestamptz, -- went back to the mayor unanswered
  ended_at timestamptz,
  ended_how text check (ended_how in ('answered', 'withdrawn', 'declined', 'replaced', 'closed')),
  primary key (region_id, id),
  constraint request_ended check ((ended_at is null) = (ended_how is null)),
  constraint request_due check (due_at > asked_at and due_at <= asked_at + interval '48 hours')
);
create index request_due on hotline.request (region_id, due_at) where ended_at is null and returned_at is null;
create index request_case on hotline.request (region_id, case_id, asked_at);
create index request_unit on hotline.request (region_id, unit_id, asked_at);
create index request_age on hotline.request (region_id, asked_at);
select platform.protect('hotline.request'::regclass);

-- Who is on duty for the mayor, from 18.00 of the day until the morning.
create table hotline.duty (
  region_id text not null default current_setting('loket.region'),
  day date not null,
  officer_id uuid not null,
  phone text not null,
  primary key (region_id, day, officer_id)
);
select platform.protect('hotline.duty'::regclass);
