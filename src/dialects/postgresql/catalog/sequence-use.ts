import { qualified } from '../../../core/names.ts';
import type { Node } from '../../../sql/parse-postgresql.ts';
import type { Id } from './model.ts';
import type { State } from './state.ts';
import { listedName, literalText, nodeOf, visit } from './trees.ts';

const FUNCTIONS = new Set(['currval', 'nextval', 'setval']);

/** The sequences that an expression names: `nextval('app.s')`. */
export function sequencesIn(state: State, tree: Node | undefined): readonly Id[] {
	const found = new Set<Id>();
	visit(tree, (node) => {
		const call = nodeOf(node, 'FuncCall');
		if (!call || !FUNCTIONS.has(listedName(call.funcname).name)) return true;
		const [argument] = call.args ?? [];
		const text = literalText(nodeOf(argument, 'TypeCast')?.arg ?? argument);
		const relation = text === undefined ? undefined : state.find(parseName(text));
		if (relation?.kind === 'sequence') found.add(relation.id);
		return true;
	});
	return [...found];
}

/** A name as `regclass` reads it: folded to small letters where it is not quoted. */
export function parseName(text: string): { readonly schema?: string; readonly name: string } {
	const parts = [...text.matchAll(/"((?:[^"]|"")*)"|([^".\s]+)/g)].map(([, quoted, plain = '']) =>
		quoted === undefined ? plain.toLowerCase() : quoted.replaceAll('""', '"'),
	);
	return qualified(parts.at(-1) ?? '', parts.at(-2));
}

/** The default of a serial column. */
export const nextValue = (sequence: { readonly schema: string; readonly name: string }): Node => ({
	FuncCall: {
		funcname: [{ String: { sval: 'nextval' } }],
		args: [
			{
				TypeCast: {
					arg: { A_Const: { sval: { sval: `${quoted(sequence.schema)}.${quoted(sequence.name)}` } } },
					typeName: { names: [{ String: { sval: 'regclass' } }], typemod: -1 },
				},
			},
		],
		funcformat: 'COERCE_EXPLICIT_CALL',
	},
});

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
