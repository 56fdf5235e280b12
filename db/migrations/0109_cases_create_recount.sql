-- Counting the dates of open cases again after a change of the calendar: first as a trial, then for good. Kept as the log.
create table cases.recount (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  mode text not null check (mode in ('trial', 'apply')),
  trial_id uuid, -- of the trial somebody looked at before applying
  reason text not null,
  decree text not null,
  change jsonb, -- the holiday that is tried; null: the calendars as they are now
  officer_id uuid,
  started_at timestamptz not null,
  finished_at timestamptz,
  total integer not null,
  seen integer not null default 0,
  changed integer not null default 0,
  earlier integer not null default 0,
  later integer not null default 0,
  after_id uuid, -- the last case looked at: a run that was interrupted goes on from here
  primary key (region_id, id),
  constraint recount_trial_key unique (region_id, trial_id)
);
create index recount_started_idx on cases.recount (region_id, started_at);
select platform.protect('cases.recount'::regclass);
