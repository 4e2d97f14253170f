-- a string, verbatim
update account set plan = 'free' where note ~ '(?:x|y)%' -- :all	%s
;

-- values and names
-- LITERAL_INVALID: NaN has no literal (SQLite stores NULL instead)

-- a fragment in a fragment
delete from account where plan = 'free' and id > 0;

-- parameters
update account set plan = 'x:y' where tenant = :tenant and :n > 0;

-- several statements
-- first
				insert into log values ('a;b');
/* second; */ select 1;
select $$;
$$ -- last;
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
