-- Official letters: numbered without gaps in the transaction that signs, printed and signed by a job, public to verify.
create schema if not exists letters;
grant usage on schema letters to loket24_app;

-- One row per unit, book and year; taking a number locks the row until the signing transaction ends, so there are no gaps.
create table letters.counter (
  region_id text not null default current_setting('loket.region'),
  unit_id uuid not null,
  book text not null,
  year integer not null,
  last integer not null check (last > 0),
  primary key (region_id, unit_id, book, year)
);
select platform.protect('letters.counter'::regclass);

create table letters.letter (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  verify_id text not null, -- random, in the QR; names nobody
  case_id uuid not null,
  case_number text not null,
  service text not null,
  version_id uuid not null,
  unit_id uuid not null,
  book text not null,
  year integer not null,
  seq integer not null,
  number text not null,
  signer_id uuid not null,
  confirmer_id uuid,
  signed_at timestamptz not null,
  valid_until date,
  facts jsonb not null, -- what was signed: answers and officials as they were
  signer_kind text not null check (signer_kind in ('test', 'certified')),
  sha256 text, -- of the signed file; null until printed
  printed_at timestamptz,
  primary key (region_id, id),
  constraint letter_verify_key unique (region_id, verify_id),
  constraint letter_case_key unique (region_id, case_id),
  constraint letter_number_key unique (region_id, unit_id, book, year, seq)
);
create index letter_sha256 on letters.letter (region_id, sha256);
select platform.protect('letters.letter'::regclass);
