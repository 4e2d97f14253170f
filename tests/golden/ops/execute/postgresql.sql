-- a string, verbatim
update account set plan = 'free' where note ~ '(?:x|y)%' -- :all	%s
;

-- values and names
update app."user" set plan = 'it''s', n = n -(-1), at = '1970-01-01 00:00:00+00', b = '\x01',
	ok = true, x = NULL, f = 'NaN'::double precision, big = (-9007199254740993);

-- a fragment in a fragment
delete from account where plan = 'free' and id > 0;

-- parameters
update account set plan = 'x:y' where tenant = :tenant and :n > 0;

-- several statements
-- first
				insert into log values ('a;b');
/* second; */ select 1;
select $$;$$ -- last;
;

-- a function with a body in SQL
CREATE OR REPLACE FUNCTION f() RETURNS void
BEGIN ATOMIC
    INSERT INTO log VALUES (CASE WHEN true THEN 1 END);
    DELETE FROM log;
END;
SELECT f();

-- outside a transaction
ALTER SYSTEM SET work_mem = '64MB'; -- outside a transaction
