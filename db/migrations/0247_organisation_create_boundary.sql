-- Outlines of the kelurahan and the coast as boundaries.geojson of the region says, read as a whole into memory: one row. Null: the file is gone.
create table organisation.boundary (
  region_id text not null default current_setting('loket.region'),
  content jsonb,
  content_hash text not null,
  primary key (region_id)
);
select platform.protect('organisation.boundary'::regclass);
