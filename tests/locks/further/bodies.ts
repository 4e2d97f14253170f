import { type MeasuredStatement, withSetup } from './measured-statement.ts';

const ROUTINES = `
create function writes(n int) returns int language plpgsql as 'begin update vb set z = 2 where id = n; insert into nv (id, q) values (9001, 1) on conflict do nothing; return n; end';
create function reads(n int) returns bigint language plpgsql as 'declare found bigint; begin found := (select count(*) from o); if exists (select from nv where id = n) then return found; end if; return 0; end';
create function loops() returns setof int language plpgsql as 'declare r record; begin for r in select id from o where id < 3 loop perform writes(r.id); return next r.id; end loop; return query select id from vk where id < 3; end';
create function runs(inout n int, "T" t.a%type, variadic rest int[] default array[]::int[]) language plpgsql as 'begin n := 2; execute ''lock table lone in share mode''; execute format(''select %s'', n) into n; end';
create function rows_of(row_of t) returns table (x int, y text) language plpgsql as 'begin row_of.a := 1; x := 1; y := row_of.c; return next; end';
create function sums() returns bigint language sql as 'select count(*) from vk; select count(*) from nv';
create function again(n int) returns int language plpgsql as 'begin if n > 0 then perform again(n - 1); update vk set r = 1 where id = 1; end if; return 1; end';
create function caught() returns int language plpgsql as 'begin begin insert into o values (9001, 9001); exception when unique_violation then null; end; return 1; end';
create function opened() returns int language plpgsql as 'declare c cursor for select id from vb; n int; begin open c; fetch c into n; close c; return n; end';
create procedure does(n int) language plpgsql as 'begin delete from vk where id = n; call deeper(n); end';
create procedure deeper(n int) language sql as 'delete from nv where id = n';
`;

const TRIGGERS = `
create function log_row() returns trigger language plpgsql as 'begin insert into lone (id, pp) values (new.id, 1); return new; end';
create function log_table() returns trigger language plpgsql as 'begin insert into lone (id, pp) select id, 1 from changed; return null; end';
create function stamp() returns trigger language plpgsql as 'begin new.z := 5; return new; end';
create trigger after_row after insert or update of z on vb for each row execute function log_row();
create trigger before_row before update on vb for each row execute function stamp();
create trigger changes after update on nv referencing new table as changed for each statement execute function log_table();
create trigger emptied after truncate on nv for each statement execute function log_empty();
create constraint trigger later after insert on vk deferrable initially deferred for each row execute function log_row();
create trigger never after insert on idn for each row execute function log_row();
alter table idn disable trigger never;
create trigger once after insert on o for each row when (new.id > 5) execute function log_row();
`;

const LOG_EMPTY = `create function log_empty() returns trigger language plpgsql as 'begin lock table lone in share mode; return null; end';`;

/** What blocks, routines and triggers run. */
export const BODIES: readonly MeasuredStatement[] = [
	...withSetup(ROUTINES, [
		'select writes(3)',
		'select * from writes(3)',
		'select id, writes(id) from ch where id = 3',
		'update ch set o2 = writes(id) where id = 3',
		'insert into ch (id) select writes(9001)',
		'create table n1 as select writes(3)',
		'create table n1 as select writes(3) with no data',
		'explain select writes(3)',
		'explain (analyze) select writes(3)',
		'select reads(3)',
		'select * from loops()',
		'select runs(1, 2)',
		'select rows_of(t) from t where id = 3',
		'select sums()',
		'select again(2)',
		'select caught()',
		'select opened()',
		'call does(3)',
		'call deeper(3)',
		'do $$ begin perform writes(3); end $$',
		{ sql: ['select writes(3)', 'alter table vb add column m int', 'select writes(4)'] },
		'create view n1 as select writes(3)',
		'alter table ch alter column o2 set default writes(3)',
	]),
	...withSetup(
		'create function atomic() returns bigint begin atomic; select count(*) from vk; end; create function short() returns bigint return (select count(*) from vk)',
		[
			{ sql: 'select atomic()', from: 14 },
			{ sql: 'select short()', from: 14 },
		],
	),
	...withSetup(`${LOG_EMPTY} ${TRIGGERS}`, [
		'insert into vb values (9001, 1)',
		'update vb set z = 2 where id = 3',
		'update vb set id = 9001 where id = 3',
		'delete from vb where id = 3',
		'insert into vb values (3, 1) on conflict (id) do update set z = 2',
		{ sql: 'merge into vb using o on vb.id = o.id and o.id = 3 when matched then update set z = 2', from: 15 },
		'with n as (update vb set z = 2 where id = 3 returning id) select * from n',
		'update nv set q = 2 where id = 3',
		'truncate nv',
		'insert into vk (id, q) values (9001, 1)',
		'insert into idn (w) values (1)',
		'insert into o values (9001, 9001)',
		'do $$ begin update vb set z = 2 where id = 3; end $$',
		{ sql: ['drop trigger after_row on vb', 'update vb set z = 2 where id = 3'] },
		{ sql: ['alter table vb disable trigger all', 'update vb set z = 2 where id = 3'] },
	]),
	...withSetup('create table more (id int); insert into more select generate_series(1, 100)', [
		'do $$ begin if exists (select from more) then update vb set z = 2 where id = 3; end if; end $$',
		'do $$ declare r record; begin for r in select id from more loop null; end loop; end $$',
		'do $$ declare n int; begin n := (select count(*) from more); raise notice $n$%$n$, n; end $$',
		'do $$ declare n int; begin select count(*) into n from more; end $$',
		'do $$ begin perform count(*) from more; end $$',
		'do $$ begin while (select count(*) from more) < 5 loop null; end loop; end $$',
		"do $$ begin execute 'select count(*) from more'; execute E'lock table more\\nin share mode' ; end $$",
		"do $$ declare n int; begin execute 'select count(*) from more' into n; end $$",
	]),
];
