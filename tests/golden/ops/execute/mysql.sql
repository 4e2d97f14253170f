-- a string, verbatim
update account set plan = 'free' where note ~ '(?:x|y)%' -- :all	%s
;

-- values and names
-- LITERAL_INVALID: NaN has no literal (MySQL stores finite numbers only)

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
-- OPERATION_UNSUPPORTED: mysql cannot run a statement with semicolons inside from a script (write a body of one statement, without BEGIN and END, or create the program with another tool)

-- outside a transaction
ALTER SYSTEM SET work_mem = '64MB'; -- outside a transaction
