// Made by tests/locks/make-data.ts from what was measured in pg_proc and pg_cast of PostgreSQL 11 to 18.

/** Casts by assignment that leave the stored value as it is, `from>to` by version. */
export const BINARY_CASTS: Readonly<Record<string, string>> = {
	'11-18': `
bit>varbit cidr>inet citext>bpchar citext>text citext>varchar int4>oid int4>regclass int4>regconfig
int4>regdictionary int4>regnamespace int4>regoper int4>regoperator int4>regproc int4>regprocedure int4>regrole
int4>regtype oid>int4 oid>regclass oid>regconfig oid>regdictionary oid>regnamespace oid>regoper oid>regoperator
oid>regproc oid>regprocedure oid>regrole oid>regtype pg_dependencies>bytea pg_ndistinct>bytea pg_node_tree>text
regclass>int4 regclass>oid regconfig>int4 regconfig>oid regdictionary>int4 regdictionary>oid regnamespace>int4
regnamespace>oid regoper>int4 regoper>oid regoper>regoperator regoperator>int4 regoperator>oid
regoperator>regoper regproc>int4 regproc>oid regproc>regprocedure regprocedure>int4 regprocedure>oid
regprocedure>regproc regrole>int4 regrole>oid regtype>int4 regtype>oid text>bpchar text>citext text>varchar
varbit>bit varchar>bpchar varchar>citext varchar>text xml>bpchar xml>text xml>varchar`,
	'12-18': `
pg_mcv_list>bytea`,
	'13-18': `
int4>regcollation oid>regcollation regcollation>int4 regcollation>oid`,
};
