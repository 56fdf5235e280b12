-- What a partner is told about a request it has: not solved after all, withdrawn, new photos. Each with an id of its own that stays the
-- same on every try, so the other side knows a repetition.
create table federation.said (
  region_id text not null default current_setting('loket.region'),
  id uuid not null, -- their update_id
  forwarded_id uuid not null,
  key text not null, -- of the step it is about
  what text not null check (what in ('not-solved', 'withdrawn', 'photo')),
  text text not null, -- scrubbed
  media text,
  state text not null check (state in ('waiting', 'sent', 'by-hand', 'told')),
  attempts integer not null default 0,
  next_try_at timestamptz,
  trouble_code text,
  trouble_text text,
  created_at timestamptz not null,
  done_at timestamptz, -- they have it
  officer_id uuid, -- who told them by hand
  primary key (region_id, id),
  constraint said_once unique (region_id, forwarded_id, key)
);
create index said_due on federation.said (region_id, next_try_at) where state = 'waiting';
create index said_by_hand on federation.said (region_id, created_at) where state = 'by-hand';
select platform.protect('federation.said'::regclass);
