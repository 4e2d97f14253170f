import { type MeasuredStatement, since, withSetup } from './measured-statement.ts';

/** Several statements in one transaction. */
export const SEVERAL: readonly MeasuredStatement[] = since(15, [
	...withSetup(undefined, [
		{ sql: ['create table z (id int primary key)', 'alter table z add x int default 5', 'create index on z (x)'] },
		{ sql: ['create table z (id int)', 'insert into z select id from t', 'alter table z add primary key (id)'] },
		{
			sql: [
				'create table z (like t including all)',
				'insert into z select * from t',
				'alter table t rename to told',
				'alter table z rename to t',
			],
		},
		{ sql: ['alter table t rename to told', 'create table t (id int)', 'insert into t select 1', 'drop table t'] },
		{ sql: ['alter table t rename a to aa', 'alter table t alter aa type bigint'] },
		{ sql: ['alter table t add x int', 'update t set x = 5', 'alter table t alter x set not null'] },
		{
			sql: [
				'alter table t add x int default 5',
				'alter table t alter x set not null',
				'alter table t alter x drop default',
			],
		},
		{
			sql: [
				'alter table t add constraint c check (b is not null) not valid',
				'alter table t validate constraint c',
				'alter table t alter b set not null',
				'alter table t drop constraint c',
			],
		},
		{ sql: ['alter table t add constraint c check (b is not null)', 'alter table t alter b set not null'] },
		{ sql: ['create unique index ix on t (b)', 'alter table t add constraint ix unique using index ix'] },
		{ sql: ['drop index t_b_idx', 'create index t_b_idx on t (b)'] },
		{ sql: ['drop table ch', 'drop table nv', 'drop table o'] },
		{ sql: ['drop table ch', 'alter table o alter id type bigint'] },
		{ sql: ['alter table ch drop constraint ch_o_fk', 'alter table o alter id type bigint'] },
		{
			sql: [
				'alter table ch drop constraint ch_o_fk',
				'alter table ch alter o_id type bigint',
				'alter table ch add constraint ch_o_fk foreign key (o_id) references o',
			],
		},
		{
			sql: [
				'drop view v',
				'drop materialized view mv',
				'alter table vb alter z type bigint',
				'create view v as select * from vb',
			],
		},
		{ sql: ['savepoint a', 'create table z (id int)', 'rollback to a', 'create table z as select * from o'] },
		{
			sql: [
				'truncate t',
				'insert into t (id, a) select g, g from generate_series(1,100) g',
				'create index on t (b, c)',
			],
		},
		{ sql: ['create temp table t (id int)', 'alter table t add x int', 'select * from t'] },
		{ sql: ['create temp table zt (id int)', 'insert into zt select id from o', 'drop table zt'] },
		{ sql: ['set local search_path = lab2', 'create table t (id int)', 'alter table t add x int'] },
		{ sql: ['set search_path = lab2', 'select * from lab.t', 'alter table lab.t add x int'] },
		{
			sql: [
				'create schema z',
				'create table z.t (id int)',
				'set search_path = z',
				'insert into t values (1)',
				'alter table t add y int',
			],
		},
		{ sql: ["create type mm as enum ('a')", "alter table t add x mm default 'a'"] },
		{ sql: ['create domain dd as int check (value > 0)', 'alter table t add x dd default 5'] },
		{ sql: ['create domain dd as int', 'alter table t alter a type dd'] },
		{
			sql: [
				"create function ff() returns int language sql immutable as 'select 5'",
				'alter table t add x int default ff()',
			],
		},
		{ sql: ["create function ff() returns int language sql as 'select 5'", 'alter table t add x int default ff()'] },
		{
			sql: [
				"create function ff() returns trigger language plpgsql as 'begin return null; end'",
				'create trigger tt before insert on t for each row execute procedure ff()',
			],
		},
		{
			sql: ['create sequence sq', "alter table t alter a set default nextval('sq')", 'alter sequence sq owned by t.a'],
		},
		{
			sql: [
				'create table part (id int not null, k int not null)',
				'insert into part select g, 500 from generate_series(1,100) g',
				'alter table q attach partition part for values from (500) to (600)',
			],
		},
		{
			sql: [
				'create table part (like q including all)',
				'alter table q attach partition part for values from (500) to (600)',
			],
		},
		{ sql: ['alter table q detach partition q1', 'drop table q1'] },
		{ sql: ['alter table q detach partition q1', 'alter table q attach partition q1 for values from (0) to (100)'] },
		{
			sql: [
				'alter table p detach partition pd',
				'alter table p attach partition newpart for values from (300) to (400)',
			],
		},
		{ sql: ['create view w as select * from t', 'drop view w'] },
		{ sql: ['create view w as select * from v', 'drop table vb cascade'] },
		{
			sql: [
				'create materialized view m3 as select * from o',
				'refresh materialized view m3',
				'create unique index on m3 (id)',
			],
		},
		{ sql: ['create publication pb for table t', 'alter publication pb add table o'] },
		{ sql: ['create table z (id int references o)', 'drop table z'] },
		{ sql: ['create table z (id int primary key)', 'alter table t add foreign key (a) references z not valid'] },
		{ sql: ["comment on table t is 'x'", 'grant select on t to public'] },
		{ sql: ['alter table par add x int', 'alter table kid add y int', 'alter table kid no inherit par'] },
		{ sql: ['alter table t add x int generated by default as identity', 'alter table t alter x drop identity'] },
		{ sql: ['drop table if exists t2', 'create table t2 as select * from t', 'alter table t2 alter a set not null'] },
		{ sql: ['alter type mood rename to m2', 'alter table t alter m type text'] },
		{ sql: ['drop table kid', 'alter table par alter pp type bigint'] },
		{ sql: ['drop table p1', 'alter table p add x int'] },
		{ sql: ['create index on o (x)', 'create index on ch (o_id)', 'analyze o'] },
		{ sql: ['delete from ch where id = 3', 'update t set b = 3 where id = 3', 'select * from o'] },
		{ sql: ["copy o from program 'true'", 'analyze o'] },
		{ sql: ['alter table t disable trigger all', 'alter table t enable trigger all'] },
		{ sql: ['alter index t_b_idx rename to tbi', 'drop index tbi'] },
		{ sql: ['alter table ch rename constraint ch_o_fk to f2', 'alter table ch drop constraint f2'] },
		{ sql: ['alter table t rename column a to a2', 'create index on t (a2)'] },
		{
			sql: [
				'create trigger trg2 before insert on o for each row execute procedure ftrg()',
				'alter trigger trg2 on o rename to trg3',
				'drop trigger trg3 on o',
			],
		},
		{ sql: ['create rule r5 as on delete to o do instead nothing', 'delete from o where id = 5'] },
		{ sql: ['create statistics st on a, b from t', 'drop statistics st', 'analyze t'] },
		{ sql: ['do $$ begin alter table t add x int; update t set x = 4; end $$', 'alter table t alter x set not null'] },
		{ sql: ['select * into z from o', 'alter table z add primary key (id)', 'drop table z'] },
		{ sql: ['alter table t alter c type varchar(100)', 'alter table t alter c type varchar(200)'] },
		{ sql: ['alter table t alter c type varchar(100)', 'alter table t alter c type text'] },
		{ sql: ['alter table t add x dcheck', 'alter domain dcheck add constraint c3 check (value < 50)'] },
		{ sql: ['alter table t alter n type numeric(20,2)', 'alter table t alter n type numeric(10,2)'] },
		{ sql: ['create table z (x dplain)', 'alter domain dplain set not null'] },
		{ sql: ['alter table t add constraint zz not null b not valid', 'alter table t validate constraint zz'], from: 18 },
		{
			sql: [
				'alter table o add constraint oq unique (id, x)',
				'alter table ch add foreign key (o_id, o2) references o (id, x)',
			],
		},
		{ sql: ['create temp view tv as select * from o', 'select count(*) from tv'] },
		{ sql: ['alter view v rename to v9', 'create view v as select 1 as one', 'select * from v'] },
		{ sql: ['with d as (delete from ch returning *) select count(*) from d', 'truncate ch'] },
	]),
]);
