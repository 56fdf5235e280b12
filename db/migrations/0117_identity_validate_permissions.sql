alter table identity.officer validate constraint officer_permissions_check;
