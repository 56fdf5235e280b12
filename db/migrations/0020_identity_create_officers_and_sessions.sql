-- Officers, how they prove who they are, and what they hold while signed in. Secrets are stored as hashes, or sealed
-- with a key that is not in the database; nothing here lets a reader of a backup sign in.
create schema identity;
grant usage on schema identity to loket24_app;

create table identity.officer (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  username text not null,
  name text not null,
  title text not null,
  nip text,
  permissions text[] not null default '{}' check (permissions <@ array['inbox', 'admin', 'publish']),
  active boolean not null default true,
  created_at timestamptz not null,
  primary key (region_id, id),
  constraint officer_username_key unique (region_id, username),
  constraint officer_username_check check (username ~ '^[a-z0-9][a-z0-9._-]{1,63}$')
);
select platform.protect('identity.officer'::regclass);

create table identity.membership (
  region_id text not null default current_setting('loket.region'),
  officer_id uuid not null,
  unit_id uuid not null,
  role text not null,
  primary key (region_id, officer_id, unit_id, role),
  constraint membership_officer_fkey foreign key (region_id, officer_id) references identity.officer (region_id, id),
  constraint membership_unit_fkey foreign key (region_id, unit_id) references organisation.unit (region_id, id)
);
create index membership_unit_idx on identity.membership (region_id, unit_id, role);
select platform.protect('identity.membership'::regclass);

create table identity.password (
  region_id text not null default current_setting('loket.region'),
  officer_id uuid not null,
  hash text not null,
  set_at timestamptz not null,
  primary key (region_id, officer_id),
  constraint password_officer_fkey foreign key (region_id, officer_id) references identity.officer (region_id, id)
);
select platform.protect('identity.password'::regclass);

-- last_step is the newest 30-second step already used: a code read over the shoulder does not work a second time.
create table identity.totp (
  region_id text not null default current_setting('loket.region'),
  officer_id uuid not null,
  sealed_secret bytea not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  primary key (region_id, officer_id),
  constraint totp_officer_fkey foreign key (region_id, officer_id) references identity.officer (region_id, id)
);
select platform.protect('identity.totp'::regclass);

create table identity.passkey (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  officer_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  host text not null,
  label text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (region_id, id),
  constraint passkey_credential_key unique (region_id, credential_id),
  constraint passkey_officer_fkey foreign key (region_id, officer_id) references identity.officer (region_id, id)
);
create index passkey_officer_idx on identity.passkey (region_id, officer_id);
select platform.protect('identity.passkey'::regclass);

create table identity.recovery_code (
  region_id text not null default current_setting('loket.region'),
  officer_id uuid not null,
  code_hash bytea not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (region_id, officer_id, code_hash),
  constraint recovery_code_officer_fkey foreign key (region_id, officer_id) references identity.officer (region_id, id)
);
select platform.protect('identity.recovery_code'::regclass);

create table identity.login_link (
  region_id text not null default current_setting('loket.region'),
  token_hash bytea not null,
  officer_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (region_id, token_hash),
  constraint login_link_officer_fkey foreign key (region_id, officer_id) references identity.officer (region_id, id)
);
create index login_link_expiry_idx on identity.login_link (region_id, expires_at);
select platform.protect('identity.login_link'::regclass);

-- Between the first proof and a session: the second step still to come, and the passkey challenge of this browser.
create table identity.login_attempt (
  region_id text not null default current_setting('loket.region'),
  token_hash bytea not null,
  officer_id uuid,
  stage text not null check (stage in ('second-factor', 'enrol', 'passkey')),
  method text not null check (method in ('password', 'link', 'passkey')),
  challenge text,
  tries integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (region_id, token_hash),
  constraint login_attempt_officer_fkey foreign key (region_id, officer_id) references identity.officer (region_id, id)
);
create index login_attempt_expiry_idx on identity.login_attempt (region_id, expires_at);
select platform.protect('identity.login_attempt'::regclass);

create table identity.session (
  region_id text not null default current_setting('loket.region'),
  token_hash bytea not null,
  id uuid not null,
  officer_id uuid not null,
  method text not null check (method in ('password', 'link', 'passkey')),
  device text not null,
  challenge text,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (region_id, token_hash),
  constraint session_id_key unique (region_id, id),
  constraint session_officer_fkey foreign key (region_id, officer_id) references identity.officer (region_id, id)
);
create index session_officer_idx on identity.session (region_id, officer_id, expires_at);
create index session_expiry_idx on identity.session (region_id, expires_at);
select platform.protect('identity.session'::regclass);

create table identity.api_key (
  region_id text not null default current_setting('loket.region'),
  key_hash bytea not null,
  id uuid not null,
  name text not null,
  scope text not null,
  officer_id uuid,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (region_id, key_hash),
  constraint api_key_id_key unique (region_id, id),
  constraint api_key_officer_fkey foreign key (region_id, officer_id) references identity.officer (region_id, id)
);
create index api_key_officer_idx on identity.api_key (region_id, officer_id);
select platform.protect('identity.api_key'::regclass);

-- bucket is a keyed hash of what is being counted, so the table names no person and no address.
create table identity.throttle (
  region_id text not null default current_setting('loket.region'),
  bucket bytea not null,
  failures integer not null,
  last_failure_at timestamptz not null,
  blocked_until timestamptz,
  primary key (region_id, bucket)
);
create index throttle_age_idx on identity.throttle (region_id, last_failure_at);
select platform.protect('identity.throttle'::regclass);

create table identity.auth_event (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  at timestamptz not null,
  kind text not null,
  outcome text not null check (outcome in ('ok', 'refused', 'throttled')),
  officer_id uuid,
  session_id uuid,
  primary key (region_id, id)
);
create index auth_event_officer_idx on identity.auth_event (region_id, officer_id, at);
select platform.append_only('identity.auth_event'::regclass);
