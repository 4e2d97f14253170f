const listOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * The words that no server of the MySQL family takes as a name without quotes.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/keywords.html
 */
export const RESERVED: ReadonlySet<string> = listOf(`
	accessible add all alter analyze and as asc asensitive before between bigint binary blob both by call cascade case
	change char character check collate column condition constraint continue convert create cross current_date
	current_time current_timestamp current_user cursor database databases day_hour day_microsecond day_minute day_second
	dec decimal declare default delayed delete desc describe deterministic distinct distinctrow div double drop dual each
	else elseif enclosed escaped exists exit explain false fetch float float4 float8 for force foreign from fulltext
	generated grant group having high_priority hour_microsecond hour_minute hour_second if ignore in index infile inner
	inout insensitive insert int int1 int2 int3 int4 int8 integer interval into is iterate join key keys kill leading
	leave left like limit linear lines load localtime localtimestamp lock long longblob longtext loop low_priority match
	maxvalue mediumblob mediumint mediumtext middleint minute_microsecond minute_second mod modifies natural not
	no_write_to_binlog null numeric on optimize option optionally or order out outer outfile partition precision primary
	procedure purge range read reads read_write real references regexp release rename repeat replace require resignal
	restrict return revoke right rlike schema schemas second_microsecond select sensitive separator set show signal
	smallint spatial specific sql sqlexception sqlstate sqlwarning sql_big_result sql_calc_found_rows sql_small_result
	ssl starting straight_join table terminated then tinyblob tinyint tinytext to trailing trigger true undo union unique
	unlock unsigned update usage use using utc_date utc_time utc_timestamp values varbinary varchar varcharacter varying
	when where while with write xor year_month zerofill
`);

/** Words that are key words in their place, and may be names elsewhere, on all servers or on some. */
export const UNRESERVED: ReadonlySet<string> = listOf(`
	action after algorithm always auto_increment begin bit bool boolean btree cascaded charset checksum columns comment
	commit committed compressed cume_dist date datetime definer dense_rank disable do duplicate dynamic empty enable end
	enforced engine enum event every except execute expansion fields first first_value fixed following full function
	geometry get global grouping groups hash host identified inplace instant intersect invisible invoker isolation json
	json_table key_block_size lag language last last_value lateral lead level list local locked logs manual memory merge
	mode modify names national nchar next no none nowait nth_value ntile of offset only over parallel partial partitions
	password percent_rank persist point polygon preceding prepare privileges qualify quick rank recursive redundant
	repeatable reset returns role rollback row row_format row_number rows savepoint security serializable session share
	shared signed skip srid start stored system tablesample temporary temptable text time timestamp transaction truncate
	type unbounded uncommitted undefined user value variables view virtual visible warnings window without work year
`);

/**
 * The functions of MySQL that have to touch their parenthesis.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/function-resolution.html
 */
export const JOINED_CALLS: ReadonlySet<string> = listOf(`
	adddate bit_and bit_or bit_xor cast count curdate curtime date_add date_sub extract group_concat max mid min now
	position session_user std stddev stddev_pop stddev_samp subdate substr substring sum sysdate system_user trim
	variance var_pop var_samp
`);
