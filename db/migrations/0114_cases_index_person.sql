-- The earlier cases of one person, latest first.
create index concurrently if not exists case_person on cases."case" (region_id, person_hash, submitted_at desc) where person_hash is not null;
