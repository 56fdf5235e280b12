-- How the registers of other offices are doing, by the hour. Nothing here says about whom they were asked.
create schema if not exists registers;
grant usage on schema registers to loket24_app;

create table registers.tally (
  region_id text not null default current_setting('loket.region'),
  register text not null,
  hour timestamptz not null,
  answered integer not null default 0,
  unknown integer not null default 0, -- it answered that it knows nobody like that
  unavailable integer not null default 0,
  milliseconds bigint not null default 0, -- of all together
  last_answered_at timestamptz,
  last_failed_at timestamptz,
  primary key (region_id, register, hour)
);
select platform.protect('registers.tally'::regclass);
