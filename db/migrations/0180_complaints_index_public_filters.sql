-- The public list by state, also by a state that hardly occurs, and the figures of one month.
-- squawk-ignore require-concurrent-index-creation
create index problem_public_status on complaints.problem (region_id, status, updated_at desc, id desc) where published;
-- squawk-ignore require-concurrent-index-creation
create index problem_public_opened on complaints.problem (region_id, opened_at) where published;
