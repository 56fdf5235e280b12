-- The treasurer keeps the books of bills; authors of definitions have a permission of their own. Validated by the next
-- migration, in a transaction of its own.
alter table identity.officer drop constraint officer_permissions_check;
alter table identity.officer add constraint officer_permissions_check
  check (permissions <@ array['inbox', 'admin', 'author', 'publish', 'treasury']) not valid;
