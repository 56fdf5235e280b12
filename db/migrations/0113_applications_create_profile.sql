-- What the city already knows of a person whose identity a register or an officer confirmed, so that it is not asked again.
create table applications.profile (
  region_id text not null default current_setting('loket.region'),
  person_hash text not null, -- keyed hash of the NIK: the table cannot be searched by guessing numbers
  facts jsonb not null, -- by the names of `profile.<fact>`
  verified_by text not null check (verified_by in ('register', 'officer')),
  verified_at timestamptz not null,
  source_number text not null, -- the case they were written down in: whoever reads them is shown there
  updated_at timestamptz not null,
  primary key (region_id, person_hash)
);
create index profile_age on applications.profile (region_id, updated_at);
select platform.protect('applications.profile'::regclass);
