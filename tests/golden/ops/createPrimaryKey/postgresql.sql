-- plain
ALTER TABLE member ADD CONSTRAINT pk_member PRIMARY KEY (conversation_id, user_id);

-- named by the server, in a schema
ALTER TABLE app.member ADD PRIMARY KEY ("user");

-- with every option
ALTER TABLE member ADD CONSTRAINT pk PRIMARY KEY (id) INCLUDE (name, "Group") DEFERRABLE INITIALLY DEFERRED;

-- not deferrable
ALTER TABLE member ADD CONSTRAINT pk PRIMARY KEY (id) NOT DEFERRABLE;

-- told which columns took NULL
ALTER TABLE account ADD CONSTRAINT pk PRIMARY KEY (id, plan);
