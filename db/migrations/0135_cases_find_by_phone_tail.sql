-- A caller's open cases are found by the last four digits; the whole number is compared with the answers afterwards.
create index concurrently if not exists case_phone_tail on cases."case" (region_id, phone_tail) where phone_tail is not null and closed_at is null;
