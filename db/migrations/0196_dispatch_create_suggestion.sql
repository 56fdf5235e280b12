-- What a report is probably about, worked out once when an officer first sees it in the list.
create schema if not exists dispatch;
grant usage on schema dispatch to loket24_app;

create table dispatch.suggestion (
  region_id text not null default current_setting('loket.region'),
  case_id uuid not null,
  categories text[] not null, -- the likeliest first, three at most
  at timestamptz not null,
  primary key (region_id, case_id)
);
select platform.protect('dispatch.suggestion'::regclass);
