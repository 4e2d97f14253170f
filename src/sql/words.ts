import type { Parameter } from './parameter.ts';

/** A value the dialect has already written as a literal, quotes included. */
export interface LiteralPart {
	readonly kind: 'literal';
	readonly text: string;
	/** Whether it is a value of sql`…`, which may become a placeholder. */
	readonly bound?: true;
}

/** A named value that is filled in later. */
export interface ParameterPart extends Parameter {
	readonly kind: 'parameter';
}

/** A piece of a statement: verbatim text, a literal, or a named parameter. Only a client joins them. */
export type Part = string | LiteralPart | ParameterPart;

declare const brand: unique symbol;

/** SQL that is safe to print: keywords, and what went through a dialect's quoting. */
export type Sql = readonly Part[] & { readonly [brand]: 'sql' };

/** `Uppercase<string>` lets keywords in and keeps names out: `words('DROP', op.name)` does not compile. */
export type Word = Sql | Uppercase<string> | false | undefined;

class Joiner {
	readonly #parts: Part[] = [];
	#text = '';

	text(text: string): void {
		this.#text += text;
	}

	add(sql: Sql): void {
		for (const part of sql) {
			if (typeof part === 'string') this.#text += part;
			else {
				if (this.#text !== '') this.#parts.push(this.#text);
				this.#text = '';
				this.#parts.push(part);
			}
		}
	}

	done(): Sql {
		if (this.#text !== '') this.#parts.push(this.#text);
		return this.#parts as unknown as Sql;
	}
}

/** Text the author wrote as SQL, or text a dialect has quoted. The only door for unquoted text. */
export const raw = (text: string): Sql => [text] as unknown as Sql;

/** Wrap one literal or parameter. */
export const part = (value: LiteralPart | ParameterPart): Sql => [value] as unknown as Sql;

/** Join the words that are present with single spaces. */
export function words(...items: readonly Word[]): Sql {
	const joiner = new Joiner();
	let first = true;
	for (const item of items) {
		if (!item) continue;
		if (!first) joiner.text(' ');
		first = false;
		if (typeof item === 'string') joiner.text(item);
		else joiner.add(item);
	}
	return joiner.done();
}

/** Join pieces without white space between them. */
export function concat(...items: readonly Sql[]): Sql {
	const joiner = new Joiner();
	for (const item of items) joiner.add(item);
	return joiner.done();
}

/** Join items with a separator, `', '` when none is given. */
export function joined(items: readonly Sql[], separator = ', '): Sql {
	const joiner = new Joiner();
	items.forEach((item, index) => {
		if (index > 0) joiner.text(separator);
		joiner.add(item);
	});
	return joiner.done();
}

/** `(a, b, c)` */
export const list = (items: readonly Sql[]): Sql => concat(raw('('), joined(items), raw(')'));

/** The same on lines of their own, indented: the body of CREATE TABLE. */
export const block = (items: readonly Sql[]): Sql =>
	items.length === 0 ? raw('()') : concat(raw('(\n    '), joined(items, ',\n    '), raw('\n)'));
