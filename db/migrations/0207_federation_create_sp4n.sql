-- Reports that came from SP4N-LAPOR!: their tracking id beside our case, and what was told back last.
create table federation.sp4n (
  region_id text not null default current_setting('loket.region'),
  tracking_id text not null check (tracking_id ~ '^[A-Za-z0-9._/-]{1,60}$'),
  case_id uuid, -- empty only inside the transaction that makes the case
  number text,
  class text not null check (class in ('complaint', 'suggestion', 'question')),
  reported_at timestamptz, -- as SP4N has it
  imported_at timestamptz not null,
  told_hash text, -- of the last line told back
  told_at timestamptz,
  primary key (region_id, tracking_id)
);
create unique index sp4n_case on federation.sp4n (region_id, case_id);
create index sp4n_reported on federation.sp4n (region_id, reported_at desc nulls last);
select platform.protect('federation.sp4n'::regclass);
