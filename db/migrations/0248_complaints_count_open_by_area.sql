-- How many open problems each kelurahan has, for the sketch of the public list: counted from this index alone. The predicates are those of the
-- published view and of its open rows: without them the planner may not use the index alone.
-- squawk-ignore require-concurrent-index-creation
create index problem_open_area on complaints.problem (region_id, area_code)
  where status = 'open' and published and level <> 'secret' and merged_into is null;
