-- Who fills in for somebody else, and what the applicant agreed to; emptied when the draft is sent, as the answers are.
alter table applications.draft add column companion jsonb;
