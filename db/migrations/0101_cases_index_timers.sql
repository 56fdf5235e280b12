-- Partial: of a million cases only the few whose time can run out are in them. This file is applied outside a transaction.
-- squawk-ignore ban-concurrent-index-creation-in-transaction
create index concurrently if not exists task_silence on cases.task (region_id, due_at, id) where silent and closed_at is null;
-- squawk-ignore ban-concurrent-index-creation-in-transaction
create index concurrently if not exists case_expiry on cases."case" (region_id, expires_at, id) where expires_at is not null and closed_at is null;
