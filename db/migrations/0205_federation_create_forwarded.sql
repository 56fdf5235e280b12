-- Reports that live at other servers as well: with which partner, under which number there, and what was heard from it.
create schema if not exists federation;
grant usage on schema federation to loket24_app;

-- As the region's file says; replaced when it is loaded.
create table federation.partner (
  region_id text not null default current_setting('loket.region'),
  unit_code text not null,
  entry jsonb not null,
  primary key (region_id, unit_code)
);
select platform.protect('federation.partner'::regclass);

-- What was learnt from the partner's server; outlives a load.
create table federation.learnt (
  region_id text not null default current_setting('loket.region'),
  unit_code text not null,
  services jsonb not null default '[]',
  format text not null check (format in ('xml', 'json')),
  gives_updates boolean not null default false,
  updates_until timestamptz, -- updates before this were read
  checked_at timestamptz not null,
  trouble_code text,
  primary key (region_id, unit_code)
);
select platform.protect('federation.learnt'::regclass);

create table federation.forwarded (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  case_id uuid not null,
  number text not null,
  partner text not null,
  state text not null check (state in ('waiting', 'sending', 'unsure', 'token', 'open', 'closed', 'unnumbered', 'refused', 'held', 'ended')),
  reference text not null,
  content jsonb, -- emptied once the other side has it
  service text,
  token text,
  their_id text,
  their_status text,
  their_notes text,
  their_expected_at timestamptz,
  attempts integer not null default 0,
  next_try_at timestamptz,
  first_tried_at timestamptz,
  maybe_there boolean not null default false, -- one try ended without word whether it arrived
  contact_at timestamptz,
  trouble_code text,
  trouble_text text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (region_id, id),
  constraint forwarded_once unique (region_id, case_id, partner)
);
create index forwarded_due on federation.forwarded (region_id, partner, state, next_try_at);
create index forwarded_theirs on federation.forwarded (region_id, partner, their_id) where their_id is not null;
create index forwarded_recent on federation.forwarded (region_id, updated_at desc, id);
select platform.protect('federation.forwarded'::regclass);

-- Everything a partner said about a request, once.
create table federation.heard (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  forwarded_id uuid not null,
  key text not null, -- the update's own id there, or what it said
  status text,
  text text,
  their_at timestamptz,
  at timestamptz not null,
  primary key (region_id, id),
  constraint heard_once unique (region_id, forwarded_id, key)
);
select platform.append_only('federation.heard'::regclass);
