import type { GenSqlError } from '../core/error.ts';
import { SILENT } from './foreign-names.ts';

/** A method of `op`; it is given whatever the author passes. */
export type Method = (...args: readonly never[]) => unknown;

interface Refusals {
	unknown(name: string): GenSqlError;
	unassignable(name: string): GenSqlError;
}

/** An object that has these methods, and says so when it is asked for others. */
export function sealed(
	methodOf: (name: string) => Method | undefined,
	names: () => readonly string[],
	refusals: Refusals,
): unknown {
	return new Proxy(
		{},
		{
			get: (target, key) => {
				if (typeof key === 'symbol') return Reflect.get(target, key);
				const method = methodOf(key);
				if (method || SILENT.has(key)) return method ?? Reflect.get(target, key);
				throw refusals.unknown(key);
			},
			getOwnPropertyDescriptor: (_target, key) => {
				const value = typeof key === 'string' ? methodOf(key) : undefined;
				return value && { value, enumerable: true, configurable: true };
			},
			has: (target, key) => names().some((name) => name === key) || Reflect.has(target, key),
			ownKeys: () => [...names()],
			set: (_target, key) => {
				throw refusals.unassignable(String(key));
			},
		},
	);
}
