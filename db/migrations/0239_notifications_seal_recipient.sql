-- A letter that is news: its address is sealed while it waits and gone once it was sent, and the letter says how it is stopped.
alter table notifications.message add column recipient_sealed bytea;
alter table notifications.message add column unsubscribe_url text;
-- squawk-ignore ban-drop-not-null
alter table notifications.message alter column recipient drop not null;
alter table platform.stored_mail add column unsubscribe_url text;
