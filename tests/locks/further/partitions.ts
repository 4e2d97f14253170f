import { type MeasuredStatement, plain, withSetup } from './measured-statement.ts';

/** Partitions, inheritance, and tables that are made. */
export const PARTITIONS: readonly MeasuredStatement[] = [
	...plain(
		'create table n1 (id int generated always as identity primary key, name text not null, unique (name))',
		'create table n1 (id serial, o_id int not null references o on delete cascade, t_id int references t (id))',
		'create table n1 (id int, up int references n1 (id), primary key (id))',
		'create table if not exists n1 (id int references o)',
		'create table n1 (like t)',
		'create table n1 (like ch including all, extra int)',
		'create table n1 (like v)',
		'create table n1 (z int) inherits (par)',
		'create table n1 () inherits (par, lone)',
		'create table n1 (x t, y o[])',
		'create table n1 of comp',
		'create table n1 of comp (x primary key)',
		'create table n1 partition of q for values from (100) to (200) partition by list (id)',
		'create table n1 partition of p for values from (400) to (500)',
		'create unlogged table n1 (id int references ul)',
		'create temp table n1 as select * from t',
		'create temp table n1 (like t)',
		'create temporary table n1 on commit drop as select id from ch',
		'create table n1 as table o',
		'create table n1 as values (1), (2)',
		'create table n1 as select t.id, o.x from t, o where t.id = o.id and t.id = 3',
		'create table n1 as select id from t limit 3',
		'create table if not exists o as select * from t',
		'create table n1 (a, b) as select id, k from p',
		'create table n1 as select id from v',
		'create table n1 as select id from only par',
		'create table n1 as select count(*) from t',
		'create table n1 (id int) tablespace labts',
		'select id into temp n1 from o',
		'select id, z into n1 from v',
		'create table lab2.n1 (id int references lab.o)',
		'create table n1 (id int, constraint n1_fk foreign key (id) references p1)',
		'create schema lab3 create table n1 (id int references lab.o) create view v1 as select id from lab.t',
	).filter(({ sql }) => !String(sql).includes('references p1)')),
	{ sql: 'create table n1 (id int) partition by hash (id)', from: 11 },
	{ sql: 'create table n1 (id int, k int, foreign key (id) references o) partition by range (k)', from: 11 },
	// Attached and detached
	...withSetup(
		`create table day (id int, at date not null) partition by range (at); create table day1 partition of day for values from ('2024-01-01') to ('2024-02-01');
		create table fresh (id int, at date not null); insert into fresh select g, '2024-02-03' from generate_series(1, 100) g;
		create table checked (id int, at date not null, check (at >= '2024-02-01' and at < '2024-03-01')); insert into checked select g, '2024-02-03' from generate_series(1, 100) g;
		create table checked_cast (id int, at date not null, check (at >= '2024-02-01'::date and at < '2024-03-01'::date)); insert into checked_cast select g, '2024-02-03' from generate_series(1, 100) g;
		create table between_ck (id int, at date not null, check (at between '2024-02-01' and '2024-02-29')); insert into between_ck select g, '2024-02-03' from generate_series(1, 100) g;
		create table narrower (id int, at date not null, check (at >= '2024-02-03' and at < '2024-02-05')); insert into narrower select g, '2024-02-03' from generate_series(1, 100) g;
		create table loose (id int, at date not null, check (at >= '2024-02-01' and at < '2024-03-01') not valid); insert into loose select g, '2024-02-03' from generate_series(1, 100) g;
		create table nullable (id int, at date, check (at >= '2024-02-01' and at < '2024-03-01')); insert into nullable select g, '2024-02-03' from generate_series(1, 100) g;
		create table halves (id int, at date not null, check (at >= '2024-02-01'), check (at < '2024-03-01')); insert into halves select g, '2024-02-03' from generate_series(1, 100) g`,
		[
			"alter table day attach partition fresh for values from ('2024-02-01') to ('2024-03-01')",
			"alter table day attach partition checked for values from ('2024-02-01') to ('2024-03-01')",
			{
				sql: "alter table day attach partition checked for values from (date '2024-02-01') to (date '2024-03-01')",
				from: 12,
			},
			"alter table day attach partition checked for values from ('2024-02-01') to (maxvalue)",
			"alter table day attach partition checked_cast for values from ('2024-02-01') to ('2024-03-01')",
			"alter table day attach partition between_ck for values from ('2024-02-01') to ('2024-03-01')",
			"alter table day attach partition narrower for values from ('2024-02-01') to ('2024-03-01')",
			"alter table day attach partition loose for values from ('2024-02-01') to ('2024-03-01')",
			"alter table day attach partition halves for values from ('2024-02-01') to ('2024-03-01')",
			'alter table day attach partition fresh default',
			'alter table day attach partition checked default',
			"create table day2 partition of day for values from ('2024-02-01') to ('2024-03-01')",
			"create table day2 partition of day (primary key (id)) for values from ('2024-02-01') to ('2024-03-01')",
			'create table dayd partition of day default',
			'alter table day detach partition day1',
			'drop table day',
			'alter table day rename to days',
			"comment on table day is 'x'",
		],
	),
	...withSetup(
		`create table hash_p (id int not null) partition by hash (id); create table hash_0 partition of hash_p for values with (modulus 2, remainder 0);
		create table hash_1 (id int not null); insert into hash_1 select g from generate_series(1, 1000) g where satisfies_hash_partition('hash_p'::regclass, 2, 1, g);
		create table multi (a int, b int) partition by range (a, b); create table multi_1 (a int not null, b int not null, check (a >= 0 and a < 10)); insert into multi_1 select 5, g from generate_series(1, 100) g;
		create table expr (a int, b int) partition by range ((a + b)); create table expr_1 (a int, b int); insert into expr_1 select 5, g from generate_series(1, 20) g`,
		[
			'alter table hash_p attach partition hash_1 for values with (modulus 2, remainder 1)',
			'create table hash_1b partition of hash_p for values with (modulus 2, remainder 1)',
			'alter table multi attach partition multi_1 for values from (0, 0) to (10, 0)',
			'alter table multi attach partition multi_1 for values from (0, minvalue) to (10, minvalue)',
			'alter table expr attach partition expr_1 for values from (0) to (100)',
			'drop table hash_p',
		],
	),
	...withSetup(
		`create table lst (k text, b boolean, n int) partition by list (k); create table lst_a partition of lst for values in ('a'); create table lst_def partition of lst default; insert into lst select 'z', true, g from generate_series(1, 50) g; insert into lst select 'a', true, g from generate_series(1, 50) g;
		create table lst_b (k text, b boolean, n int); insert into lst_b select 'b', true, g from generate_series(1, 50) g;
		create table lst_ck (k text not null check (k = 'b'), b boolean, n int); insert into lst_ck select 'b', true, g from generate_series(1, 50) g;
		create table lst_any (k text not null check (k = any (array['b', 'c'])), b boolean, n int); insert into lst_any select 'b', true, g from generate_series(1, 50) g;
		create table lst_or (k text not null check (k = 'b' or k = 'c'), b boolean, n int); insert into lst_or select 'b', true, g from generate_series(1, 50) g;
		create table lst_null (k text check (k is null), b boolean, n int); insert into lst_null select null, true, g from generate_series(1, 50) g`,
		[
			"alter table lst attach partition lst_b for values in ('b')",
			"alter table lst attach partition lst_ck for values in ('b')",
			"alter table lst attach partition lst_ck for values in ('b', 'c')",
			"alter table lst attach partition lst_any for values in ('b', 'c')",
			"alter table lst attach partition lst_or for values in ('b', 'c')",
			'alter table lst attach partition lst_null for values in (null)',
			"create table lst_b2 partition of lst for values in ('b')",
			'alter table lst detach partition lst_a',
			'alter table lst detach partition lst_def',
			'drop table lst_a',
			'drop table lst_def',
			'create index on lst (n)',
			'alter table lst drop column n',
		],
	),
	// Partitions of partitions
	...withSetup(
		`create table top (id int, k int not null, s int not null) partition by range (k); create table mid partition of top for values from (0) to (100) partition by range (s);
		create table low1 partition of mid for values from (0) to (10); create table low2 partition of mid for values from (10) to (20);
		create table sub (id int, k int not null, s int not null) partition by range (s); create table sub1 partition of sub for values from (0) to (10); insert into sub select g, 150, 5 from generate_series(1, 100) g;
		insert into top select g, g % 100, g % 20 from generate_series(1, 200) g`,
		[
			'alter table top attach partition sub for values from (100) to (200)',
			'alter table top detach partition mid',
			'alter table mid detach partition low1',
			'drop table mid',
			'drop table low1',
			'drop table top',
			'alter table top add column z int',
			'alter table top add constraint ck check (id > 0)',
			'create index on top (id)',
			'alter table mid add column z int',
			'create table low3 partition of mid for values from (20) to (30)',
			'truncate mid',
			'truncate top',
			'select count(*) from top',
			'alter table top alter id type bigint',
			'create trigger tt after insert on top for each row execute procedure ftrg()',
			'alter table top set schema lab2',
			'analyze top',
			'lock table top in share mode',
			'alter table only top alter column id set default 3',
			'alter table top owner to lab_owner',
		].map((sql) =>
			sql.includes('add column z int') && sql.includes('mid')
				? { sql, differs: 'partitions have the columns of their parent' }
				: sql,
		),
	),
	// Indexes, keys and triggers that a partition gets
	...withSetup(
		`create table main (id int not null, k int not null, o_id int references far (id)) partition by range (k);
		create table main1 partition of main for values from (0) to (100); insert into main select g, g % 100, g from generate_series(1, 200) g;
		create table same (id int not null, k int not null, o_id int, constraint same_k check (k >= 100 and k < 200)); insert into same select g, 100 + g % 100, g from generate_series(1, 200) g;
		create table ready (id int not null, k int not null, o_id int references far (id), constraint ready_k check (k >= 100 and k < 200)); insert into ready select g, 100 + g % 100, g from generate_series(1, 200) g;
		create index main_id on main (id); create unique index main_u on main (id, k); create index ready_id on ready (id); create unique index ready_u on ready (id, k);
		create index same_id on same (id desc);
		create trigger main_t after insert on main for each row execute procedure ftrg(); create trigger main_s after insert on main for each statement execute procedure ftrg()`,
		[
			'alter table main attach partition same for values from (100) to (200)',
			'alter table main attach partition ready for values from (100) to (200)',
			'create table main2 partition of main for values from (100) to (200)',
			'alter table main detach partition main1',
			'drop table main1',
			'drop table main',
			'drop table far cascade',
			'alter table main disable trigger main_t',
			'alter table main disable trigger main_s',
			'alter table main disable trigger all',
			'alter table main disable trigger user',
			'alter table only main disable trigger main_t',
			'alter table main enable replica trigger main_t',
			'drop trigger main_t on main',
			'drop trigger main_s on main',
			'alter trigger main_t on main rename to main_t2',
			'alter trigger main_s on main rename to main_s2',
			'create trigger main_s2 after update on main execute procedure ftrg()',
			'drop index main_id',
			'alter index main_id rename to main_ident',
			'create index on main (o_id)',
			'create index on only main (o_id)',
			'create unique index on main (k, id)',
			'reindex index main1_id_idx',
			'truncate main',
			'insert into main values (1, 5, 3)',
			'update main set o_id = 4 where k = 3',
		].map((sql) => ({
			sql,
			...(sql.startsWith('insert') || sql.startsWith('update') ? { planned: true as const } : {}),
		})),
	).map((each) => ({
		...each,
		setup: `create table far (id int primary key); insert into far select generate_series(1, 500); ${each.setup}`,
		from: each.sql === 'alter table main disable trigger user' ? 13 : 11,
	})),
	{
		sql: 'alter table main alter column id set default 1',
		setup: 'create table "Main Table" (id int); create table main (id int) partition by range (id)',
	},
	// Inheritance
	...withSetup(
		`create table base (id int not null, n int); create table child1 () inherits (base); create table child2 (z int) inherits (base); create table grand () inherits (child1);
		insert into base select g, g from generate_series(1, 50) g; insert into child1 select g, g from generate_series(1, 50) g; insert into child2 select g, g from generate_series(1, 50) g; insert into grand select g, g from generate_series(1, 50) g;
		create table other (id int not null, n int); create table below () inherits (other); insert into other select g, g from generate_series(1, 50) g`,
		[
			'alter table base add column z2 int default 3',
			'alter table base alter n type bigint',
			'alter table base alter n set not null',
			'alter table only base alter n set not null',
			'alter table base add check (n > 0)',
			'alter table base add check (n > 0) no inherit',
			'alter table base add unique (n)',
			'alter table base add primary key (id)',
			'alter table base drop column n',
			'alter table base rename n to m',
			'alter table other inherit base',
			'alter table other inherit base, add column z int',
			'alter table child1 no inherit base',
			'create index on base (n)',
			'create index on only base (n)',
			'create unique index concurrently base_n on base (n)',
			'create trigger tb before insert on base for each row execute procedure ftrg()',
			'alter table base disable trigger all',
			'alter table base set (fillfactor = 50)',
			'alter table base set schema lab2',
			'alter table base owner to lab_owner',
			'alter table base enable row level security',
			'alter table base replica identity full',
			'truncate base',
			'truncate only base',
			'drop table child1 cascade',
			'drop table base cascade',
			'select * from base',
			'select * from only base',
			'select * from base for update',
			'update base set n = 1',
			'delete from only base',
			'lock table base in share mode',
			'lock only base',
			'analyze base',
			"comment on column base.n is 'x'",
			'create publication pb for table base',
			'create publication pb for table only base',
			'create table child3 () inherits (child1, child2)',
			"copy base to '/dev/null'",
			'vacuum base',
			'cluster base using base_pkey',
		].map((sql) => {
			if (sql.startsWith('cluster')) return { sql, differs: 'there is no such index' };
			return sql.startsWith('copy') ? { sql, from: 13 } : sql;
		}),
	),
];
