-- Addresses of people who follow a problem lie sealed. Rows from before keep theirs until the hourly job has sealed them; nothing here
-- touches a row, so it takes no longer on a full table.
alter table complaints.news add column email_sealed bytea;
-- squawk-ignore ban-drop-not-null
alter table complaints.news alter column email drop not null;
