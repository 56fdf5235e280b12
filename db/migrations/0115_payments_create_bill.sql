-- Bills of the city, the payments the bank or the treasurer reported, and the ledger of receivables: never citizens' money.
create schema if not exists payments;
grant usage on schema payments to loket24_app;

-- One row per kind of number and year; taking one locks the row until the transaction ends, so there are no gaps.
create table payments.counter (
  region_id text not null default current_setting('loket.region'),
  kind text not null check (kind in ('bill', 'receipt')),
  year integer not null,
  last integer not null check (last > 0),
  primary key (region_id, kind, year)
);
select platform.protect('payments.counter'::regclass);

create table payments.bill (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  number text not null,
  case_id uuid not null,
  case_number text not null,
  service text not null,
  unit_id uuid not null,
  amount bigint not null check (amount >= 0), -- whole rupiah
  legal text not null,
  derivation json not null, -- how the amount came about, {id, en}
  account_code text, -- kode rekening pendapatan
  made_at timestamptz not null,
  expires_at timestamptz,
  state text not null check (state in ('open', 'paid', 'expired', 'cancelled')),
  virtual_account text not null,
  qr_content text, -- from the bank; null until it was asked, and for bills of nothing
  qr_reference text,
  va_ready boolean not null default false,
  paid_at timestamptz,
  primary key (region_id, id),
  constraint bill_number_key unique (region_id, number),
  constraint bill_account_key unique (region_id, virtual_account)
);
create index bill_case on payments.bill (region_id, case_id);
create index bill_state on payments.bill (region_id, state, made_at);
select platform.protect('payments.bill'::regclass);

create table payments.payment (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  bill_id uuid, -- null: money nobody can place yet
  channel text not null check (channel in ('qris', 'va', 'cash')),
  reference text not null, -- of the bank (RRN), or the request of the treasurer
  amount bigint not null check (amount > 0),
  fee bigint not null default 0 check (fee >= 0), -- what the bank kept; 0 for government merchants by rule
  paid_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid, -- officer, for cash
  state text not null check (state in ('accepted', 'exception', 'refunded')),
  reason text check (reason in ('late', 'duplicate', 'amount-differs', 'unknown-bill')),
  receipt_number text,
  refund_reference text,
  refunded_at timestamptz,
  primary key (region_id, id),
  constraint payment_reference_key unique (region_id, channel, reference),
  constraint payment_receipt_key unique (region_id, receipt_number)
);
create index payment_bill on payments.payment (region_id, bill_id);
create index payment_day on payments.payment (region_id, paid_at);
create index payment_exception on payments.payment (region_id, recorded_at) where state = 'exception';
select platform.protect('payments.payment'::regclass);

-- Double entry: the lines of one posting add up to nothing. Written once, never changed.
create table payments.entry (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  posting_id uuid not null,
  at timestamptz not null,
  bill_id uuid,
  payment_id uuid,
  account text not null check (account in ('receivable', 'revenue', 'bank', 'treasurer', 'unplaced')),
  amount bigint not null check (amount <> 0), -- debit positive, credit negative
  primary key (region_id, id)
);
create index entry_posting on payments.entry (region_id, posting_id);
select platform.append_only('payments.entry'::regclass);

-- What the bank sent, once per external id and day: repeated, it gets the same answer and changes nothing.
create table payments.bank_message (
  region_id text not null default current_setting('loket.region'),
  day date not null,
  external_id text not null,
  path text not null,
  body_sha256 text not null,
  status integer not null,
  answer json not null,
  at timestamptz not null,
  primary key (region_id, day, external_id)
);
select platform.append_only('payments.bank_message'::regclass);
