-- The number a case has at somebody else: at a partner's server, in SP4N-LAPOR!. Shown beside ours to whoever sent it and to officers.
create table cases.number_elsewhere (
  region_id text not null default current_setting('loket.region'),
  case_id uuid not null,
  holder text not null, -- code of the unit, or sp4n
  holder_name text not null,
  number text not null,
  noted_at timestamptz not null,
  primary key (region_id, case_id, holder)
);
select platform.protect('cases.number_elsewhere'::regclass);
