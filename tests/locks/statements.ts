import { BODIES } from './further/bodies.ts';
import { COLUMNS } from './further/columns.ts';
import { CONSTRAINTS } from './further/constraints.ts';
import { INDEXES } from './further/indexes.ts';
import { filled, type MeasuredStatement } from './further/measured-statement.ts';
import { MIXED } from './further/mixed.ts';
import { OBJECTS } from './further/objects.ts';
import { PARTITIONS } from './further/partitions.ts';
import { QUERIES } from './further/queries.ts';
import { TYPES } from './further/types.ts';

/** What the statements of `measured.json` need, by their words there. */
export const SETUPS: Readonly<Record<string, string>> = {
	'DELETE parent row (FK check)': 'delete from ch where o_id = 450; delete from nv where o_id = 450',
	'xml -> text': 'alter table t add x xml',
	'inet -> cidr': 'alter table t alter ci type inet',
	'text -> citext (not indexed)': 'drop index t_c_idx',
	'column with CHECK: varchar widen': 'alter table t add constraint d_ck check (length(d) < 100)',
	'ALTER partitioned parent SET NOT NULL (new col)': 'alter table p add nn int; update p set nn = 1',
	'ADD PRIMARY KEY (columns NOT NULL)': 'alter table t drop constraint t_pkey',
	'ADD PRIMARY KEY USING INDEX (columns NOT NULL)': 'alter table t drop constraint t_pkey',
	'ADD PRIMARY KEY USING INDEX (column nullable)':
		'alter table t drop constraint t_pkey; create unique index t_b_uq on t(b)',
	'NOT OF': 'create table typed of comp',
	'composite type ADD ATTRIBUTE (used by typed table, CASCADE)': 'create table typed of comp',
	'ALTER INDEX ALTER COLUMN SET STATISTICS': 'create index t_e1 on t((a+1))',
	'REASSIGN OWNED': 'create table own1 (id int); alter table own1 owner to lab_owner',
	'ALTER DOMAIN VALIDATE CONSTRAINT (used)': 'alter domain dplain add constraint dd check (value > 0) not valid',
	'ALTER PUBLICATION SET TABLE': 'create publication pb for table t',
	'DROP SUBSCRIPTION (with slot)':
		"create subscription sb connection 'host=nowhere' publication pb with (connect = false)",
	'CALL procedure with COMMIT': "create procedure prc() language plpgsql as 'begin commit; end'",
	'SET NOT NULL with CHECK (q IS NOT NULL AND q > 0)':
		'create table z1 (q int, check (q is not null and q > 0)); insert into z1 select generate_series(1, 100)',
	'ALTER COLUMN SET EXPRESSION (stored)':
		'create table gs (id int primary key, a int, g int generated always as (a+1) stored); insert into gs select x, x from generate_series(1, 100) x',
	'ALTER COLUMN SET EXPRESSION (virtual)':
		'create table gs (id int primary key, a int, g int generated always as (a+1) virtual); insert into gs select x, x from generate_series(1, 100) x',
	'ALTER CONSTRAINT ENFORCED': 'alter table ch alter constraint ch_o_fk not enforced',
	'SET ACCESS METHOD (different)': 'create access method heap2 type table handler heap_tableam_handler',
};

/** Where the rows of `measured.json` say something else than is true, or than is called a fact here; by their words. */
export const DIFFERENT: Readonly<Record<string, string>> = {
	'DETACH PARTITION CONCURRENTLY': 'was looked at while it waited between its two transactions, when it holds nothing',
	'REINDEX SCHEMA': 'was looked at while it waited for the first of the tables',
	'column with CHECK: varchar widen': 'the index is kept; the scan that was seen is that of the check',
};

/** Statements beside those of `measured.json`. */
export const STATEMENTS: readonly MeasuredStatement[] = [
	...filled([BODIES, COLUMNS, CONSTRAINTS, INDEXES, MIXED, OBJECTS, PARTITIONS, QUERIES, TYPES].flat()),
	// Queries
	{ sql: 'select * from v' },
	{ sql: 'select a from t where b in (select x from o)', planned: true },
	{ sql: 'with w as (select 1 as id) select * from w join ch using (id)' },
	{ sql: 'select * from t join o on o.id = t.id for share of o', planned: true },
	{ sql: 'select count(*) from p' },
	{ sql: 'select * from only par', setup: 'insert into par select g, g from generate_series(1, 100) g' },
	{ sql: 'insert into ch (id, o_id, o2) values (9001, 1, 1)' },
	{ sql: 'update ch set o2 = 2 where id = 1' },
	{ sql: 'update ch set o_id = 2 where id = 1' },
	{ sql: 'delete from ch where id = 1' },
	{ sql: 'update t set b = 1' },
	{ sql: 'delete from t' },
	{ sql: 'with gone as (delete from ch where id = 3 returning id) select * from gone' },
	{ sql: 'merge into t using o on t.id = o.id when matched then update set b = 1', from: 15, planned: true },
	{ sql: "copy (select a from t) to '/dev/null'" },
	// Before 13, the lock goes with the end of the statement.
	{ sql: "copy t to '/dev/null'", from: 13 },
	{ sql: 'lock table par' },
	{ sql: 'lock table v in share mode' },
	{ sql: 'truncate t' },
	{ sql: 'truncate p' },
	{ sql: 'truncate only par' },
	{ sql: 'explain update t set b = 1' },
	{ sql: 'analyze p1' },
	// Tables
	{ sql: 'create table n1 as select id from o' },
	{ sql: 'create table n1 as select id from o with no data' },
	{ sql: 'create table n1 (like t including all)' },
	{ sql: 'create table n1 () inherits (par)' },
	{ sql: 'create table n1 (id int, foreign key (id) references o (id), o2 int references o)' },
	{ sql: 'create table q3 partition of q default' },
	{
		sql: 'create table d1 partition of d for values from (10) to (20)',
		setup:
			'create table d (a int) partition by range (a); create table dd partition of d default; insert into dd select 1 from generate_series(1, 50)',
	},
	{
		sql: 'create table d1 partition of d for values from (10) to (20)',
		setup:
			'create table d (a int) partition by range (a); create table dd partition of d (check (a < 10 or a >= 20)) default; insert into dd select 1 from generate_series(1, 50)',
	},
	{
		sql: 'create table d1 partition of d for values from (10) to (20)',
		setup:
			'create table d (a int) partition by range (a); create table dd partition of d (check (a < 11 or a >= 20)) default; insert into dd select 1 from generate_series(1, 50)',
	},
	{
		sql: "create table d1 partition of d for values in ('a', 'b')",
		setup:
			"create table d (a text) partition by list (a); create table dd partition of d (check (a not in ('a', 'b', 'c'))) default; insert into dd select 'd' from generate_series(1, 50)",
	},
	{
		sql: "alter table d attach partition d1 for values in ('a')",
		setup:
			"create table d (a text) partition by list (a); create table dd partition of d (check (a <> 'a')) default; create table d1 (a text); insert into dd select 'd' from generate_series(1, 50); insert into d1 select 'a' from generate_series(1, 50)",
	},
	{ sql: 'drop table kid' },
	{ sql: 'drop table par cascade' },
	{ sql: 'drop table nv, ch' },
	{ sql: 'drop table pd' },
	{ sql: 'alter table newpart inherit par', setup: 'alter table newpart add pp int' },
	{ sql: 'alter table par rename column pp to qq' },
	{ sql: 'alter table par add column z int default 1' },
	{ sql: 'alter table only t alter column b set default 2' },
	{ sql: 'alter table t set schema lab2' },
	{ sql: 'alter table p set schema lab2' },
	// New columns
	{ sql: 'alter table t add column z serial' },
	{ sql: 'alter table t add column z int references o(id)' },
	{ sql: 'alter table t add column z int default 1 references o(id)' },
	{ sql: 'alter table t add column z int, add constraint z_fk foreign key (z) references o(id)' },
	{ sql: 'alter table t add column z int check (z > 0)' },
	{ sql: 'alter table t add column z int not null default fdefault(1)' },
	{ sql: "alter table t add column z text default substr('abc', 1, 2) || current_user" },
	{ sql: "alter table t add column z int default nextval('lab.s')" },
	{ sql: 'alter table t add column y int, add column z float8 default random()' },
	{ sql: 'alter table p add column z float8 default random()' },
	{ sql: 'alter table if exists t add column if not exists z int default 3 not null' },
	// Columns
	{ sql: 'alter table t alter column b set not null' },
	{ sql: 'alter table vk alter column q set not null' },
	{ sql: 'alter table vk alter column r set not null' },
	{ sql: 'alter table nv alter column q set not null' },
	{ sql: 'alter table t alter column d type varchar(10)', setup: "update t set d = 'x'" },
	{ sql: 'alter table t alter column c type varchar' },
	{ sql: 'alter table t alter column c type varchar(300)' },
	{ sql: 'alter table t alter column c type text collate "default"' },
	{ sql: 'alter table t alter column d type text collate "C"' },
	{ sql: 'alter table t alter column d type varchar(40) using upper(d)' },
	{ sql: 'alter table t alter column dp type dcheck' },
	{ sql: 'alter table t alter column ts type timestamp(1)' },
	{ sql: 'alter table t alter column ts type date' },
	{ sql: 'alter table t alter column n type numeric(20, 2)' },
	{ sql: 'alter table t alter column vb type varbit(5)' },
	{ sql: 'alter table t alter column j type jsonb using j::jsonb' },
	{ sql: 'alter table t alter column c type bytea using c::bytea' },
	{ sql: 'alter table ch alter column o2 type bigint' },
	{ sql: 'alter table o alter column id type bigint' },
	{ sql: 'alter table t alter column d type varchar(30)', setup: 'create index t_low on t (lower(d))' },
	{ sql: 'alter table t alter column d type varchar(30)', setup: "create index t_some on t (d) where d <> ''" },
	{ sql: 'alter table t alter column d type varchar(30)', setup: 'create index t_pat on t (d varchar_pattern_ops)' },
	{
		sql: 'alter table arr alter column x type varchar(20)[]',
		setup: 'create table arr (x varchar(10)[]); insert into arr select array[g::text] from generate_series(1, 100) g',
	},
	{
		sql: 'alter table arr alter column x type text[]',
		setup: 'create table arr (x varchar(10)[]); insert into arr select array[g::text] from generate_series(1, 100) g',
	},
	{ sql: ["set local timezone to 'UTC'", 'alter table t alter column ts type timestamptz(3)'] },
	{ sql: 'alter table t drop column b' },
	{ sql: 'alter table t drop column if exists nowhere' },
	{ sql: 'alter table o drop column x cascade' },
	{ sql: 'alter table p drop column id' },
	{ sql: 'alter table idn alter column w set not null, alter column w add generated always as identity' },
	{ sql: 'alter table t alter column c set (n_distinct = 5)' },
	{ sql: 'alter table par alter column pp set statistics 10' },
	// Constraints
	{ sql: 'alter table t add constraint ck check (a > 0)' },
	{ sql: 'alter table t add constraint ck check (a > 0) not valid' },
	{ sql: 'alter table p add constraint ck check (id > 0)' },
	{ sql: 'alter table t add constraint fk foreign key (b) references o(id)' },
	{ sql: 'alter table t add constraint fk foreign key (b) references o(id) not valid' },
	{
		sql: 'alter table p add constraint fk foreign key (k) references t(id)',
		from: 12,
		setup: 'update p set k = k where false; delete from p where k < 1',
	},
	{ sql: 'alter table t add unique (b), add check (a > 0)' },
	{ sql: 'alter table nv validate constraint nv_q_nn' },
	{ sql: 'alter table nv validate constraint nv_o_fk' },
	{ sql: 'alter table vk validate constraint vk_q_nn' },
	{ sql: 'alter table nv drop constraint nv_o_fk' },
	{ sql: 'alter table o drop constraint o_pkey cascade' },
	{ sql: 'alter table ch alter constraint ch_o_fk deferrable initially deferred' },
	{ sql: 'alter table t add constraint nn not null b', from: 18 },
	{
		sql: 'alter table t validate constraint nn',
		from: 18,
		setup: 'alter table t add constraint nn not null b not valid',
	},
	{
		sql: 'alter table t alter column b set not null',
		from: 18,
		setup: 'alter table t add constraint nn not null b not valid',
	},
	{
		sql: 'alter table t drop constraint t_a_nn',
		from: 18,
		setup: 'alter table t alter a drop not null; alter table t add constraint t_a_nn not null a',
	},
	// Partitions
	{ sql: 'alter table q attach partition newpart for values from (300) to (400)' },
	{ sql: 'alter table q attach partition newpart_ck for values from (300) to (400)' },
	{ sql: 'alter table q attach partition newpart_ck for values from (300) to (350)', differs: 'the rows do not fit' },
	{ sql: 'alter table p detach partition p1' },
	{ sql: 'alter table q detach partition q1' },
	{
		sql: "alter table l attach partition l1 for values in ('a', 'b')",
		setup:
			"create table l (k text) partition by list (k); create table l1 (k text not null, check (k in ('a', 'b'))); insert into l1 select 'a' from generate_series(1, 50)",
	},
	{
		sql: "alter table l attach partition l1 for values in ('a')",
		setup:
			"create table l (k text) partition by list (k); create table l1 (k text not null, check (k = 'a' or k is null)); insert into l1 select 'a' from generate_series(1, 50)",
	},
	{ sql: 'create trigger tr2 after insert on p for each row execute procedure ftrg()' },
	{
		sql: 'alter table p disable trigger tr2',
		setup: 'create trigger tr2 after insert on p for each row execute procedure ftrg()',
	},
	{ sql: 'drop trigger tr2 on p', setup: 'create trigger tr2 after insert on p for each row execute procedure ftrg()' },
	{
		sql: 'alter index p_i attach partition p1_i',
		setup: 'create index p_i on only p (id); create index p1_i on p1 (id)',
	},
	// Indexes
	{ sql: 'create unique index i1 on t (b, a)' },
	{ sql: 'create index if not exists t_b_idx on t (b)' },
	{ sql: 'create index i1 on mv (z)' },
	{ sql: 'reindex index t_b_idx' },
	{ sql: 'reindex table t' },
	{ sql: 'reindex (verbose) table ch' },
	{ sql: 'alter index t_b_idx rename to t_b_idx2' },
	{ sql: 'alter index t_b_idx set (fillfactor = 70)' },
	{ sql: 'alter index t_b_idx set tablespace labts' },
	{ sql: 'cluster t using t_b_idx' },
	{ sql: 'cluster t', setup: 'alter table t cluster on t_b_idx' },
	// Views, sequences, types and the rest
	{ sql: 'create materialized view mv2 as select id from o' },
	{ sql: 'create view v2 as select * from v' },
	{ sql: 'drop view v' },
	{ sql: 'alter view v rename to v2' },
	{ sql: 'alter table v rename column z to zz' },
	{ sql: 'refresh materialized view concurrently mv' },
	{ sql: 'alter materialized view mv set schema lab2' },
	{ sql: 'alter sequence s owned by t.sq' },
	{ sql: 'alter sequence s increment 5' },
	{ sql: 'drop schema lab2' },
	{ sql: 'alter domain dplain add constraint dd check (value > 0)' },
	{ sql: 'alter domain dplain add constraint dd check (value > 0) not valid' },
	{ sql: 'alter domain dplain set not null' },
	{ sql: 'drop domain dplain cascade' },
	{ sql: 'drop type mood cascade' },
	{ sql: "comment on trigger trg on ch is 'x'" },
	{ sql: "comment on materialized view mv is 'x'" },
	{ sql: 'create policy p3 on t for select using (true)' },
	{ sql: 'alter table t enable row level security' },
	{ sql: 'drop rule ru on ch' },
	{ sql: 'alter trigger trg on ch rename to trg2' },
	{ sql: 'drop statistics st', setup: 'create statistics st on a, b from t' },
	{ sql: 'grant select on t to lab_owner' },
	{ sql: 'revoke all on t from public' },
	{ sql: 'drop publication pb', setup: 'create publication pb for table t' },
	{ sql: 'drop owned by lab_owner' },
	// Several statements of one transaction
	{ sql: ['create table n1 as select * from o', 'alter table n1 add foreign key (id) references o (id)'] },
	{ sql: ['create table n1 (id int)', 'create index on n1 (id)', 'alter table n1 alter id type bigint'] },
	{
		sql: ['savepoint a', 'alter table t add z int', 'rollback to a', 'alter table o add z int'],
		differs: 'the lock goes with the savepoint',
	},
	// Outside a transaction
	{ sql: 'create unique index concurrently i1 on t (a, b)' },
	{ sql: 'reindex table concurrently t', from: 12 },
	{ sql: 'vacuum full t' },
	{ sql: 'vacuum (full false) t', from: 12 },
	{ sql: 'vacuum analyze ch' },
	{ sql: 'alter table q detach partition q1 concurrently', from: 14 },
];
