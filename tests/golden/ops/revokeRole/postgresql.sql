-- plain
REVOKE readers FROM alice;

-- several
REVOKE readers, "Writers" FROM alice, CURRENT_USER;

-- told what it was
REVOKE readers FROM alice;

-- with everything
REVOKE ADMIN OPTION FOR readers FROM alice GRANTED BY "Owner" CASCADE;

-- the admin option
REVOKE ADMIN OPTION FOR readers FROM alice;
