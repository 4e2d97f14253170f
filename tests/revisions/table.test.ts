import * as assert from 'uvu/assert';
import type { RevisionGraph } from '../../src/revisions/graph.ts';
import { resolveRange } from '../../src/revisions/range.ts';
import { VersionRows } from '../../src/revisions/version-rows.ts';
import { graphOf, revision } from '../support/graph.ts';
import { suite } from '../support/suite.ts';

/** `b:a` names a parent, `d:b,c` two, `e:d+x` a dependency as well. */
const graph = (text: string): RevisionGraph =>
	graphOf(
		...text.split(' ').map((word) => {
			const [, id = '', parents = '', needs = ''] = /^(\w+):?([\w,]*)\+?([\w,]*)$/.exec(word) ?? [];
			const list = (names: string): readonly string[] => names.split(',').filter((name) => name !== '');
			return revision(id, list(parents), { dependsOn: list(needs) });
		}),
	);

/** What runs, each with the rows that it leaves. */
function run(of: RevisionGraph, direction: 'upgrade' | 'downgrade', range: string): string {
	const { start, revisions } = resolveRange(of, direction, range);
	const rows = new VersionRows(of, start);
	return revisions
		.map((id) => {
			rows[direction](id);
			return `${id}(${[...rows.rows].sort().join(' ')})`;
		})
		.join(' ');
}

interface Row {
	readonly graph: string;
	readonly heads: string;
	/** What nothing names, where that is not the same. */
	readonly realHeads?: string;
	readonly bases: string;
	readonly up: string;
	readonly down: string;
}

/** As Alembic runs them, where its rows are true. */
const table: Readonly<Record<string, Row>> = {
	'a line': { graph: 'a b:a c:b', heads: 'c', bases: 'a', up: 'a(a) b(b) c(c)', down: 'c(b) b(a) a()' },
	'a branch': {
		graph: 'a b:a c:a d:b',
		heads: 'c d',
		bases: 'a',
		up: 'a(a) b(b) d(d) c(c d)',
		down: 'c(d) d(b) b(a) a()',
	},
	'a merge': {
		graph: 'a b:a c:a d:b,c',
		heads: 'd',
		bases: 'a',
		up: 'a(a) c(c) b(b c) d(d)',
		down: 'd(b c) b(c) c(a) a()',
	},
	'a merge of three': {
		graph: 'a b:a c:a d:a e:b,c,d',
		heads: 'e',
		bases: 'a',
		up: 'a(a) d(d) c(c d) b(b c d) e(e)',
		down: 'e(b c d) b(c d) c(d) d(a) a()',
	},
	'a merge of a revision and one below it': {
		graph: 'a b:a c:b,a',
		heads: 'c',
		bases: 'a',
		up: 'a(a) b(b) c(c)',
		down: 'c(b) b(a) a()',
	},
	'two bases': {
		graph: 'a b x y:x',
		heads: 'a b y',
		bases: 'a b x',
		up: 'x(x) y(y) b(b y) a(a b y)',
		down: 'a(b y) b(y) y(x) x()',
	},
	'a merge of two bases': {
		graph: 'a b c:a,b',
		heads: 'c',
		bases: 'a b',
		up: 'b(b) a(a b) c(c)',
		down: 'c(a b) a(b) b()',
	},
	'a dependency': {
		graph: 'a b:a x y:x+b',
		heads: 'b y',
		realHeads: 'y',
		bases: 'a x',
		up: 'a(a) b(b) x(b x) y(y)',
		down: 'y(b x) x(b) b(a) a()',
	},
	'a dependency that goes on': {
		graph: 'a b:a c:b x y:x+b',
		heads: 'c y',
		bases: 'a x',
		up: 'a(a) b(b) x(b x) y(y) c(c y)',
		down: 'c(y) y(b x) x(b) b(a) a()',
	},
	'a dependency that an ancestor has already': {
		graph: 'a x:+a y:x+a',
		heads: 'a y',
		realHeads: 'y',
		bases: 'a x',
		up: 'a(a) x(x) y(y)',
		down: 'y(x) x(a) a()',
	},
	'branches that cross': {
		graph: 'a b:a c:a d:b,c e:b,c',
		heads: 'd e',
		bases: 'a',
		up: 'a(a) c(c) b(b c) e(e) d(d e)',
		down: 'd(e) e(b c) b(c) c(a) a()',
	},
};

suite('revisions/table', (test) => {
	for (const [title, row] of Object.entries(table)) {
		test(title, () => {
			const of = graph(row.graph);
			assert.is(of.heads.join(' '), row.heads);
			assert.is(of.realHeads.join(' '), row.realHeads ?? row.heads);
			assert.is(of.bases.join(' '), row.bases);
			assert.is(run(of, 'upgrade', 'base:heads'), row.up);
			assert.is(run(of, 'downgrade', 'heads:base'), row.down);
		});
	}
});
