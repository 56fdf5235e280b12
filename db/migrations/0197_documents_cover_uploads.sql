-- Faces and number plates are covered in a copy. From then on the copy is what everybody gets; the original stays, and is read with a reason only.
alter table documents.upload add column covered_by uuid;

create table dispatch.redaction (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  case_id uuid not null,
  photo_id uuid not null, -- of complaints.photo
  original_upload uuid not null,
  covered_upload uuid not null,
  areas jsonb not null, -- rectangles in per cent of the picture: x, y, width, height
  officer_id uuid,
  at timestamptz not null,
  primary key (region_id, photo_id, at, id)
);
select platform.append_only('dispatch.redaction'::regclass);
