-- plain
ALTER TABLE booking ADD CONSTRAINT ex_booking EXCLUDE USING gist (period WITH &&);

-- named by the server, in a schema
ALTER TABLE app."Booking" ADD EXCLUDE USING btree ("user" WITH =);

-- with every option
ALTER TABLE booking ADD CONSTRAINT "Ex ""room""" EXCLUDE USING spgist (room gist_int4_ops WITH =, "Period" public."Range_Ops" WITH &&, (lower(owner) || '-') WITH =) WHERE (NOT cancelled -- for now
) DEFERRABLE INITIALLY DEFERRED;

-- not deferrable
ALTER TABLE booking ADD CONSTRAINT ex EXCLUDE USING gist (period WITH &&) NOT DEFERRABLE;
