-- Files people gave us: checked and re-encoded before the first byte is kept. The id is the capability to use it.
create schema if not exists documents;
grant usage on schema documents to loket24_app;

create table documents.upload (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  sha256 text not null, -- of the cleaned bytes; the file's key in the store
  media_type text not null,
  size integer not null,
  file_name text not null, -- as the person named it, for the person
  created_at timestamptz not null,
  attached_at timestamptz, -- first used in an application; unattached ones are removed after some days
  primary key (region_id, id)
);
create index upload_unattached on documents.upload (region_id, created_at) where attached_at is null;
create index upload_sha256 on documents.upload (region_id, sha256);
select platform.protect('documents.upload'::regclass);
