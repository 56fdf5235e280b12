-- The map and the search of neighbours read squares with thousands of problems each. Everything they decide by stands in the index, so that
-- only the few rows that are shown are fetched. The predicates are those of the published view: without them the planner may not use the index alone.
-- squawk-ignore require-concurrent-index-creation
create index problem_map on complaints.problem (region_id, cell, updated_at desc, id desc) include (lat, long, category, status, opened_at)
  where published and level <> 'secret' and merged_into is null;
-- squawk-ignore require-concurrent-index-creation
create index problem_alike on complaints.problem (region_id, cell) include (lat, long, category, status, updated_at, id)
  where status in ('open', 'waiting') and published and level <> 'secret' and merged_into is null;
-- squawk-ignore require-concurrent-index-deletion
drop index complaints.problem_public_cell;

-- As before, with the place: a kind or a state within a box.
-- squawk-ignore require-concurrent-index-deletion
drop index complaints.problem_public_category, complaints.problem_public_group, complaints.problem_public_status;
-- squawk-ignore require-concurrent-index-creation
create index problem_public_category on complaints.problem (region_id, category, updated_at desc, id desc) include (lat, long)
  where published and level <> 'secret' and merged_into is null;
-- squawk-ignore require-concurrent-index-creation
create index problem_public_group on complaints.problem (region_id, category_group, updated_at desc, id desc) include (lat, long)
  where published and level <> 'secret' and merged_into is null;
-- squawk-ignore require-concurrent-index-creation
create index problem_public_status on complaints.problem (region_id, status, updated_at desc, id desc) include (lat, long)
  where published and level <> 'secret' and merged_into is null;
