-- plain
CREATE SCHEMA billing;

-- if not exists
CREATE SCHEMA IF NOT EXISTS billing;

-- of another role, names that need quotes
CREATE SCHEMA "Größe" AUTHORIZATION "order";

-- of the role that runs the script
CREATE SCHEMA billing AUTHORIZATION current_user;

-- of a role that is a parameter
CREATE SCHEMA billing AUTHORIZATION :owner;
