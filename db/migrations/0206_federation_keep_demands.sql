-- The attributes a partner's service demands, kept when they stopped a sending: an officer fills them in without waiting for that server.
alter table federation.forwarded add column demanded jsonb not null default '[]';
