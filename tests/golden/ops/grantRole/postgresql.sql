-- plain
GRANT readers TO alice;

-- several
GRANT readers, "Writers" TO alice, "Bob", CURRENT_USER;

-- with the admin option
GRANT readers TO alice WITH ADMIN OPTION GRANTED BY CURRENT_USER;

-- the admin option alone
GRANT readers TO alice WITH ADMIN OPTION;

-- with everything
GRANT readers TO alice WITH ADMIN OPTION, INHERIT FALSE, SET FALSE GRANTED BY "Owner";

-- with what is the default
GRANT readers TO alice WITH INHERIT TRUE, SET TRUE;
