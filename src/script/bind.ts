import { GenSqlError, placed } from '../core/error.ts';
import { didYouMean } from '../core/suggest.ts';
import type { Spelling } from '../dialects/dialect.ts';
import { fitting, type Parameter } from '../sql/parameter.ts';
import { textOf } from '../sql/split.ts';
import type { Statement } from '../sql/statement.ts';
import { t } from '../sql/types.ts';
import { concat, type ParameterPart, type Part, part, raw, type Sql } from '../sql/words.ts';
import type { Step } from './plan.ts';

/** What the parameters of a script become. */
export interface Binding {
	/** What was given by name, as text. */
	readonly values: Readonly<Record<string, string>>;
	/** Whether parameters without a value stay placeholders although they have a default. */
	readonly keepDefaults: boolean;
	/** Whether the values of sql`…` are literals; if not they become placeholders as well. */
	readonly literalBinds: boolean;
}

/** A parameter of a script, for its header. */
export interface BoundParameter {
	readonly name: string;
	/** As the dialect spells it; `identifier` for a name. */
	readonly type: string;
	readonly description?: string;
	/** The SQL it was filled in with; absent when it is a placeholder. */
	readonly value?: string;
	/** The SQL of its default, when it is a placeholder. */
	readonly default?: string;
}

/**
 * Fill in the parameters of compiled revisions: by what was given, else by their defaults.
 *
 * @throws {GenSqlError} OPTION_INVALID when a value does not fit its type, or no parameter has that name.
 * @throws {GenSqlError} ARGUMENT_INVALID when two parameters of one name differ.
 */
export function bindParameters(
	steps: readonly Step[],
	binding: Binding,
	spelling: Spelling,
): { readonly steps: readonly Step[]; readonly parameters: readonly BoundParameter[] } {
	const binder = new Binder(binding, spelling, binding.literalBinds ? new Set() : namesIn(steps));
	const bind = (statements: readonly Statement[]) => statements.map((item) => binder.statement(item));
	const bound = steps.map((step) => ({
		...step,
		statements: bind(step.statements),
		...(step.applied && { applied: bind(step.applied) }),
	}));
	binder.checkUsed();
	return { steps: bound, parameters: binder.parameters };
}

interface Known {
	readonly parameter: Parameter;
	readonly shown: BoundParameter;
	/** What stands in the script instead; undefined for a placeholder. */
	readonly filled: Sql | undefined;
}

class Binder {
	readonly #binding: Binding;
	readonly #spelling: Spelling;
	readonly #known = new Map<string, Known>();
	readonly #placeholders: BoundParameter[] = [];

	readonly #names: ReadonlySet<string>;
	#number = 0;

	/** @param names - Of all parameters, so that no placeholder takes one. */
	constructor(binding: Binding, spelling: Spelling, names: ReadonlySet<string>) {
		this.#binding = binding;
		this.#spelling = spelling;
		this.#names = names;
	}

	get parameters(): readonly BoundParameter[] {
		return [...[...this.#known.values()].map(({ shown }) => shown), ...this.#placeholders];
	}

	statement(given: Statement): Statement {
		if (!given.parts.some((piece) => this.#isOpen(piece))) return given;
		try {
			return { ...given, parts: concat(...given.parts.map((piece) => this.#part(piece))) };
		} catch (error) {
			throw error instanceof GenSqlError ? placed(error, given.at) : error;
		}
	}

	/** @throws {GenSqlError} OPTION_INVALID when a value was given for a parameter that is not there. */
	checkUsed(): void {
		const names = [...this.#known.keys()];
		const stray = Object.keys(this.#binding.values).find((name) => !this.#known.has(name));
		if (stray === undefined) return;
		throw new GenSqlError('OPTION_INVALID', `--param ${stray}: the script has no parameter of that name`, {
			hint: names.length === 0 ? 'it has none at all' : didYouMean(stray, names, 'parameters'),
		});
	}

	#isOpen(piece: Part): boolean {
		if (typeof piece === 'string') return false;
		return piece.kind === 'parameter' || (piece.bound === true && !this.#binding.literalBinds);
	}

	#part(piece: Part): Sql {
		if (typeof piece === 'string') return raw(piece);
		if (piece.kind === 'parameter') return this.#resolve(piece).filled ?? part(piece);
		return this.#isOpen(piece) ? this.#placeholder(piece.text) : part(piece);
	}

	#resolve(parameter: ParameterPart): Known {
		const known = this.#known.get(parameter.name);
		if (known && !this.#isSame(known.parameter, parameter)) {
			throw new GenSqlError('ARGUMENT_INVALID', `the parameter "${parameter.name}" is declared in two ways`, {
				hint: 'give it the same type, default and description everywhere; a constant that revisions import does',
			});
		}
		const resolved = known ?? this.#fill(parameter);
		this.#known.set(parameter.name, resolved);
		return resolved;
	}

	#fill(parameter: ParameterPart): Known {
		const { name, type, description } = parameter;
		const given = Object.hasOwn(this.#binding.values, name) ? this.#binding.values[name] : undefined;
		const fallback = this.#defaultOf(parameter);
		const filled =
			given !== undefined ? this.#given(parameter, given) : this.#binding.keepDefaults ? undefined : fallback;
		const shown = {
			name,
			type: type === 'identifier' ? type : textOf(this.#spelling.type(type)),
			...(description !== undefined && { description }),
			...(filled ? { value: textOf(filled) } : fallback && { default: textOf(fallback) }),
		};
		return { parameter, shown, filled };
	}

	#given({ name, type }: Parameter, text: string): Sql {
		const own = type === 'identifier' ? type : this.#spelling.resolveType(type);
		const { kind, text: checked } = fitting({ name, type: own }, text);
		if (kind === 'name') return this.#spelling.name(checked);
		if (kind === 'string') return this.#spelling.value(checked);
		return signed(raw(checked));
	}

	#defaultOf({ type, default: value }: Parameter): Sql | undefined {
		if (value === undefined) return undefined;
		return type === 'identifier' ? this.#spelling.name(String(value)) : signed(this.#spelling.value(value, type));
	}

	#isSame(one: Parameter, other: Parameter): boolean {
		const described = (each: Parameter): unknown => {
			const fallback = this.#defaultOf(each);
			return [each.type, each.description, fallback && textOf(fallback)];
		};
		return JSON.stringify(described(one)) === JSON.stringify(described(other));
	}

	#placeholder(text: string): Sql {
		let name = `value_${++this.#number}`;
		while (this.#names.has(name)) name = `value_${++this.#number}`;
		this.#placeholders.push({ name, type: 'value', default: text });
		return part({ kind: 'parameter', name, type: t.text() });
	}
}

/** In text, `a -${-1}` would otherwise become a comment. */
const signed = (value: Sql): Sql => (/^[-+]/.test(textOf(value)) ? concat(raw('('), value, raw(')')) : value);

const namesIn = (steps: readonly Step[]): ReadonlySet<string> =>
	new Set(
		steps.flatMap(({ statements, applied = [] }) =>
			[...statements, ...applied].flatMap(({ parts }) =>
				parts.flatMap((piece) => (typeof piece === 'object' && piece.kind === 'parameter' ? [piece.name] : [])),
			),
		),
	);
